import { describe, expect, test } from 'vitest';
import { Duties } from '#agreements';
import {
  answerTo,
  bytesOf,
  codes,
  Desk,
  forwardingOf,
  keyIdOf,
  only,
  referenceOfNumber,
  sealedEnvelope,
  sent,
} from '../../support/exchange-desk.ts';
import { CA, MX, meansOf, partnerOf, signerOf, US } from '../../support/exchange-doubles.ts';

const nothing = { entries: [], effects: [] };
const noDuties = (() => {
  const read = Duties.read([]);
  return read.ok ? read.value : expect.unreachable();
})();
/** An envelope that says of itself what a test wants. */
const envelope = (text: string, changed: object = {}, sealedFor = US) =>
  sealedEnvelope(
    {
      ...{
        kind: 'forwarding',
        sequence: 1,
        received: 0,
        from: CA,
        to: US,
        reality: 'live',
        key: keyIdOf(signerOf('CA').publicKey),
      },
      ...changed,
    },
    text,
    { ...meansOf(CA), to: partnerOf(sealedFor) },
  );
const text = forwardingOf(1).text;

describe('what is not authentic', () => {
  const refused = (bytes: Uint8Array, code: string, parameters: object) => {
    const there = new Desk(US).receive(bytes);
    expect(only(there, 'finding').map(({ finding }) => finding)).toMatchObject([{ code, parameters }]);
    expect({ ...there, effects: [] }).toEqual(nothing);
    expect(there.effects).toHaveLength(1);
  };

  test('is set aside with a code, and nothing else happens', () => {
    refused(Uint8Array.of(1, 2), 'EXC-0101', { bytes: 2 });
    refused(envelope(text, { to: MX }), 'EXC-0105', { from: CA, to: MX });
    refused(envelope(text, { from: 'BR' }), 'EXC-0106', { from: 'BR' });
    refused(envelope(text, { key: '0'.repeat(16) }), 'EXC-0107', { from: CA, key: '0'.repeat(16) });
    // Signed by Canada's key, in the name of Mexico and with the id of Mexico's key.
    refused(envelope(text, { from: MX, key: keyIdOf(signerOf('MX').publicKey) }), 'EXC-0108', { from: MX });
  });

  test('is counted for the console, by the partner that it claims to be from', () => {
    const desk = new Desk(US);
    const wrongKey = envelope(text, { key: '0'.repeat(16) });
    for (const bytes of [wrongKey, wrongKey, envelope(text, { from: 'BR' }), Uint8Array.of(1)]) desk.receive(bytes);
    expect(desk.exchange.refusals()).toMatchObject([
      { from: CA, code: 'EXC-0107', count: 2 },
      { from: undefined, code: 'EXC-0106', count: 1 },
      { from: undefined, code: 'EXC-0101', count: 1 },
    ]);
  });

  test('any changed bit is noticed, wherever it stands', () => {
    const [bytes = new Uint8Array()] = bytesOf(new Desk(CA).forward(1));
    const states = new Desk(US);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const copy = bytes.slice();
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const there = states.receive(copy);
      expect(codes(there), `bit ${bit}`).toHaveLength(1);
      expect([there.entries.length, there.effects.length], `bit ${bit}`).toEqual([0, 1]);
    }
    expect(only(states.receive(bytes), 'forwarding')).toHaveLength(1);
  });

  test('nor is what is larger than allowed', () => {
    const [bytes = new Uint8Array()] = bytesOf(new Desk(CA).forward(1));
    const of = (envelopeBytes: number) => new Desk(US, { limits: { envelopeBytes } }).receive(bytes);
    expect(codes(of(bytes.length))).toEqual([]);
    expect(only(of(bytes.length - 1), 'finding')[0]?.finding).toMatchObject({
      code: 'EXC-0103',
      parameters: { bytes: bytes.length, limit: bytes.length - 1 },
    });
  });
});

describe('what is authentic and cannot be used', () => {
  const refused = (bytes: Uint8Array, code: string, parameters: object, desk = new Desk(US)) => {
    const there = desk.receive(bytes);
    expect(only(there, 'finding').map(({ finding }) => finding)).toMatchObject([{ code, parameters }]);
    expect(there.entries).toEqual([{ kind: 'rejected', partner: CA, reality: 'live', sequence: 1, code }]);
    expect(sent(there)).toEqual([{ receipt: { received: 1, refused: [{ sequence: 1, code }] } }]);
    expect(there.effects).toHaveLength(2);
  };

  test('is refused with a code in the receipt, and the channel goes on', () => {
    refused(envelope(text, {}, MX), 'EXC-0201', { from: CA, sequence: 1 });
    refused(envelope('{}'), 'AGR-0102', {});
    refused(envelope(text), 'AGR-0101', {}, new Desk(US, { duties: noDuties }));
    refused(envelope(forwardingOf(1, { to: MX }).text), 'EXC-0203', { from: CA, sequence: 1 });
    refused(envelope(forwardingOf(1, { from: MX }).text), 'EXC-0203', { from: CA, sequence: 1 });
    refused(envelope(forwardingOf(1, { reality: 'demonstration' }).text), 'EXC-0203', { from: CA, sequence: 1 });
    refused(envelope('{}', { kind: 'answer' }), 'AGR-0203', {});
    const reference = referenceOfNumber(1);
    refused(envelope(answerTo(forwardingOf(1)).text, { kind: 'answer' }), 'EXC-0204', { from: CA, reference });
  });

  test('so is a record that no domain here knows', () => {
    const duties = Duties.read([
      {
        ...{ table: 't', source: 's', date: '2020-01-01', verified: true },
        rows: [
          {
            ...{ row: 'r', from: 'CA', to: 'US', record: 'unheard.of', purpose: 'border-control', citation: 'c' },
            ...{ inForceFrom: '2020-01-01', verified: true },
          },
        ],
      },
    ]);
    const header = { ...forwardingOf(1).header, record: 'unheard.of', legalBasis: 'r', part: {} };
    const there = new Desk(US, duties.ok ? { duties: duties.value } : {});
    refused(envelope(JSON.stringify(header)), 'EXC-0202', { from: CA, record: 'unheard.of' }, there);
  });

  test('so is a forwarding that is still open, and one too many', () => {
    const states = new Desk(US, { limits: { openForwardings: 2 } });
    expect(codes(states.receive(envelope(text)))).toEqual([]);
    const again = states.receive(envelope(text, { sequence: 2 }));
    expect(only(again, 'finding')[0]?.finding).toMatchObject({
      code: 'EXC-0205',
      parameters: { from: CA, reference: referenceOfNumber(1) },
    });
    expect(codes(states.receive(envelope(forwardingOf(2).text, { sequence: 3 })))).toEqual([]);
    const full = states.receive(envelope(forwardingOf(3).text, { sequence: 4 }));
    expect(only(full, 'finding')[0]?.finding).toMatchObject({ code: 'EXC-0206', parameters: { from: CA, limit: 2 } });
    states.step({ kind: 'answer', answer: answerTo(forwardingOf(1)) });
    expect(codes(states.receive(envelope(forwardingOf(3).text, { sequence: 5 })))).toEqual([]);
  });

  test('the sender learns of it and stops waiting', () => {
    const canada = new Desk(CA);
    const states = new Desk(US, { duties: noDuties });
    const told = canada.receiveAll(states.receiveAll(canada.forward(1)));
    const reference = referenceOfNumber(1);
    expect(told.entries).toEqual([
      { kind: 'refused', partner: US, reality: 'live', reference, code: 'AGR-0101' },
      { kind: 'acknowledged', partner: US, reality: 'live', upTo: 1 },
    ]);
    expect(only(told, 'failed')).toMatchObject([
      {
        ...{ to: US, reality: 'live', reference },
        finding: { code: 'EXC-0305', parameters: { to: US, reference, code: 'AGR-0101' } },
      },
    ]);
    expect(only(told, 'forget')).toHaveLength(1);
    expect(canada.exchange.channels()[0]).toMatchObject({ awaited: 0, outbox: 0 });
  });

  test('every receipt that may be the first to arrive tells of it, and none tells of more than 256', () => {
    const canada = new Desk(CA, { limits: { underWay: 1000 } });
    const states = new Desk(US, { duties: noDuties });
    const out = Array.from({ length: 300 }, (_step, at) => canada.forward(at));
    for (const step of out) states.receiveAll(step);
    const again = (number: number) => {
      const receipt = sent(states.receiveAll(out[number] ?? expect.unreachable()))[0] as {
        receipt: { received: number; refused: { sequence: number }[] };
      };
      return receipt.receipt.refused.map(({ sequence }) => sequence);
    };
    // Whichever letter comes again: the receipts of all others may be lost.
    for (const number of [0, 298, 299]) {
      expect(again(number)).toHaveLength(256);
      expect(again(number)[0]).toBe(45);
    }
  });
});

describe('order', () => {
  const several = (count: number, options = {}) => {
    const canada = new Desk(CA, options);
    return Array.from({ length: count }, (_step, at) => bytesOf(canada.forward(at + 1))[0]);
  };

  test('a duplicate is dropped and receipted again', () => {
    const [first] = several(1);
    const states = new Desk(US);
    states.receive(first);
    const again = states.receive(first);
    expect(again.entries).toEqual([]);
    expect(only(again, 'finding')[0]?.finding).toMatchObject({
      code: 'EXC-0109',
      severity: 'note',
      parameters: { from: CA, sequence: 1 },
    });
    expect(sent(again)).toEqual([{ receipt: { received: 1, refused: [] } }]);
    expect(again.effects).toHaveLength(2);
  });

  test('what comes early is held, the gap is asked for once, and all comes up in order', () => {
    const [first, second, third, fourth] = several(4);
    const states = new Desk(US);
    const early = states.receive(third);
    expect(early.entries).toEqual([]);
    expect(sent(early)).toEqual([{ 'catch-up': { after: 0, before: 3 } }]);
    expect(early.effects).toHaveLength(1);
    expect(states.receive(third)).toEqual(nothing);
    expect(states.receive(fourth)).toEqual(nothing);
    const next = states.receive(first);
    expect(only(next, 'forwarding').map(({ sequence }) => sequence)).toEqual([1]);
    expect(sent(next)).toEqual([{ 'catch-up': { after: 1, before: 3 } }, { receipt: { received: 1, refused: [] } }]);
    const closed = states.receive(second);
    expect(only(closed, 'forwarding').map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
    expect(sent(closed)).toEqual([{ receipt: { received: 4, refused: [] } }]);
    // What was held and has been taken in is not kept.
    expect(codes(states.receive(third))).toEqual(['EXC-0109']);
  });

  test('what is refused in the middle stands in the receipt of all', () => {
    const [, second] = several(2);
    const states = new Desk(US);
    states.receive(second);
    const closed = states.receive(envelope('{}'));
    expect(sent(closed)).toEqual([{ receipt: { received: 2, refused: [{ sequence: 1, code: 'AGR-0102' }] } }]);
    expect(only(closed, 'forwarding').map(({ sequence }) => sequence)).toEqual([2]);
  });

  test('no more is held than allowed, in number or in bytes', () => {
    const [, , third, fourth, fifth] = several(5);
    const few = new Desk(US, { limits: { heldMessages: 3 } });
    const far = few.receive(fourth);
    expect(only(far, 'finding')[0]?.finding).toMatchObject({
      code: 'EXC-0110',
      parameters: { from: CA, sequence: 4, received: 0 },
    });
    expect(far.effects).toHaveLength(1);
    expect(codes(few.receive(third))).toEqual([]);
    const size = third?.length ?? 0;
    const small = (heldBytes: number) => {
      const states = new Desk(US, { limits: { heldBytes } });
      return [third, fourth].map((bytes) => codes(states.receive(bytes)).length);
    };
    expect(small(size - 1)).toEqual([1, 1]);
    expect(small(size)).toEqual([0, 1]);
    expect(small(size * 2)).toEqual([0, 0]);
    const twice = new Desk(US, { limits: { heldBytes: size * 3 } });
    const all = [third, third, fourth].flatMap((bytes) => codes(twice.receive(bytes)));
    expect([...all, ...codes(twice.receive(fifth))]).toEqual([]);
  });

  test('what was held makes room when it is taken in', () => {
    const [first, second, third, fourth, fifth, sixth] = several(6);
    const size = second?.length ?? 0;
    const states = new Desk(US, { limits: { heldBytes: size } });
    expect(codes(states.receive(second))).toEqual([]);
    states.receive(first);
    expect(codes(states.receive(fourth))).toEqual([]);
    expect(codes(states.receive(sixth))).toEqual(['EXC-0110']);
    states.receive(third);
    expect(codes(states.receive(sixth))).toEqual([]);
    expect(only(states.receive(fifth), 'forwarding')).toHaveLength(2);
  });
});
