import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregateId, countryCode, instant, type Recorded } from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { dispositions } from './dispositions.ts';
import { journeyFold } from './entries.ts';
import { kinds } from './kinds.ts';
import { asksOf, functions, type PassengerList } from './record.ts';
import { emptyJourney, type JourneyState, keptPerJourney, passengerOf, wordOf } from './state.ts';

const us = countryCode('US');
const ca = countryCode('CA');
const journey = aggregateId('a'.repeat(32));
if (us === undefined || ca === undefined || journey === undefined) throw new TypeError('US');
const named = (name: string): PassengerList => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  const { reply: _reply, ...rest } = meaningOf(vector, us);
  return rest;
};
const [first, changed, family, crew] = [named('first-list'), named('changed-document'), named('infant'), named('crew')];
const subject = 'CERT001';

interface Said {
  readonly kind: string;
  readonly data: unknown;
}
const folded = (said: readonly Said[], from: JourneyState = emptyJourney): JourneyState =>
  said.reduce(
    (state, { kind, data }, at) =>
      journeyFold.apply(state, {
        aggregate: journey,
        version: at + 1,
        at: instant(at + 1),
        kind,
        reality: 'live',
        data,
      } satisfies Recorded),
    from,
  );
const lodged = (record: PassengerList, more: object = {}): Said => ({
  kind: 'travel.lodged',
  data: { record, findings: [], ...more },
});
const asked = (transaction: string, record = first): Said => lodged({ ...record, transaction });
const by = { table: 'travel/us', version: '1' };
const reasons = [{ code: 'X', class: 'other', row: 'x', facts: {} }];
const assessed = (transaction: string, word: string): Said => ({
  kind: 'travel.assessed',
  data: {
    transaction,
    assessed: [{ subject, decision: { disposition: word, reasons, by }, facts: { transaction }, candidates: [] }],
  },
});
const partner = (transaction: string, word: string, late = false, more: object = {}): Said => ({
  kind: 'travel.partner-answered',
  data: { transaction, late, answers: [{ subject, partner: { country: ca, disposition: word, ...more } }] },
});
const replied = (transaction: string, word: string): Said => ({
  kind: 'travel.replied',
  data: { transaction, answers: [{ subject, disposition: word }] },
});
const corrected = (transaction: string, word: string): Said => ({
  kind: 'travel.corrected',
  data: { transaction, answers: [{ subject, disposition: word }] },
});
const of = (state: JourneyState) => {
  const passenger = passengerOf(state, subject);
  if (passenger === undefined) throw new TypeError(subject);
  return passenger;
};
const word = fc.constantFrom(...dispositions);

test('an answer to an older request, own or a partner’s, early or late, never changes the newer state', () => {
  fc.assert(
    fc.property(word, word, fc.boolean(), (old, now, late) => {
      const state = folded([
        asked('1'),
        assessed('1', old),
        asked('2', { ...changed, transaction: '2' }),
        assessed('2', now),
        replied('2', now),
      ]);
      for (const stale of [assessed('1', old), replied('1', old), partner('1', old, late)]) {
        const after = folded([stale], state);
        expect(of(after).dialogue).toEqual(of(state).dialogue);
        expect(of(after).own).toEqual(of(state).own);
        expect(of(after).partners).toEqual([]);
        expect(of(after).history).toEqual(of(state).history);
      }
      expect(folded([partner('1', old, late)], state).findings.at(-1)?.code).toBe('TRV-0301');
      expect(folded([partner('9', old, late)], state).findings.at(-1)?.code).toBe('TRV-0306');
    }),
  );
});

test('whatever order the words of one request come in, the strictest holds', () => {
  fc.assert(
    fc.property(word, word, fc.boolean(), (own, other, first0) => {
      const [one, two] = first0 ? [assessed('1', own), partner('1', other)] : [partner('1', other), assessed('1', own)];
      const state = folded([asked('1'), one, two]);
      const strictest = dispositions.find((name) => name === own || name === other);
      expect(wordOf(of(state))).toBe(strictest);
    }),
  );
});

test('a change keeps the reference and its history, and waits without a word until it is answered', () => {
  const state = folded([
    asked('1'),
    assessed('1', 'board'),
    replied('1', 'board'),
    asked('2', { ...changed, transaction: '2' }),
  ]);
  expect(Object.keys(state.passengers)).toEqual([subject]);
  expect(of(state)).toMatchObject({ partners: [], dialogue: { request: '2', open: true, superseded: ['1'] } });
  expect(of(state)).not.toHaveProperty('own');
  expect(of(state)).not.toHaveProperty('repliedAt');
  expect(wordOf(of(state))).toBeUndefined();
  expect(of(state).history.map(({ what }) => what)).toEqual(['new', 'assessed', 'replied', 'change-passenger']);
  expect(of(state).traveller.documents[0]?.number).toBe('T9999999');
});

test('the same request again changes nothing, and an old one is out of turn', () => {
  const state = folded([asked('1'), assessed('1', 'board'), asked('2')]);
  expect(folded([asked('2')], state).passengers).toEqual(state.passengers);
  const again = folded([asked('1')], state);
  expect(again.passengers).toEqual(state.passengers);
  expect(again.findings.at(-1)).toMatchObject({ code: 'TRV-0301', parameters: { subject, transaction: '1' } });
});

test('a partner’s newer word takes the place of its older one, and says when it came and whether too late', () => {
  const state = folded([
    asked('1'),
    assessed('1', 'board'),
    partner('1', 'refer', false, { failRule: 'late' }),
    partner('1', 'board', true, { reasonClass: 'other' }),
  ]);
  expect(of(state).partners).toEqual([
    { country: 'CA', disposition: 'board', reasonClass: 'other', at: 4, late: true },
  ]);
  expect(
    of(state)
      .history.slice(2)
      .map(({ what, by: who }) => [what, who]),
  ).toEqual([
    ['late', 'CA'],
    ['answered-late', 'CA'],
  ]);
  expect(wordOf(of(state))).toBe('refer');
});

test('a correction holds at once, milder or stricter, until it is acknowledged', () => {
  fc.assert(
    fc.property(word, word, (told, now) => {
      const state = folded([asked('1'), assessed('1', told), replied('1', told), corrected('1', now)]);
      expect(of(state)).toMatchObject({
        dialogue: { word: { disposition: now, unsolicited: true }, unacknowledged: true },
      });
      const done = folded([{ kind: 'travel.acknowledged', data: { subjects: [subject] } }], state);
      expect(of(done).dialogue.unacknowledged).toBe(false);
      expect(of(done).history.at(-1)).toMatchObject({ what: 'acknowledged', by: 'carrier' });
    }),
  );
});

test('a batch list without references replaces the one before it, of its own kind and nobody else', () => {
  const unnamed = (transaction: string, names: readonly string[], record = family): PassengerList => ({
    ...record,
    interactive: false,
    transaction,
    travellers: names.map((name) => ({
      ...(record.travellers[0] as PassengerList['travellers'][number]),
      subject: name,
      referenced: false,
    })),
  });
  const before = folded([lodged(unnamed('1', ['1-1', '1-2'])), lodged(unnamed('C', ['C-1'], crew)), asked('X')]);
  const after = folded([lodged(unnamed('2', ['2-1']))], before);
  expect(Object.keys(after.passengers).toSorted()).toEqual(['2-1', 'C-1', subject]);
  const part = folded([lodged({ ...unnamed('1', ['1-3']) })], before);
  expect(Object.keys(part.passengers)).toEqual(expect.arrayContaining(['1-1', '1-2', '1-3']));
  const interactive = folded([lodged({ ...unnamed('3', ['3-1']), interactive: true })], before);
  expect(Object.keys(interactive.passengers)).toEqual(expect.arrayContaining(['1-1', '1-2', '3-1']));
});

test('what a message says of the journey: its way, its closing, how many are expected', () => {
  const state = folded([lodged(first, { closesAt: 77 })]);
  expect(state).toMatchObject({ journey: first.journey, closesAt: 77, expected: 1, status: 'open' });
  const way = { ...first.journey, conveyance: 'ZZ999' };
  for (const asks of functions) {
    const after = folded(
      [lodged({ ...first, function: asks, transaction: 'N', journey: way, expected: 9 }, { closesAt: 88 })],
      state,
    );
    const redraws = asksOf({ ...first, function: asks }) || asks === 'change-flight';
    expect.soft([asks, after.journey?.conveyance]).toEqual([asks, redraws ? 'ZZ999' : 'ZZ101']);
    expect.soft([asks, after.closesAt]).toEqual([asks, asksOf({ ...first, function: asks }) ? 88 : 77]);
    expect.soft([asks, after.status]).toEqual([asks, asks === 'close' ? 'closed' : 'open']);
  }
  expect(folded([lodged({ ...crew, expected: 9 })], state).expected).toBe(1);
  expect(folded([lodged({ ...first, function: 'close' })]).journey).toEqual(first.journey);
  expect(folded([lodged({ ...crew, function: 'new' }), lodged(first)]).messages.map(({ kind }) => kind)).toEqual([
    'crew.new',
    'new',
  ]);
});

test('a journey keeps its last hundred messages and findings, and the ledger all of them', () => {
  const many = Array.from({ length: 130 }, (_, at) => lodged({ ...first, function: 'close', receivedAt: instant(at) }));
  expect(folded(many).messages).toHaveLength(keptPerJourney);
  expect(folded(many).messages[0]?.receivedAt).toBe(30);
  const stale = Array.from({ length: 130 }, (_, at) => partner(String(at + 10), 'board'));
  const { findings } = folded([asked('1'), ...stale]);
  expect(findings).toHaveLength(keptPerJourney);
  expect(findings[0]?.parameters['transaction']).toBe('40');
});

test('a document shown at a booth is history of him whom a list named', () => {
  const state = folded([asked('1')]);
  const after = folded([{ kind: 'travel.presented', data: { subject, port: 'JFK' } }], state);
  expect(of(after).history.at(-1)).toMatchObject({ what: 'presented', by: 'own' });
  expect(of(after).dialogue).toBe(of(state).dialogue);
  for (const data of [{ port: 'JFK' }, { subject: 'NOBODY', port: 'JFK' }])
    expect(folded([{ kind: 'travel.presented', data }], state)).toBe(state);
});

test('references of the wire are never taken for something else', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const people = first.travellers.map((one) => ({ ...one, subject: name }));
    expect(passengerOf(folded([asked('1')]), name)).toBeUndefined();
    const said = [
      partner('1', 'board'),
      { kind: 'travel.boarded', data: { onBoard: [name], notOnBoard: [], findings: [] } },
    ];
    expect(() => folded([lodged({ ...first, travellers: people }), ...said])).not.toThrow();
  }
});

test('every kind that travel writes is heard or is not about a journey, and none other changes one', () => {
  const state = folded([asked('1')]);
  expect(kinds.map(({ name }) => name)).toHaveLength(new Set(kinds.map(({ name }) => name)).size);
  expect(
    folded(
      [
        { kind: 'forgotten', data: { kind: 'travel.lodged' } },
        { kind: 'lodgement.received', data: {} },
      ],
      state,
    ),
  ).toBe(state);
});

test('what is said of somebody whom nobody named is out of turn, and makes nobody', () => {
  const state = folded([
    corrected('1', 'refuse'),
    { kind: 'travel.boarded', data: { onBoard: [subject], notOnBoard: ['X'], findings: [] } },
    { kind: 'travel.cancelled', data: { subjects: ['Y'], journey: false, findings: [] } },
  ]);
  expect(state.passengers).toEqual({});
  expect(state.findings.map(({ code }) => code)).toEqual(['TRV-0302', 'TRV-0305', 'TRV-0302', 'TRV-0302']);
});
