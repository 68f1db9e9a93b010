import { describe, expect, test } from 'vitest';
import { aggregateId, countryCode, instant } from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { closingDrafts } from './closing.ts';
import { journeyFold } from './entries.ts';
import { functions, type PassengerList } from './record.ts';
import { emptyJourney, type JourneyState, passengerOf } from './state.ts';

const us = countryCode('US');
const journey = aggregateId('a'.repeat(32));
if (us === undefined || journey === undefined) throw new TypeError('US');
const named = (name: string): PassengerList => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  const { reply: _reply, ...rest } = meaningOf(vector, us);
  return rest;
};
const [passengers, crew] = [named('ten-passengers'), named('crew')];
const put = (state: JourneyState, kind: string, data: unknown): JourneyState =>
  journeyFold.apply(state, { aggregate: journey, version: 1, at: instant(1), kind, reality: 'live', data });
const all = passengers.travellers.map(({ subject }) => subject);
const [first = '', second = '', third = ''] = all;
const crewSubjects = crew.travellers.map(({ subject }) => subject);

/** Ten passengers, all with leave but the third, and a crew of two whose references are their own. */
function listed(): JourneyState {
  const airborne = { ...crew, travellers: crew.travellers.map((one) => ({ ...one, subject: `C-${one.subject}` })) };
  let state = put(emptyJourney, 'travel.lodged', { record: passengers, findings: [] });
  state = put(state, 'travel.lodged', { record: airborne, findings: [] });
  return put(state, 'travel.replied', {
    transaction: passengers.transaction,
    answers: all.map((subject) => ({ subject, disposition: subject === third ? 'refuse' : 'board' })),
  });
}
const close = (
  asked: PassengerList['function'],
  subjects: readonly string[],
  state = listed(),
  record = passengers,
) => {
  const travellers = subjects.map((subject) => ({
    ...(passengers.travellers[0] ?? crew.travellers[0]),
    subject,
  })) as PassengerList['travellers'];
  return closingDrafts({ ...record, function: asked, travellers }, state);
};
const codes = (findings: readonly { readonly code: string }[]): readonly string[] => findings.map(({ code }) => code);
/** The codes of the findings that a draft says. */
const said = (draft: { readonly data: unknown } | undefined): readonly string[] => {
  const { findings } = Object(draft?.data);
  return codes(findings);
};

describe('close on board', () => {
  test('names who is on board; the other passengers stay behind, the crew is not spoken of', () => {
    const { drafts, referrals } = close('close-on-board', [first, second]);
    expect(drafts).toMatchObject([{ kind: 'travel.boarded', data: { onBoard: [first, second], findings: [] } }]);
    expect(drafts[0]?.data).toMatchObject({ notOnBoard: all.slice(2) });
    expect(referrals).toEqual([]);
  });

  test('somebody without leave, or whom nobody listed, is told to an officer', () => {
    const { drafts, referrals } = close('close-on-board', [first, third, 'STRANGER']);
    expect(said(drafts[0])).toEqual(['TRV-0303', 'TRV-0305']);
    expect(referrals).toEqual([
      { subject: third, kind: 'travel.boarded-uncleared' },
      { subject: 'STRANGER', kind: 'travel.boarded-uncleared' },
    ]);
  });

  test('a crew list closes the crew', () => {
    const { drafts } = close('close-on-board', [`C-${crewSubjects[0]}`], listed(), crew);
    expect(drafts[0]?.data).toMatchObject({ onBoard: [`C-${crewSubjects[0]}`], notOnBoard: [`C-${crewSubjects[1]}`] });
  });

  test('who was cancelled is expected no more', () => {
    const cancelled = put(listed(), 'travel.cancelled', { subjects: [second], journey: false, findings: [] });
    expect(close('close-on-board', [first], cancelled).drafts[0]?.data).toMatchObject({ notOnBoard: all.slice(2) });
  });
});

test('close not on board names who stays behind; the others are on board', () => {
  const { drafts, referrals } = close('close-not-on-board', [third]);
  expect(drafts[0]?.data).toMatchObject({ onBoard: all.filter((one) => one !== third), notOnBoard: [third] });
  expect(referrals).toEqual([]);
  const nobody = close('close-not-on-board', ['STRANGER']);
  expect(said(nobody.drafts[0])).toEqual(['TRV-0303', 'TRV-0302']);
  expect(nobody.referrals).toEqual([{ subject: third, kind: 'travel.boarded-uncleared' }]);
});

test('what the fold makes of a draft is what the draft said: the same findings, the same people', () => {
  const state = listed();
  const { drafts } = close('close-on-board', [first, third, 'STRANGER'], state);
  const [draft] = drafts;
  const after = put(state, draft?.kind ?? '', draft?.data);
  expect(after.status).toBe('closed');
  expect(codes(after.findings)).toEqual(said(draft));
  expect(passengerOf(after, first)?.dialogue.presence).toBe('on-board');
  expect(passengerOf(after, second)?.dialogue.presence).toBe('not-on-board');
});

describe('cancellations', () => {
  test.each(['cancel-reservation', 'reduction'] as const)('%s takes away whom it names', (asked) => {
    const { drafts } = close(asked, [first, 'STRANGER']);
    expect(drafts).toMatchObject([
      { kind: 'travel.cancelled', data: { subjects: [first, 'STRANGER'], journey: false } },
    ]);
    expect(said(drafts[0])).toEqual(['TRV-0302']);
    const after = put(listed(), 'travel.cancelled', drafts[0]?.data);
    expect(passengerOf(after, first)?.dialogue.presence).toBe('cancelled');
    expect(passengerOf(after, second)?.dialogue.presence).toBe('expected');
    expect(after.status).toBe('open');
  });

  test('a cancelled flight takes away everybody, whomever it names', () => {
    const { drafts } = close('cancel-flight', [first]);
    expect(drafts).toMatchObject([{ kind: 'travel.cancelled', data: { subjects: [], journey: true, findings: [] } }]);
    const after = put(listed(), 'travel.cancelled', drafts[0]?.data);
    expect(after.status).toBe('cancelled');
    expect(Object.values(after.passengers).every(({ dialogue }) => dialogue.presence === 'cancelled')).toBe(true);
  });

  test('one who is on board is not cancelled without a word', () => {
    const boarded = put(listed(), 'travel.boarded', { onBoard: [first], notOnBoard: [], findings: [] });
    expect(said(close('cancel-reservation', [first], boarded).drafts[0])).toEqual(['TRV-0304']);
  });
});

test('an acknowledgement is for those who were told unsolicited', () => {
  expect(close('acknowledgement', []).drafts).toEqual([{ kind: 'travel.acknowledged', data: { subjects: [] } }]);
  const told = put(listed(), 'travel.corrected', {
    transaction: passengers.transaction,
    answers: [{ subject: second, disposition: 'refuse' }],
  });
  expect(close('acknowledgement', [first], told).drafts).toEqual([
    { kind: 'travel.acknowledged', data: { subjects: [second] } },
  ]);
});

test.each(['new', 'change-passenger', 'change-flight', 'close'] as const)('%s closes nobody by itself', (asked) => {
  expect(close(asked, [first])).toEqual({ drafts: [], referrals: [] });
});

test('every function of a list has its closing', () => {
  for (const asked of functions) expect(close(asked, []).drafts.length).toBeLessThanOrEqual(1);
});
