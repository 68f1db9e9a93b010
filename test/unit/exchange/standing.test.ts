import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Exchange, type ExchangeEntry, type Step } from '#exchange';
import { answerTo, at, bytesOf, Desk, forwardingOf, only, referenceOfNumber } from '../../support/exchange-desk.ts';
import { CA, meansOf, US } from '../../support/exchange-doubles.ts';

/** Everything that a step does, in a form that two steps can be compared by. */
const said = (step: Step) => ({ entries: step.entries, effects: step.effects });
const begun = (entries: Iterable<ExchangeEntry>) => new Exchange(meansOf(CA), entries);

/** What may happen at Canada's desk; numbers name forwardings and answers, so that they may repeat. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('forward' as const), number: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('come' as const), number: fc.integer({ min: 11, max: 16 }) }),
  fc.record({ kind: fc.constant('answer' as const), number: fc.integer({ min: 11, max: 16 }) }),
  fc.record({ kind: fc.constant('answered' as const), number: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('take' as const), number: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('deliver' as const), number: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('late' as const), number: fc.integer({ min: 1, max: 6 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** Lives through happenings on both sides; what Canada sends is delivered only when a happening says so. */
function live(happenings: readonly Happening[]): Desk {
  const [canada, states] = [new Desk(CA), new Desk(US)];
  const onTheWay: Uint8Array[] = [];
  const sends = (step: Step): void => void onTheWay.push(...bytesOf(step));
  const doOne = ({ kind, number }: Happening): void => {
    if (kind === 'forward') sends(canada.forward(number));
    if (kind === 'come') sends(canada.receiveAll(states.forward(number, 0, { to: CA })));
    if (kind === 'answer') {
      sends(canada.step({ kind: 'answer', answer: answerTo(forwardingOf(number, { from: US, to: CA })) }));
    }
    if (kind === 'answered')
      sends(canada.receiveAll(states.step({ kind: 'answer', answer: answerTo(forwardingOf(number)) })));
    if (kind === 'take') canada.step({ kind: 'taken', from: US, reality: 'live', sequence: number });
    if (kind === 'deliver')
      for (const bytes of onTheWay.splice(0, number)) sends(canada.receiveAll(states.receive(bytes)));
    if (kind === 'late') {
      const data = { partner: US, reality: 'live', reference: referenceOfNumber(number) };
      canada.step({ kind: 'due', timer: { key: 'late', dueAt: at(2000), action: 'late', data } }, 3000);
    }
  };
  for (const one of happenings) doOne(one);
  return canada;
}

test('an epoch that begins with how the channels stand goes on as the whole history would', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), fc.array(happening, { maxLength: 10 }), (before, after) => {
      const canada = live(before);
      fc.pre(canada.entries.length > 0);
      const standing = canada.exchange.standing();
      const [whole, short] = [begun(canada.entries), begun(standing)];
      expect(short.standing()).toEqual(standing);
      expect(whole.standing()).toEqual(standing);
      expect(short.channels()).toEqual(whole.channels());
      // The forgetting of what was sent and taken before is the old epoch's business.
      const withoutForgetting = (step: Step) => {
        const { entries, effects } = said(step);
        return { entries, effects: effects.filter((effect) => effect.kind !== 'forget') };
      };
      expect(withoutForgetting(short.step({ kind: 'started' }, at(9)))).toEqual(
        withoutForgetting(whole.step({ kind: 'started' }, at(9))),
      );
      const more = live([...before, ...after]).entries.slice(canada.entries.length);
      expect(begun([...standing, ...more]).standing()).toEqual(begun([...canada.entries, ...more]).standing());
    }),
  );
});

test('a standing holds no bytes of what was acknowledged or taken', () => {
  const [canada, states] = [new Desk(CA), new Desk(US)];
  const there = states.receiveAll(canada.forward(1));
  expect(canada.exchange.standing().filter(({ kind }) => kind === 'wire')).toHaveLength(1);
  canada.receiveAll(there);
  expect(canada.exchange.standing().map(({ kind }) => kind)).toEqual(['stands']);
  expect(only(there, 'forwarding')).toHaveLength(1);
  expect(states.exchange.standing().map(({ kind }) => kind)).toEqual(['stands', 'wire']);
  states.step({ kind: 'taken', from: CA, reality: 'live', sequence: 1 });
  expect(states.exchange.standing().map(({ kind }) => kind)).toEqual(['stands']);
});

test('the weight counts what waits and what is awaited', () => {
  const canada = new Desk(CA);
  expect(canada.exchange.weight).toBe(0);
  canada.forward(1);
  // One in the outbox, one awaited, and its bytes as a kilobyte.
  expect(canada.exchange.weight).toBe(3);
  const states = new Desk(US);
  states.receiveAll(new Desk(CA).forward(1));
  expect(states.exchange.weight).toBe(2);
});

test('a standing anywhere but at the beginning crashes', () => {
  const canada = live([{ kind: 'forward', number: 1 }]);
  expect(() => begun([...canada.entries, ...canada.exchange.standing()])).toThrow(/epoch/);
});
