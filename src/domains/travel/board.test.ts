import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCode, disposition, instant } from '#kernel';
import { countWords, endsOf, expectedOf, isReferred, needOf, partnersOf } from './board.ts';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { dispositions } from './dispositions.ts';
import type { JourneyState, PartnerSaid, PassengerState } from './state.ts';
import { emptyJourney } from './state.ts';

const us = countryCode('US');
const ca = countryCode('CA');
const vector = us && vectorsOf(us).find(({ name }) => name === 'ten-passengers');
if (us === undefined || ca === undefined || vector === undefined) throw new TypeError('US');
const record = meaningOf(vector, us);
const [traveller] = record.travellers;
if (traveller === undefined) throw new TypeError('a traveller');
const minute = 60_000;
const now = instant(1_000 * minute);

function passenger(
  more: { word?: string; presence?: PassengerState['dialogue']['presence'] } & Partial<PassengerState> = {},
): PassengerState {
  const { word, presence = 'expected', ...rest } = more;
  const said = word === undefined ? {} : { word: { disposition: disposition(word), unsolicited: false } };
  const dialogue = { request: '1', open: word === undefined, superseded: [], presence, unacknowledged: false, ...said };
  return {
    traveller: traveller as PassengerState['traveller'],
    dialogue,
    partners: [],
    referrals: [],
    history: [],
    updatedAt: instant(5),
    ...rest,
  };
}
const journey = (people: readonly PassengerState[], more: Partial<JourneyState> = {}): JourneyState => ({
  ...emptyJourney,
  journey: record.journey,
  passengers: Object.fromEntries(people.map((one, at) => [`P${at}`, one])),
  ...more,
});
const partner = (more: Partial<PartnerSaid> = {}): PartnerSaid => ({
  country: ca,
  disposition: disposition('board'),
  at: instant(7),
  late: false,
  ...more,
});
const referral = { referral: 'r', kind: 'travel.identity', request: '1' };
const needs = (people: readonly PassengerState[], more: Partial<JourneyState> = {}) =>
  needOf(journey(people, more), now);
const closing = (minutes: number) => ({ closesAt: instant(now + minutes * minute) });

test('who was cancelled is expected no more, and words are counted by name', () => {
  const people = [
    passenger({ word: 'board' }),
    passenger({ word: 'board' }),
    passenger({ word: 'refuse' }),
    passenger(),
    passenger({ word: 'board', presence: 'cancelled' }),
  ];
  expect(expectedOf(journey(people))).toHaveLength(4);
  expect(countWords(people.slice(0, 4))).toEqual({
    refuse: 1,
    'insufficient-data': 0,
    refer: 0,
    'board-after-document-check': 0,
    board: 2,
  });
  expect(countWords([passenger({ word: 'of-another-table' })])).toMatchObject({ 'of-another-table': 1 });
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...dispositions), { nil: undefined })), (words) => {
      const counted = countWords(words.map((word) => passenger(word === undefined ? {} : { word })));
      expect(Object.values(counted).reduce((sum, one) => sum + one, 0)).toBe(
        words.filter((word) => word !== undefined).length,
      );
    }),
  );
});

describe('how a partner stands', () => {
  const stands = (people: readonly PassengerState[]) =>
    partnersOf(journey(people)).map(({ country, state, since }) => [country, state, since]);
  const told = { word: 'board', repliedAt: instant(6) };

  test('one that answered, answered late, or was silent', () => {
    expect(stands([passenger({ ...told, partners: [partner()] })])).toEqual([['CA', 'answered', 7]]);
    expect(stands([passenger({ ...told, partners: [partner({ late: true })] })])).toEqual([['CA', 'late', 7]]);
    for (const failRule of ['late', 'error'] as const) {
      expect(stands([passenger({ ...told, partners: [partner({ failRule })] })])).toEqual([['CA', 'silent', 7]]);
    }
    expect(stands([passenger({ ...told, partners: [partner({ failRule: 'not-forwarded' })] })])).toEqual([
      ['CA', 'answered', 7],
    ]);
  });

  test('the newest of its words counts, and countries stand in their order', () => {
    const older = passenger({ ...told, partners: [partner({ at: instant(3), failRule: 'late' })] });
    const newer = passenger({
      ...told,
      partners: [partner({ at: instant(9) }), partner({ country: us, at: instant(4) })],
    });
    for (const people of [
      [older, newer],
      [newer, older],
    ]) {
      expect(stands(people)).toEqual([
        ['CA', 'answered', 9],
        ['US', 'answered', 4],
      ]);
    }
  });

  test('while somebody is being asked about, every partner is waited for, since the first of them', () => {
    const asking = passenger({ updatedAt: instant(20) });
    const asked = passenger({ updatedAt: instant(12) });
    expect(stands([passenger({ ...told, partners: [partner()] }), asking, asked])).toEqual([['CA', 'waiting', 12]]);
    expect(
      stands([passenger({ ...told, partners: [partner()] }), passenger({ ...told, updatedAt: instant(1) })]),
    ).toEqual([['CA', 'answered', 7]]);
    expect(stands([asking])).toEqual([]);
  });
});

describe('what a journey needs', () => {
  const board = passenger({ word: 'board' });

  test('nothing, when all may board; nothing, when it is cancelled, whatever waits', () => {
    expect(needs([board, board], closing(500))).toEqual({ need: 'none', why: [] });
    expect(needs([passenger({ referrals: [referral] })], { status: 'cancelled' })).toEqual({ need: 'none', why: [] });
    expect(needs([])).toEqual({ need: 'none', why: [] });
  });

  test('somebody now, for a referral or somebody on board without leave, open or closed', () => {
    const referred = passenger({ word: 'refer', referrals: [referral] });
    expect(isReferred(referred)).toBe(true);
    expect(isReferred(board)).toBe(false);
    const stowaway = passenger({ word: 'refuse', presence: 'on-board' });
    for (const status of ['open', 'closed'] as const) {
      expect(needs([board, referred], { status, ...closing(500) })).toEqual({
        need: 'now',
        why: [{ code: 'referral', count: 1 }],
      });
    }
    expect(needs([stowaway, board, passenger({ presence: 'on-board' })], { status: 'closed' }).why[0]).toEqual({
      code: 'boarded-uncleared',
      count: 2,
    });
    const cleared = passenger({ word: 'board-after-document-check', presence: 'on-board' });
    expect(needs([cleared], { status: 'closed' }).need).toBe('none');
  });

  test('an answer that is missing: soon, and now from an hour before the list closes on', () => {
    expect(needs([passenger(), board], closing(61))).toEqual({ need: 'soon', why: [{ code: 'unanswered', count: 1 }] });
    expect(needs([passenger()], closing(60)).need).toBe('now');
    expect(needs([passenger()], closing(-5)).need).toBe('now');
    expect(needs([passenger()], { status: 'closed', ...closing(500) }).need).toBe('now');
    expect(needs([passenger()]).need).toBe('now');
  });

  test('refusals and missing data only while the list is open', () => {
    const people = [passenger({ word: 'refuse' }), passenger({ word: 'insufficient-data' })];
    expect(needs(people, closing(61))).toEqual({
      need: 'soon',
      why: [
        { code: 'refuse', count: 1 },
        { code: 'insufficient-data', count: 1 },
      ],
    });
    expect(needs(people, closing(60)).why[0]).toEqual({ code: 'insufficient-data', count: 1 });
    expect(needs(people, { status: 'closed', ...closing(30) })).toEqual({ need: 'none', why: [] });
  });

  test('a list that is not complete, from three hours before it closes on; crew is not counted', () => {
    const crew = passenger({ word: 'board', traveller: { ...traveller, role: 'crew' } });
    const transit = passenger({ word: 'board', traveller: { ...traveller, role: 'transit-passenger' } });
    expect(needs([board, crew], { expected: 3, ...closing(180) })).toEqual({
      need: 'soon',
      why: [{ code: 'list-incomplete', count: 2 }],
    });
    expect(needs([board, transit, crew], { expected: 3, ...closing(180) }).why).toEqual([
      { code: 'list-incomplete', count: 1 },
    ]);
    expect(needs([board], { expected: 3, ...closing(181) }).need).toBe('none');
    expect(needs([board, board], { expected: 1, ...closing(10) }).need).toBe('none');
    expect(needs([board], { expected: 3, status: 'closed', ...closing(10) }).need).toBe('none');
  });

  test('a partner that is silent or wrong, counted by the travellers that it was asked about', () => {
    const late = passenger({ word: 'board', partners: [partner({ failRule: 'late' })] });
    const wrong = passenger({ word: 'board', partners: [partner({ failRule: 'error' })] });
    expect(needs([late, late, wrong, board], closing(500))).toEqual({
      need: 'soon',
      why: [
        { code: 'partner-silent', count: 2 },
        { code: 'partner-wrong', count: 1 },
      ],
    });
  });

  test('what is most pressing stands first', () => {
    const { need, why } = needs(
      [passenger({ word: 'refuse' }), passenger({ word: 'refer', referrals: [referral] })],
      closing(500),
    );
    expect(need).toBe('now');
    expect(why.map(({ code }) => code)).toEqual(['referral', 'refuse']);
  });
});

test('a journey begins and ends with its main legs; with the others where there are no main ones', () => {
  const [leg] = record.journey.legs;
  if (leg === undefined) throw new TypeError('a leg');
  const over = { ...leg, stage: 'overflight' as const, conveyance: 'OVER' };
  const last = { ...leg, conveyance: 'LAST' };
  expect(endsOf([over, leg, last, over])).toEqual({ first: leg, last });
  expect(endsOf([over])).toEqual({ first: over, last: over });
  expect(endsOf([])).toBeUndefined();
});
