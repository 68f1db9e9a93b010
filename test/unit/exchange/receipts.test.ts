import { describe, expect, test } from 'vitest';
import { Duties } from '#agreements';
import type { Step } from '#exchange';
import { answerTo, at, bytesOf, Desk, forwardingOf, only, readEnvelope, sent } from '../../support/exchange-desk.ts';
import { CA, US } from '../../support/exchange-doubles.ts';

const within = 40;
const waiting = { limits: { receiptWithin: within } };
const noDuties = (() => {
  const read = Duties.read([]);
  return read.ok ? read.value : expect.unreachable();
})();
const key = `exchange/${CA}/live/receipt/`;
const timer = (dueAt: number) => ({
  ...{ key, dueAt: at(dueAt), action: 'receipt' },
  data: { partner: CA, reality: 'live', reference: '' },
});
const due = (desk: Desk, milliseconds: number) => desk.step({ kind: 'due', timer: timer(milliseconds) }, milliseconds);
const timersOf = (step: Step) => only(step, 'timer').map((effect) => effect.timer);
const receivedOn = (step: Step) => bytesOf(step).map((bytes) => readEnvelope(bytes).header['received']);

describe('a receipt', () => {
  test('waits for a letter on which it can ride, and that letter is one', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, waiting)];
    const taken = states.receiveAll(canada.forward(1));
    expect(sent(taken)).toEqual([]);
    expect(timersOf(taken)).toEqual([timer(within)]);
    const answered = states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }, 5);
    expect(sent(answered)).toEqual(['answer 1']);
    expect(receivedOn(answered)).toEqual([1]);
    const home = canada.receiveAll(answered, 5);
    expect(home.entries).toContainEqual({ partner: US, reality: 'live', kind: 'acknowledged', upTo: 1 });
    expect(only(home, 'forget')).toMatchObject([{ side: 'out', sequence: 1 }]);
    expect(canada.exchange.channels()[0]).toMatchObject({ outbox: 0 });
    // Told already: when the time is over there is nothing to say.
    expect(due(states, within)).toEqual({ entries: [], effects: [] });
  });

  test('goes alone when no letter went out in time, once for all that came meanwhile', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, waiting)];
    states.receiveAll(canada.forward(1));
    expect(timersOf(states.receiveAll(canada.forward(2), 10))).toEqual([]);
    expect(sent(due(states, within))).toEqual([{ receipt: { received: 2, refused: [] } }]);
    expect(timersOf(states.receiveAll(canada.forward(3), 50))).toEqual([timer(50 + within)]);
    expect(sent(due(states, 50 + within))).toEqual([{ receipt: { received: 3, refused: [] } }]);
  });

  test('does not wait when half of what may be under way waits for it', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, { limits: { receiptWithin: within, underWay: 6 } })];
    for (const number of [1, 2]) expect(sent(states.receiveAll(canada.forward(number)))).toEqual([]);
    expect(sent(states.receiveAll(canada.forward(3)))).toEqual([{ receipt: { received: 3, refused: [] } }]);
    expect(sent(states.receiveAll(canada.forward(4)))).toEqual([]);
  });

  test('counts what was held behind a gap', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, { limits: { receiptWithin: within, underWay: 6 } })];
    const [first, ...others] = [1, 2, 3].map((number) => canada.forward(number));
    for (const step of others) states.receiveAll(step);
    expect(sent(states.receiveAll(first ?? expect.unreachable()))).toEqual([{ receipt: { received: 3, refused: [] } }]);
  });

  test('of what comes again goes at once: the first one may be lost', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, waiting)];
    const out = canada.forward(1);
    states.receiveAll(out);
    expect(sent(states.receiveAll(out))).toEqual([{ receipt: { received: 1, refused: [] } }]);
    expect(due(states, within)).toEqual({ entries: [], effects: [] });
  });

  test('on a letter that waits for the window does not count as told', () => {
    const states = new Desk(US, { limits: { receiptWithin: within, underWay: 4 } });
    for (const number of [5, 6, 7, 8]) {
      states.step({ kind: 'forward', forwarding: forwardingOf(number, { from: US, to: CA }), within: 1000 });
    }
    states.receiveAll(new Desk(CA).forward(1));
    expect(sent(states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }))).toEqual([]);
    expect(sent(due(states, within))).toEqual([{ receipt: { received: 1, refused: [] } }]);
  });
});

describe('what was refused', () => {
  test('is told by a receipt at once, and no letter steps over it', () => {
    const [canada, states] = [new Desk(CA), new Desk(US, { ...waiting, duties: noDuties })];
    expect(sent(states.receiveAll(canada.forward(1)))).toEqual([
      { receipt: { received: 1, refused: [{ sequence: 1, code: 'AGR-0101' }] } },
    ]);
    const forwarding = forwardingOf(2, { from: US, to: CA });
    const letter = states.step({ kind: 'forward', forwarding, within: 1000 });
    expect(receivedOn(letter)).toEqual([0]);
    // The receipt was lost: the letter alone acknowledges nothing, so that the refusal is still to come.
    canada.receiveAll(letter);
    expect(canada.exchange.channels()[0]).toMatchObject({ outbox: 1 });
  });
});

test('a letter from a partner who has more than was ever sent moves the count', () => {
  const [canada, states] = [new Desk(CA), new Desk(US)];
  states.receiveAll(canada.forward(1));
  const forgetful = new Desk(CA);
  const home = forgetful.receiveAll(
    states.step({ kind: 'forward', forwarding: forwardingOf(2, { from: US, to: CA }), within: 1000 }),
  );
  expect(home.entries).toContainEqual({ partner: US, reality: 'live', kind: 'moved', side: 'out', to: 1 });
});
