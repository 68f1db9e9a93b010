import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispositions, rankOf } from './dispositions.ts';
import { type Dialogue, type DialogueEvent, step } from './passenger.ts';

const request = fc.constantFrom('1', '2', '3', '4');
const disposition = fc.constantFrom(...dispositions);
const event: fc.Arbitrary<DialogueEvent> = fc.oneof(
  fc.record({ kind: fc.constant('requested' as const), request, change: fc.boolean() }),
  fc.record({ kind: fc.constant('answered' as const), request, disposition }),
  fc.record({ kind: fc.constant('unsolicited' as const), disposition }),
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
