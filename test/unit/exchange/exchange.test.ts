import { describe, expect, test } from 'vitest';
import { Answer, Forwarding } from '#agreements';
import type { Timer } from '#kernel';
import {
  answerTo,
  at,
  codes,
  Desk,
  forwardingOf,
  only,
  readEnvelope,
  referenceOfNumber,
  sent,
} from '../../support/exchange-desk.ts';
import { CA, MX, US } from '../../support/exchange-doubles.ts';

const lateTimer = (number: number): Timer => ({
  key: `exchange/US/live/late/${referenceOfNumber(number)}`,
  dueAt: at(2000),
  action: 'late',
  data: { partner: US, reality: 'live', reference: referenceOfNumber(number) },
});

describe('the round trip', () => {
  test('a forwarding goes out sealed, comes up once, is answered, and the answer comes up once', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    const out = canada.forward(1, 0, { part: { name: 'Ada Lovelace' } });
    expect(out.entries.map(({ kind }) => kind)).toEqual(['queued', 'wire']);
    expect(out.entries[0]).toEqual({
      ...{ kind: 'queued', partner: US, reality: 'live', sequence: 1, message: 'forwarding' },
      ...{ reference: referenceOfNumber(1), dueAt: at(2000) },
    });
    expect(sent(out)).toEqual(['forwarding 1']);
    expect(only(out, 'send')[0]?.to).toBe(US);
    expect(new TextDecoder('latin1').decode(only(out, 'send')[0]?.bytes)).not.toContain('Ada');
    expect(only(out, 'timer').map(({ timer }) => timer)).toEqual([
      {
        key: 'exchange/US/live/retry/',
        dueAt: at(250),
        action: 'retry',
        data: { partner: US, reality: 'live', reference: '' },
      },
      lateTimer(1),
    ]);

    const there = states.receiveAll(out, 10);
    expect(there.entries.map(({ kind }) => kind)).toEqual(['received', 'wire']);
    expect(sent(there)).toEqual([{ receipt: { received: 1, refused: [] } }]);
    const [up, ...more] = only(there, 'forwarding');
    expect(more).toEqual([]);
    expect(up).toMatchObject({ from: CA, reality: 'live', sequence: 1 });
    expect(up?.forwarding.part).toEqual({ name: 'Ada Lovelace' });

    const receipted = canada.receiveAll(there, 20);
    expect(receipted.entries).toEqual([{ kind: 'acknowledged', partner: US, reality: 'live', upTo: 1 }]);
    expect(receipted.effects).toEqual([{ kind: 'forget', partner: US, reality: 'live', side: 'out', sequence: 1 }]);

    const taken = states.step({ kind: 'taken', from: CA, reality: 'live', sequence: 1 }, 25);
    expect(taken).toEqual({
      entries: [{ kind: 'taken', partner: CA, reality: 'live', sequence: 1 }],
      effects: [{ kind: 'forget', partner: CA, reality: 'live', side: 'in', sequence: 1 }],
    });
    const back = states.step({ kind: 'answer', answer: answerTo(up?.forwarding ?? forwardingOf(1)) }, 30);
    expect(back.entries[0]).toEqual({
      ...{ kind: 'queued', partner: CA, reality: 'live', sequence: 1, message: 'answer' },
      reference: referenceOfNumber(1),
    });
    expect(only(back, 'timer')).toHaveLength(1);
    const home = canada.receiveAll(back, 40);
    expect(only(home, 'answer')).toEqual([
      {
        kind: 'answer',
        from: US,
        reality: 'live',
        sequence: 1,
        answer: JSON.parse(answerTo(forwardingOf(1)).text),
      },
    ]);
    states.receiveAll(home, 50);
    for (const desk of [canada, states]) {
      expect(desk.exchange.channels()[0]).toMatchObject({ outbox: 0, awaited: 0, unanswered: 0 });
    }
  });

  test('what has been answered in time is never late', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    states.receiveAll(canada.forward(1));
    canada.receiveAll(states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }));
    expect(canada.step({ kind: 'due', timer: lateTimer(1) }, 2000)).toEqual({ entries: [], effects: [] });
  });

  test('a forwarding without an answer is late once, and its answer comes as a late one', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    states.receiveAll(canada.forward(1));
    const timer = lateTimer(1);
    expect(canada.step({ kind: 'due', timer }, 1999).effects).toEqual([]);
    const late = canada.step({ kind: 'due', timer }, 2000);
    expect(late.entries).toEqual([{ kind: 'late', partner: US, reality: 'live', reference: referenceOfNumber(1) }]);
    expect(late.effects).toEqual([{ kind: 'late', to: US, reality: 'live', reference: referenceOfNumber(1) }]);
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 1, late: 1 });
    expect(canada.step({ kind: 'due', timer }, 2001).effects).toEqual([]);
    const home = canada.receiveAll(states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }), 3000);
    expect(only(home, 'answer')).toEqual([]);
    expect(only(home, 'late-answer')).toHaveLength(1);
    expect(home.entries[1]).toMatchObject({ kind: 'received', late: true, message: 'answer' });
  });

  test('a timer of a channel that is not known does nothing', () => {
    const canada = new Desk(CA);
    expect(canada.step({ kind: 'due', timer: lateTimer(1) }, 9999)).toEqual({ entries: [], effects: [] });
  });
});

describe('only what a check has made leaves', () => {
  const canada = new Desk(CA);
  const like = { header: forwardingOf(1).header, reference: 'x', text: '{}' } as unknown as Forwarding;

  test('a cast is a bug', () => {
    expect(() => canada.step({ kind: 'forward', forwarding: like, within: 1 })).toThrow('only a Forwarding');
    const answer = { reference: 'x', from: CA, to: US, reality: 'live', text: '{}' } as unknown as Answer;
    expect(() => canada.step({ kind: 'answer', answer })).toThrow('only an Answer');
  });

  test('so is a partner’s own, sent on', () => {
    const others = forwardingOf(1, { from: MX, to: CA });
    expect(() => canada.step({ kind: 'forward', forwarding: others, within: 1 })).toThrow('not sent on');
    expect(() => canada.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) })).toThrow('not sent on');
    expect(Forwarding.made(others) && Answer.made(answerTo(others))).toBe(true);
  });
});

describe('a start', () => {
  test('sets the timers anew, hands up again what was not taken, and says how far everything is', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    const out = canada.forward(1);
    canada.forward(2, 500);
    const there = states.receiveAll(out, 10);
    states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) });

    const again = states.restart(60);
    expect(only(again, 'forwarding').map(({ sequence, forwarding }) => [sequence, forwarding.text])).toEqual([
      [1, only(there, 'forwarding')[0]?.forwarding.text],
    ]);
    expect(sent(again)).toEqual([{ checkpoint: { sent: 1, received: 1, oldest: 1 } }, 'answer 1']);
    expect(only(again, 'timer').map(({ timer }) => timer.action)).toEqual(['retry']);
    expect(again.entries).toEqual([]);

    canada.receiveAll(there, 20);
    const started = canada.restart(700);
    expect(sent(started)).toEqual([{ checkpoint: { sent: 2, received: 0, oldest: 2 } }, 'forwarding 2']);
    expect(only(started, 'timer').map(({ timer }) => [timer.action, timer.dueAt])).toEqual([
      ['late', at(2000)],
      ['late', at(2500)],
      ['retry', at(950)],
    ]);
  });

  test('sets no timer for what is late, and hands a late answer up as late again', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    states.receiveAll(canada.forward(1));
    canada.step({ kind: 'due', timer: lateTimer(1) }, 2000);
    expect(only(canada.restart(3000), 'timer').map(({ timer }) => timer.action)).toEqual(['retry']);
    canada.receiveAll(states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) }), 3000);
    expect(only(canada.restart(4000), 'late-answer').map(({ sequence }) => sequence)).toEqual([1]);
    canada.step({ kind: 'taken', from: US, reality: 'live', sequence: 1 }, 4000);
    expect(only(canada.restart(5000), 'late-answer')).toEqual([]);
  });

  test('says again what is to be forgotten, as long as its bytes are there, and once', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    const there = states.receiveAll(canada.forward(1));
    states.step({ kind: 'taken', from: CA, reality: 'live', sequence: 1 });
    canada.forward(2);
    canada.receiveAll(there);
    const forgetting = (desk: Desk) => only(desk.restart(), 'forget').map(({ side, sequence }) => [side, sequence]);
    expect(forgetting(canada)).toEqual([['out', 1]]);
    expect(only(canada.step({ kind: 'started' }), 'forget')).toEqual([]);
    expect(forgetting(states)).toEqual([['in', 1]]);
    const gone = (desk: Desk) =>
      only(
        desk.restart(0, (entry) => entry.kind !== 'wire'),
        'forget',
      );
    expect([...gone(canada), ...gone(states)]).toEqual([]);
  });

  test('forgets on the side and in the channel where the message has served, and keeps what has not', () => {
    const canada = new Desk(CA);
    const mexico = new Desk(MX);
    canada.receiveAll(new Desk(US).forward(9, 0, { to: CA }));
    canada.receiveAll(new Desk(US).receiveAll(canada.forward(1)));
    canada.receiveAll(mexico.forward(8, 0, { to: CA }));
    canada.step({ kind: 'taken', from: MX, reality: 'live', sequence: 1 });
    canada.forward(2, 0, { to: MX });
    expect(only(canada.restart(), 'forget')).toEqual([
      { kind: 'forget', partner: US, reality: 'live', side: 'out', sequence: 1 },
      { kind: 'forget', partner: MX, reality: 'live', side: 'in', sequence: 1 },
    ]);
  });

  test('goes on counting and knows what it knew when the bytes are forgotten', () => {
    const canada = new Desk(CA);
    const states = new Desk(US);
    const there = states.receiveAll(canada.forward(1));
    canada.receiveAll(there);
    const before = canada.exchange.channels();
    canada.restart(0, (entry) => entry.kind !== 'wire');
    expect(canada.exchange.channels()).toEqual(before.map((state) => ({ ...state, lastHeard: undefined })));
    expect(sent(canada.forward(2))).toEqual(['forwarding 2']);
    expect(codes(states.restart(0, (entry) => entry.kind !== 'wire'))).toEqual(['EXC-0101']);
  });
});

describe('channels', () => {
  test('are one for each partner and reality', () => {
    const canada = new Desk(CA);
    canada.forward(1);
    canada.forward(2, 0, { reality: 'exercise north' });
    canada.forward(3, 0, { to: MX });
    const state = { lastHeard: undefined, outbox: 1, awaited: 1, late: 0, unanswered: 0, retries: 0 };
    expect(canada.exchange.channels()).toEqual([
      { partner: US, reality: 'live', ...state },
      { partner: US, reality: 'exercise north', ...state },
      { partner: MX, reality: 'live', ...state },
    ]);
    expect(
      canada.entries.filter(({ kind }) => kind === 'queued').map((entry) => 'sequence' in entry && entry.sequence),
    ).toEqual([1, 1, 1]);
  });

  test('exist for every partner from the beginning, and know when they heard something', () => {
    const states = new Desk(US);
    const empty = { lastHeard: undefined, outbox: 0, awaited: 0, late: 0, unanswered: 0, retries: 0 };
    expect(states.exchange.channels()).toEqual([
      { partner: CA, reality: 'live', ...empty },
      { partner: MX, reality: 'live', ...empty },
    ]);
    states.receiveAll(new Desk(CA).forward(1), 77);
    expect(states.exchange.channels()[0]).toEqual({
      ...{ partner: CA, reality: 'live', ...empty },
      ...{ lastHeard: at(77), unanswered: 1 },
    });
  });

  test('of one partner are limited in number', () => {
    const states = new Desk(US, { limits: { realities: 2 } });
    const canada = new Desk(CA);
    for (const [number, reality] of [
      [1, 'live'],
      [2, 'exercise a'],
      [3, 'exercise b'],
      [4, 'exercise a'],
    ] as const) {
      const there = states.receiveAll(canada.forward(number, 0, { reality }));
      expect(codes(there)).toEqual(number === 3 ? ['EXC-0112'] : []);
      expect(there.entries.length).toBe(number === 3 ? 0 : 2);
      for (const { finding } of only(there, 'finding')) expect(finding.parameters).toEqual({ from: CA, limit: 2 });
    }
    expect(codes(states.receiveAll(new Desk(MX).forward(5, 0, { reality: 'exercise b' })))).toEqual([]);
  });
});

test('what was not handed up, or was taken, is not taken', () => {
  const states = new Desk(US);
  states.receiveAll(new Desk(CA).forward(1));
  const take = (sequence: number, from = CA) => states.step({ kind: 'taken', from, reality: 'live', sequence }).entries;
  expect(take(2)).toEqual([]);
  expect(take(1, MX)).toEqual([]);
  expect(take(1)).toHaveLength(1);
  expect(take(1)).toEqual([]);
});

test('new keys are told to every partner, who leaves them to the operator', () => {
  const canada = new Desk(CA);
  const keys = { seal: new Uint8Array(32).fill(1), sign: new Uint8Array(32).fill(2) };
  const told = canada.step({ kind: 'new-keys', ...keys });
  const says = {
    'key-notice': {
      seal: Buffer.from(keys.seal).toString('base64url'),
      sign: Buffer.from(keys.sign).toString('base64url'),
    },
  };
  expect(sent(told)).toEqual([says, says]);
  expect(only(told, 'send').map(({ to }) => to)).toEqual([US, MX]);
  expect(readEnvelope(only(told, 'send')[0]?.bytes ?? new Uint8Array()).header['reality']).toBe('live');
  const there = new Desk(US).receive(only(told, 'send')[0]?.bytes);
  expect(only(there, 'finding')[0]?.finding).toMatchObject({
    code: 'EXC-0113',
    origin: 'operator',
    parameters: { from: CA, key: says['key-notice'].sign },
  });
  expect(there.entries).toEqual([]);
});
