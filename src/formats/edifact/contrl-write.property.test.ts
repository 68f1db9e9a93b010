import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, hasError, instant } from '#kernel';
import type { Contrl, ContrlError, ContrlMessage, Envelope } from './index.ts';
import { readInterchange, writeContrl } from './index.ts';

const some = fc.string({ unit: fc.constantFrom(..."ABC019+:'?"), minLength: 1, maxLength: 6 });
const code = fc.integer({ min: 2, max: 60 }).map(String);
const action = fc.constantFrom('rejected', 'acknowledged', 'received');
const may = <Members>(members: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> }) =>
  fc.record<Members, never>(members, { requiredKeys: [] });
const both = <One, Two>(one: fc.Arbitrary<One>, two: fc.Arbitrary<Two>): fc.Arbitrary<One & Two> =>
  fc.tuple(one, two).map(([left, right]) => ({ ...left, ...right }));
/** A component has a place in an element only. */
const place: fc.Arbitrary<Pick<ContrlError, 'element' | 'component'>> = fc.oneof(
  fc.constant({}),
  fc.record({ element: fc.nat({ max: 20 }) }),
  fc.record({ element: fc.nat({ max: 20 }), component: fc.integer({ min: 1, max: 9 }) }),
);

const message: fc.Arbitrary<ContrlMessage> = both(
  fc.record({
    reference: some,
    type: fc.constantFrom('PAXLST', 'CUSRES'),
    directory: fc.constantFrom('D.05B', 'D.15B'),
    agency: fc.constant('UN'),
    associationCode: fc.constantFrom('IATA', ''),
    action,
    segments: fc.array(
      both(
        fc.record({
          segment: fc.integer({ min: 1, max: 999 }),
          elements: fc.array(both(fc.record({ error: code }), place), { maxLength: 2 }),
        }),
        may({ error: code }),
      ),
      { maxLength: 2 },
    ),
  }),
  both(may({ error: code, tag: fc.constantFrom('UNH', 'UNT') }), place),
);

const envelope: Envelope = {
  syntax: 'UNOA:4',
  sender: 'CBSA',
  recipient: 'AC',
  prepared: { date: '261124', time: '0800' },
  controlReference: '7',
  interactive: false,
  serviceCharacters: "UNA:+.? '",
};
const contrl: fc.Arbitrary<Contrl> = both(
  fc.record({
    directory: fc.constant('D.3'),
    messageReference: fc.constant('1'),
    reference: some,
    sender: some,
    recipient: some,
    action,
    messages: fc.array(message, { maxLength: 2 }),
    envelope: fc.constant(envelope),
  }),
  both(
    may({
      senderQualifier: some,
      recipientQualifier: some,
      error: code,
      tag: fc.constantFrom('UNB', 'UNZ'),
      group: fc.record({ reference: some, sender: some, recipient: some }),
    }),
    place,
  ),
);

test('a report is read as it was written, and written again as it was read', () => {
  fc.assert(
    fc.property(contrl, (one) => {
      const bytes = writeContrl(one);
      const [read] = readInterchange(bytes, { receivedAt: instant(0), tolerance: 'strict' }).messages;
      const data = read !== undefined && 'action' in read.data ? read.data : undefined;
      expect(data).toEqual({ ...one, envelope: { ...envelope, advised: false } });
      expect(read?.unrecognised).toEqual([]);
      expect(hasError(read?.findings ?? [])).toBe(false);
      expect(data && decodeUtf8(writeContrl(data))).toBe(decodeUtf8(bytes));
    }),
  );
});

test('positions count the tag', () => {
  const text = decodeUtf8(
    writeContrl({
      directory: 'D.3',
      messageReference: '1',
      reference: '7',
      sender: 'AC',
      recipient: 'CBSA',
      action: 'acknowledged',
      messages: [
        {
          ...{ reference: 'M1', type: 'PAXLST', directory: 'D.05B', agency: 'UN', associationCode: 'IATA' },
          action: 'rejected',
          segments: [{ segment: 4, elements: [{ error: '12', element: 1, component: 2 }] }],
        },
      ],
      envelope,
    }),
  );
  expect(text).toBe(
    "UNB+UNOA:4+CBSA+AC+261124:0800+7'UNH+1+CONTRL:D:3:UN'UCI+7+AC+CBSA+7'UCM+M1+PAXLST:D:05B:UN:IATA+4'UCS+4'UCD+12+2:2'UNT+6+1'UNZ+1+7'",
  );
});
