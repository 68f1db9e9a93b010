import { describe, expect, test } from 'vitest';
import { canonicalJson, encodeUtf8, type Json } from '#kernel';
import {
  answerTo,
  at,
  bytesOf,
  codes,
  Desk,
  envelopeSaying,
  forwardingOf,
  keyIdOf,
  only,
  referenceOfNumber,
  sent,
} from '../../support/exchange-desk.ts';
import { CA, signerOf, US } from '../../support/exchange-doubles.ts';

/** A control message of the United States to Canada. */
const says = (kind: string, what: Json | string) => {
  const key = keyIdOf(signerOf('US').publicKey);
  const text = typeof what === 'string' ? what : canonicalJson(what);
  return envelopeSaying(
    { kind, sequence: 0, from: US, to: CA, reality: 'live', key },
    encodeUtf8(text),
    signerOf('US'),
  );
};
const canadaWith = (count: number, options = {}) => {
  const canada = new Desk(CA, options);
  for (let number = 1; number <= count; number += 1) canada.forward(number);
  return canada;
};
const nothing = { entries: [], effects: [] };

test.each([
  ['receipt', {}],
  ['receipt', { received: -1, refused: [] }],
  ['receipt', { received: 1, refused: [{ sequence: 1, code: 'because' }] }],
  ['receipt', { received: 1, refused: [{ sequence: 1, code: 'AGR-0101', note: 'x' }] }],
  ['receipt', { received: 1, refused: [], note: 'x' }],
  ['receipt', { received: 300, refused: Array(257).fill({ sequence: 1, code: 'AGR-0101' }) }],
  ['receipt', '{'],
  ['catch-up', { after: 1 }],
  ['catch-up', { after: 0, before: 1, note: 'x' }],
  ['checkpoint', { sent: 0, received: 0 }],
  ['checkpoint', { sent: 0, received: 0, oldest: 2 ** 49 }],
  ['checkpoint', { sent: 0, received: 0, oldest: 1, note: 'x' }],
  ['key-notice', { seal: 'x', sign: 'y' }],
  ['key-notice', { seal: 'A'.repeat(43), sign: 'A'.repeat(43), note: 'x' }],
] as const)('a %s that says %j is set aside', (kind, what) => {
  const canada = canadaWith(1);
  const step = canada.receive(says(kind, what as Json));
  expect(only(step, 'finding').map(({ finding }) => finding)).toMatchObject([
    { code: 'EXC-0111', parameters: { from: US, kind } },
  ]);
  expect([step.entries.length, step.effects.length]).toEqual([0, 1]);
});

describe('a receipt', () => {
  test('that is older than what is known does nothing', () => {
    const canada = canadaWith(2);
    canada.receive(says('receipt', { received: 2, refused: [] }));
    expect(canada.receive(says('receipt', { received: 1, refused: [] }))).toEqual(nothing);
    expect(canada.receive(says('receipt', { received: 2, refused: [] }))).toEqual(nothing);
  });

  test('tells of refusals once, and only of what it covers', () => {
    const canada = canadaWith(2);
    const refused = [1, 2, 7].map((sequence) => ({ sequence, code: 'AGR-0101' }));
    const first = canada.receive(says('receipt', { received: 1, refused }));
    expect(only(first, 'failed').map(({ reference }) => reference)).toEqual([referenceOfNumber(1)]);
    const second = canada.receive(says('receipt', { received: 2, refused }));
    expect(only(second, 'failed').map(({ reference }) => reference)).toEqual([referenceOfNumber(2)]);
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 0, outbox: 0 });
    canada.restart();
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 0, outbox: 0 });
  });

  test('that refuses an answer says so, and leaves our own forwardings alone', () => {
    const canada = new Desk(CA);
    canada.receiveAll(new Desk(US).forward(5, 0, { to: CA }));
    canada.step({ kind: 'answer', answer: answerTo(forwardingOf(5, { from: US, to: CA })) });
    const step = canada.receive(says('receipt', { received: 1, refused: [{ sequence: 1, code: 'EXC-0204' }] }));
    expect(only(step, 'failed')).toMatchObject([{ reference: referenceOfNumber(5), finding: { code: 'EXC-0305' } }]);
    expect(step.entries).toEqual([{ kind: 'acknowledged', partner: US, reality: 'live', upTo: 1 }]);
  });
});

describe('a request to catch up', () => {
  test('is answered with what lies in the gap, and acknowledges what lies before', () => {
    const canada = canadaWith(5, { limits: { underWay: 4 } });
    const step = canada.receive(says('catch-up', { after: 1, before: 4 }));
    expect(step.entries).toEqual([{ kind: 'acknowledged', partner: US, reality: 'live', upTo: 1 }]);
    expect(sent(step)).toEqual(['forwarding 5', 'forwarding 2', 'forwarding 3']);
    expect(codes(step)).toEqual([]);
  });

  test('gets no more than has been sent', () => {
    const canada = canadaWith(5, { limits: { underWay: 2 } });
    expect(sent(canada.receive(says('catch-up', { after: 0, before: 5 })))).toEqual(['forwarding 1', 'forwarding 2']);
  });

  test('for what was acknowledged is answered with a checkpoint', () => {
    const canada = canadaWith(3);
    canada.receive(says('receipt', { received: 2, refused: [] }));
    const step = canada.receive(says('catch-up', { after: 1, before: 3 }));
    expect(sent(step)).toEqual([{ checkpoint: { sent: 3, received: 0, oldest: 3 } }]);
    expect(step.effects).toHaveLength(1);
    expect(sent(canada.receive(says('catch-up', { after: 2, before: 4 })))).toEqual(['forwarding 3']);
  });
});

describe('a checkpoint', () => {
  test('is a receipt, is receipted, brings out the window, and asks for what is missing', () => {
    const canada = canadaWith(3);
    canada.step(
      { kind: 'due', timer: { key: '', dueAt: at(0), action: 'retry', data: { partner: US, reality: 'live' } } },
      300,
    );
    expect(canada.exchange.channels()[0]?.retries).toBe(1);
    const step = canada.receive(says('checkpoint', { sent: 2, received: 1, oldest: 1 }));
    expect(sent(step)).toEqual([
      // First what the receipt sets free, then the answer, then everything that may have been lost.
      ...['forwarding 2', 'forwarding 3'],
      { receipt: { received: 0, refused: [] } },
      { 'catch-up': { after: 0, before: 3 } },
      ...['forwarding 2', 'forwarding 3'],
    ]);
    expect(canada.exchange.channels()[0]).toMatchObject({ retries: 0, outbox: 2 });
  });

  test('wakes a channel that was waiting for a silent partner', () => {
    const canada = canadaWith(2, { limits: { firstRetry: 100 } });
    const timer = { key: '', dueAt: at(0), action: 'retry', data: { partner: US, reality: 'live' } };
    for (const now of [100, 300, 700]) canada.step({ kind: 'due', timer }, now);
    const step = canada.receive(says('checkpoint', { sent: 0, received: 0, oldest: 1 }), 800);
    expect(sent(step)).toEqual([{ receipt: { received: 0, refused: [] } }, 'forwarding 1', 'forwarding 2']);
    expect(canada.exchange.channels()[0]?.retries).toBe(0);
  });

  test('that has all there is asks for nothing', () => {
    const canada = new Desk(CA);
    canada.receiveAll(new Desk(US).forward(1, 0, { to: CA }));
    const step = canada.receive(says('checkpoint', { sent: 1, received: 0, oldest: 1 }));
    expect(sent(step)).toEqual([{ receipt: { received: 1, refused: [] } }]);
    expect(step.entries).toEqual([]);
  });
});

describe('a node on an old copy of its state', () => {
  test('learns from any message that the partner has more, fails what waits, and counts on from there', () => {
    for (const message of [
      says('receipt', { received: 7, refused: [] }),
      says('catch-up', { after: 7, before: 9 }),
      says('checkpoint', { sent: 0, received: 7, oldest: 1 }),
    ]) {
      const canada = canadaWith(2);
      const step = canada.receive(message);
      const finding = { code: 'EXC-0114', origin: 'operator', parameters: { partner: US, from: 2, to: 7 } };
      expect(only(step, 'finding')).toMatchObject([{ finding }]);
      expect(only(step, 'failed')).toMatchObject([
        { reference: referenceOfNumber(1), finding },
        { reference: referenceOfNumber(2), finding },
      ]);
      expect(only(step, 'forget').map(({ side, sequence }) => [side, sequence])).toEqual([
        ['out', 1],
        ['out', 2],
      ]);
      expect(step.entries.slice(0, 3)).toEqual([
        ...[1, 2].map((number) => ({
          ...{ kind: 'refused', partner: US, reality: 'live', reference: referenceOfNumber(number), code: 'EXC-0114' },
        })),
        { kind: 'moved', partner: US, reality: 'live', side: 'out', to: 7 },
      ]);
      expect(canada.exchange.channels()[0]).toMatchObject({ outbox: 0, awaited: 0 });
      expect(sent(canada.forward(3))).toEqual(['forwarding 8']);
      canada.restart();
      expect(sent(canada.forward(4))).toEqual(['forwarding 9']);
    }
  });

  test('an answer that waited there fails without touching our own forwardings', () => {
    const canada = new Desk(CA);
    canada.receiveAll(new Desk(US).forward(5, 0, { to: CA }));
    canada.step({ kind: 'answer', answer: answerTo(forwardingOf(5, { from: US, to: CA })) });
    const step = canada.receive(says('receipt', { received: 4, refused: [] }));
    expect(only(step, 'failed')).toMatchObject([{ reference: referenceOfNumber(5) }]);
    expect(step.entries).toEqual([{ kind: 'moved', partner: US, reality: 'live', side: 'out', to: 4 }]);
  });

  test('learns that the partner has dropped what it never had, and goes on behind that', () => {
    const states = new Desk(US);
    const out = [1, 2, 3, 4].map((number) => states.forward(number, 0, { to: CA }));
    const canada = new Desk(CA);
    canada.receiveAll(out[3] ?? expect.unreachable());
    const step = canada.receive(says('checkpoint', { sent: 4, received: 0, oldest: 3 }));
    expect(only(step, 'finding')).toMatchObject([
      { finding: { code: 'EXC-0114', parameters: { partner: US, from: 0, to: 2 } } },
    ]);
    expect(step.entries[0]).toEqual({ kind: 'moved', partner: US, reality: 'live', side: 'in', to: 2 });
    const third = canada.receiveAll(out[2] ?? expect.unreachable());
    expect(only(third, 'forwarding').map(({ sequence }) => sequence)).toEqual([3, 4]);
    canada.restart();
    expect(codes(canada.receiveAll(out[1] ?? expect.unreachable()))).toEqual(['EXC-0109']);
  });

  test('takes in what was held right behind the gap', () => {
    const states = new Desk(US);
    const out = [1, 2, 3].map((number) => states.forward(number, 0, { to: CA }));
    const canada = new Desk(CA, {
      limits: { heldBytes: (bytesOf(out[0] ?? expect.unreachable())[0]?.length ?? 0) * 2 },
    });
    canada.receiveAll(out[1] ?? expect.unreachable());
    canada.receiveAll(out[2] ?? expect.unreachable());
    const step = canada.receive(says('checkpoint', { sent: 3, received: 0, oldest: 3 }));
    expect(only(step, 'forwarding').map(({ sequence }) => sequence)).toEqual([3]);
    expect(sent(step)).toContainEqual({ receipt: { received: 3, refused: [] } });
  });
});
