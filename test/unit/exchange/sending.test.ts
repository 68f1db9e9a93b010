import { describe, expect, test } from 'vitest';
import type { Timer } from '#kernel';
import {
  answerTo,
  at,
  bytesOf,
  Desk,
  forwardingOf,
  only,
  referenceOfNumber,
  sent,
} from '../../support/exchange-desk.ts';
import { CA, MX, US } from '../../support/exchange-doubles.ts';

const retry: Timer = {
  key: 'exchange/US/live/retry/',
  dueAt: at(0),
  action: 'retry',
  data: { partner: US, reality: 'live', reference: '' },
};
const due = (desk: Desk, milliseconds: number) => desk.step({ kind: 'due', timer: retry }, milliseconds);
const dueAt = (step: ReturnType<Desk['step']>) => only(step, 'timer').map(({ timer }) => timer.dueAt - at(0));
const receipt = (desk: Desk, received: number, milliseconds = 0) => {
  // A partner that has everything up to `received`: its answer to a duplicate of the last of them.
  const states = new Desk(US);
  const all = desk.entries.filter((entry) => entry.kind === 'wire' && entry.side === 'out').slice(0, received);
  const steps = all.map((entry) => states.receive(entry.kind === 'wire' ? entry.wire : undefined));
  return desk.receiveAll(steps.at(-1) ?? expect.unreachable(), milliseconds);
};

describe('the outbox', () => {
  test('lets a window of messages out, and the next with each receipt', () => {
    const canada = new Desk(CA, { limits: { underWay: 2 } });
    expect([1, 2, 3, 4].map((number) => sent(canada.forward(number)))).toEqual([
      ['forwarding 1'],
      ['forwarding 2'],
      [],
      [],
    ]);
    expect(sent(receipt(canada, 1))).toEqual(['forwarding 3']);
    expect(sent(receipt(canada, 3))).toEqual(['forwarding 4']);
    expect(sent(receipt(canada, 4))).toEqual([]);
    expect(only(receipt(canada, 4), 'forget')).toEqual([]);
  });

  test('forgets each message that the partner has, answers too, and no other', () => {
    const canada = new Desk(CA);
    for (const number of [1, 2, 3]) canada.forward(number);
    expect(only(receipt(canada, 2), 'forget').map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(only(receipt(canada, 3), 'forget').map(({ sequence }) => sequence)).toEqual([3]);
    const states = new Desk(US);
    states.receiveAll(new Desk(CA).forward(1));
    const back = states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) });
    const home = new Desk(CA);
    home.forward(1);
    const told = states.receiveAll(home.receiveAll(back));
    expect(only(told, 'forget')).toEqual([{ kind: 'forget', partner: CA, reality: 'live', side: 'out', sequence: 1 }]);
  });

  const failed = (step: ReturnType<Desk['step']>) => only(step, 'failed').map(({ finding }) => finding);

  test('takes no more messages or bytes than allowed', () => {
    const few = new Desk(CA, { limits: { outboxMessages: 1 } });
    expect(failed(few.forward(1))).toEqual([]);
    const full = few.forward(2);
    expect(failed(full)).toMatchObject([{ code: 'EXC-0302', parameters: { to: US, limit: 1 } }]);
    expect([full.entries.length, full.effects.length]).toEqual([0, 1]);
    receipt(few, 1);
    expect(failed(few.forward(2))).toEqual([]);

    const size = bytesOf(new Desk(CA).forward(1))[0]?.length ?? 0;
    const heavy = new Desk(CA, { limits: { outboxBytes: size * 2 } });
    expect([1, 2].flatMap((number) => failed(heavy.forward(number)))).toEqual([]);
    expect(failed(heavy.forward(3))).toMatchObject([{ code: 'EXC-0302', parameters: { to: US, limit: size * 2 } }]);
    receipt(heavy, 1);
    expect(failed(heavy.forward(3))).toEqual([]);
    expect(failed(heavy.forward(4))).toHaveLength(1);
    const small = new Desk(CA, { limits: { envelopeBytes: size - 1 } });
    expect(failed(small.forward(1))).toMatchObject([
      { code: 'EXC-0304', parameters: { to: US, bytes: size, limit: size - 1 } },
    ]);
    expect(failed(new Desk(CA, { limits: { envelopeBytes: size } }).forward(1))).toEqual([]);
  });

  test('still counts its bytes after a start', () => {
    const size = bytesOf(new Desk(CA).forward(1))[0]?.length ?? 0;
    const canada = new Desk(CA, { limits: { outboxBytes: size } });
    canada.forward(1);
    canada.restart();
    expect(failed(canada.forward(2))).toHaveLength(1);
    receipt(canada, 1);
    expect(failed(canada.forward(2))).toEqual([]);
  });

  test('takes nothing for a country that is no partner', () => {
    const canada = new Desk(CA, { partners: [MX] });
    const step = canada.forward(1);
    expect(step.entries).toEqual([]);
    expect(step.effects).toMatchObject([
      {
        ...{ kind: 'failed', to: US, reality: 'live', reference: referenceOfNumber(1) },
        finding: { code: 'EXC-0301', parameters: { to: US } },
      },
    ]);
  });

  test('takes a forwarding once while it waits, and again after its answer', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    states.receiveAll(canada.forward(1));
    const again = canada.forward(1);
    expect(failed(again)).toMatchObject([
      { code: 'EXC-0306', parameters: { to: US, reference: referenceOfNumber(1) } },
    ]);
    expect([again.entries.length, again.effects.length]).toEqual([0, 1]);
    canada.receiveAll(states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }));
    expect(failed(canada.forward(1))).toEqual([]);
  });

  test('takes one answer to each forwarding', () => {
    const states = new Desk(US);
    const answered = () => states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) });
    expect(failed(answered())).toMatchObject([
      { code: 'EXC-0303', parameters: { to: CA, reference: referenceOfNumber(1) } },
    ]);
    states.receiveAll(new Desk(CA).forward(1));
    expect(failed(answered())).toEqual([]);
    const second = answered();
    expect(failed(second)).toHaveLength(1);
    expect(second.entries).toEqual([]);
  });

  test('gives up on the oldest late forwarding for a new one, and on none that is not late', () => {
    const canada = new Desk(CA, { limits: { openForwardings: 2 } });
    canada.forward(1);
    canada.forward(2);
    expect(failed(canada.forward(3))).toMatchObject([{ code: 'EXC-0302', parameters: { to: US, limit: 2 } }]);
    const late = (number: number) => {
      const timer = {
        ...retry,
        action: 'late',
        data: { partner: US, reality: 'live', reference: referenceOfNumber(number) },
      };
      canada.step({ kind: 'due', timer }, 2000);
    };
    late(2);
    expect(failed(canada.forward(3, 2000))).toHaveLength(1);
    late(1);
    const taken = canada.forward(3, 2000);
    expect(failed(taken)).toEqual([]);
    expect(taken.entries[0]).toEqual({
      ...{ kind: 'abandoned', partner: US, reality: 'live', reference: referenceOfNumber(1) },
    });
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 2, late: 1 });
    canada.restart(2000);
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 2, late: 1 });
  });
});

describe('retry', () => {
  test('sends the window once more, then one message at a time, with ever longer waits up to the longest', () => {
    const canada = new Desk(CA, { limits: { underWay: 2, firstRetry: 100, longestRetry: 500 } });
    expect(dueAt(canada.forward(1)).toSorted((a, b) => a - b)).toEqual([100, 2000]);
    expect(dueAt(canada.forward(2))).toEqual([2000]);
    canada.forward(3);
    expect(due(canada, 99)).toEqual({ entries: [], effects: [] });
    const first = due(canada, 100);
    expect(sent(first)).toEqual(['forwarding 1', 'forwarding 2']);
    expect(dueAt(first).at(-1)).toBe(300);
    expect(canada.exchange.channels()[0]?.retries).toBe(1);
    const waits = [];
    for (let now = 300, count = 0; count < 4; count += 1) {
      const step = due(canada, now);
      expect(sent(step)).toEqual(['forwarding 1']);
      const next = dueAt(step)[0] ?? 0;
      waits.push(next - now);
      now = next;
    }
    expect(waits).toEqual([400, 500, 500, 500]);
  });

  test('a partner that speaks again gets the whole window', () => {
    const canada = new Desk(CA, { limits: { underWay: 3, firstRetry: 100 } });
    for (const number of [1, 2, 3, 4]) canada.forward(number);
    due(canada, 100);
    due(canada, 400);
    expect(canada.exchange.channels()[0]?.retries).toBe(2);
    expect(sent(receipt(canada, 1, 500))).toEqual(['forwarding 2', 'forwarding 3', 'forwarding 4']);
    expect(canada.exchange.channels()[0]?.retries).toBe(0);
  });

  test('waits on while receipts come, and rests when all is acknowledged', () => {
    const canada = new Desk(CA, { limits: { firstRetry: 100 } });
    canada.forward(1);
    canada.forward(2);
    receipt(canada, 1);
    const waiting = due(canada, 100);
    expect(sent(waiting)).toEqual([]);
    expect(dueAt(waiting)).toEqual([200]);
    expect(sent(due(canada, 200))).toEqual(['forwarding 2']);
    receipt(canada, 2);
    expect(due(canada, 400)).toEqual({ entries: [], effects: [] });
    expect(due(canada, 500)).toEqual({ entries: [], effects: [] });
    expect(dueAt(canada.forward(3, 600))).toEqual([700, 2600]);
  });

  test('the same bytes go out each time', () => {
    const canada = new Desk(CA);
    const first = bytesOf(canada.forward(1));
    expect(bytesOf(due(canada, 250))).toEqual(first);
    expect(bytesOf(canada.restart(300)).slice(1)).toEqual(first);
  });
});
