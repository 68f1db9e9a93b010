import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disposition as named } from '#kernel';
import { dispositions, rankOf } from './dispositions.ts';
import { type Dialogue, type DialogueEvent, step } from './passenger.ts';

const refuse = named('refuse');
const refer = named('refer');
const check = named('board-after-document-check');
const board = named('board');
const request = fc.constantFrom('1', '2', '3', '4');
const disposition = fc.constantFrom(...dispositions);
const event: fc.Arbitrary<DialogueEvent> = fc.oneof(
  fc.record({ kind: fc.constant('requested' as const), request, change: fc.boolean() }),
  fc.record({ kind: fc.constant('answered' as const), request, disposition }),
  fc.record({ kind: fc.constant('unsolicited' as const), disposition }),
  fc.record({ kind: fc.constant('adjudicated' as const), request, disposition }),
  fc.constantFrom(
    { kind: 'acknowledged' as const },
    { kind: 'cancelled' as const },
    { kind: 'on-board' as const },
    { kind: 'not-on-board' as const },
  ),
);

const run = (events: readonly DialogueEvent[]): Dialogue | undefined =>
  events.reduce<Dialogue | undefined>((now, one) => step(now, one).dialogue, undefined);

test('an answer to a request that was superseded never changes the word in force', () => {
  fc.assert(
    fc.property(fc.array(event), disposition, (events, what) => {
      const now = run(events);
      for (const old of now?.superseded ?? []) {
        const after = step(now, { kind: 'answered', request: old, disposition: what });
        expect(after).toEqual({ dialogue: now, outOfTurn: 'TRV-0301' });
      }
    }),
  );
});

test('a later answer to the same request is never milder, and asking again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(event), disposition, (events, what) => {
      const now = run([{ kind: 'requested', request: '0', change: false }, ...events]);
      if (now === undefined) return;
      expect(step(now, { kind: 'requested', request: now.request, change: true })).toEqual({ dialogue: now });
      const after = step(now, { kind: 'answered', request: now.request, disposition: what }).dialogue;
      const word = after?.word?.disposition;
      expect(word).toBeDefined();
      if (now.word !== undefined && word !== undefined)
        expect(rankOf(word)).toBeLessThanOrEqual(rankOf(now.word.disposition));
    }),
  );
});

test('a new request leaves the passenger without a word until he is answered', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const after = step(run(events), { kind: 'requested', request: 'new', change: true }).dialogue;
      expect(after?.word).toBeUndefined();
      expect(after?.open).toBe(true);
    }),
  );
});

test('an officer’s word on what is asked now holds, milder or stricter; on anything older or unheard-of it changes nothing', () => {
  fc.assert(
    fc.property(fc.array(event), disposition, (events, what) => {
      const now = run([{ kind: 'requested', request: '0', change: false }, ...events]);
      if (now === undefined) return;
      const word = { disposition: what, unsolicited: true };
      expect(step(now, { kind: 'adjudicated', request: now.request, disposition: what })).toEqual({
        dialogue: { ...now, open: false, word },
      });
      for (const old of now.superseded) {
        const after = step(now, { kind: 'adjudicated', request: old, disposition: what });
        expect(after).toEqual({ dialogue: now, outOfTurn: 'TRV-0301' });
      }
      const unheard = step(now, { kind: 'adjudicated', request: 'unheard', disposition: what });
      expect(unheard).toEqual({ dialogue: now, outOfTurn: 'TRV-0306' });
    }),
  );
});

test('answers that come late and in any order leave what the answer to the newest request alone would leave', () => {
  const requests = ['1', '2', '3', '4'];
  fc.assert(
    fc.property(
      fc.array(disposition, { minLength: 4, maxLength: 4 }),
      fc.shuffledSubarray(requests, { minLength: 4 }),
      (words, order) => {
        const asked: DialogueEvent[] = requests.map((one) => ({
          kind: 'requested',
          request: one,
          change: one !== '1',
        }));
        const said = order.map(
          (one): DialogueEvent => ({ kind: 'answered', request: one, disposition: words[Number(one) - 1] ?? refuse }),
        );
        const after = run([...asked, ...said]);
        const alone = run([...asked, { kind: 'answered', request: '4', disposition: words[3] ?? refuse }]);
        expect(after).toEqual(alone);
      },
    ),
  );
});

test('each request answered before the next is asked: only the last word holds', () => {
  fc.assert(
    fc.property(fc.array(disposition, { minLength: 1, maxLength: 12 }), (words) => {
      const events = words.flatMap((what, at): DialogueEvent[] => [
        { kind: 'requested', request: String(at), change: at > 0 },
        { kind: 'answered', request: String(at), disposition: what },
      ]);
      expect(run(events)?.word).toEqual({ disposition: words.at(-1), unsolicited: false });
    }),
  );
});

test('a word that came unsolicited is taken back by a stricter answer only, and is acknowledged once', () => {
  fc.assert(
    fc.property(disposition, disposition, (told, answer) => {
      const asked: DialogueEvent = { kind: 'requested', request: '1', change: false };
      const now = run([
        asked,
        { kind: 'unsolicited', disposition: told },
        { kind: 'answered', request: '1', disposition: answer },
      ]);
      expect(rankOf(now?.word?.disposition ?? refuse)).toBe(Math.min(rankOf(told), rankOf(answer)));
      expect(now?.word?.unsolicited).toBe(rankOf(told) <= rankOf(answer));
      expect(now?.unacknowledged).toBe(true);
      const once = step(now, { kind: 'acknowledged' });
      expect(once).toEqual({ dialogue: { ...now, unacknowledged: false } });
      expect(step(once.dialogue, { kind: 'acknowledged' }).outOfTurn).toBe('TRV-0307');
    }),
  );
});

const begun = (): Dialogue | undefined => run([{ kind: 'requested', request: '1', change: false }]);
const boards = { kind: 'on-board' } as const;

test.each<[string, readonly DialogueEvent[], DialogueEvent, string | undefined]>([
  ['a change of somebody never named', [], { kind: 'requested', request: '1', change: true }, 'TRV-0302'],
  ['a first list', [], { kind: 'requested', request: '1', change: false }, undefined],
  ['an answer about somebody never named', [], { kind: 'answered', request: '1', disposition: refuse }, 'TRV-0302'],
  ['a 132 about somebody never named', [], { kind: 'unsolicited', disposition: refuse }, 'TRV-0302'],
  ['somebody on board who was never named', [], boards, 'TRV-0305'],
  ['somebody on board without an answer', [{ kind: 'requested', request: '1', change: false }], boards, 'TRV-0303'],
  [
    'somebody on board with leave',
    [
      { kind: 'requested', request: '1', change: false },
      { kind: 'answered', request: '1', disposition: board },
    ],
    boards,
    undefined,
  ],
  [
    'somebody on board whose documents were to be looked at',
    [
      { kind: 'requested', request: '1', change: false },
      { kind: 'answered', request: '1', disposition: check },
    ],
    boards,
    undefined,
  ],
  [
    'somebody on board who was referred',
    [
      { kind: 'requested', request: '1', change: false },
      { kind: 'answered', request: '1', disposition: refer },
    ],
    boards,
    'TRV-0303',
  ],
  [
    'somebody on board who was cancelled',
    [
      { kind: 'requested', request: '1', change: false },
      { kind: 'answered', request: '1', disposition: board },
      { kind: 'cancelled' },
    ],
    boards,
    'TRV-0305',
  ],
  [
    'a change after boarding',
    [{ kind: 'requested', request: '1', change: false }, boards],
    { kind: 'requested', request: '2', change: true },
    'TRV-0304',
  ],
  [
    'a cancellation after boarding',
    [{ kind: 'requested', request: '1', change: false }, boards],
    { kind: 'cancelled' },
    'TRV-0304',
  ],
  [
    'an answer to what nobody asked',
    [{ kind: 'requested', request: '1', change: false }],
    { kind: 'answered', request: '9', disposition: board },
    'TRV-0306',
  ],
  [
    'an acknowledgement of nothing',
    [{ kind: 'requested', request: '1', change: false }],
    { kind: 'acknowledged' },
    'TRV-0307',
  ],
  [
    'somebody who stays behind',
    [{ kind: 'requested', request: '1', change: false }],
    { kind: 'not-on-board' },
    undefined,
  ],
])('%s', (_what, before, event, outOfTurn) => {
  expect(step(run(before), event).outOfTurn).toBe(outOfTurn);
});

test('where he is follows what the carrier says last', () => {
  const presence = (kind: 'on-board' | 'not-on-board' | 'cancelled') => step(begun(), { kind }).dialogue?.presence;
  expect(begun()?.presence).toBe('expected');
  for (const kind of ['on-board', 'not-on-board', 'cancelled'] as const) expect(presence(kind)).toBe(kind);
  const back = step(step(begun(), { kind: 'cancelled' }).dialogue, { kind: 'requested', request: '2', change: false });
  expect(back.dialogue?.presence).toBe('expected');
});

test('nothing that happens makes a passenger who was named unknown again', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run([{ kind: 'requested', request: '0', change: false }, ...events])).toBeDefined();
    }),
  );
});
