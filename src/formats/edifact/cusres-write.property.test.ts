import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, decodeUtf8, hasError, instant, type PlainDate, type PlainDateTime } from '#kernel';
import type { Cusres, CusresAnswer, CusresLeg, Envelope } from './index.ts';
import { readInterchange, writeCusres } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const letters = fc.constantFrom(..."ABCDEFG0123456789+:'?*é漢😀");
const some = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
const moment = fc
  .integer({ min: -300, max: 300 })
  .map((days) => `${addDays('2026-11-24' as PlainDate, days)}T09:30` as PlainDateTime);
const may = <Members>(members: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> }) =>
  fc.record<Members, never>(members, { requiredKeys: [] });
const both = <One, Two>(one: fc.Arbitrary<One>, two: fc.Arbitrary<Two>): fc.Arbitrary<One & Two> =>
  fc.tuple(one, two).map(([left, right]) => ({ ...left, ...right }));

const leg: fc.Arbitrary<CusresLeg> = both(
  fc.record({
    conveyance: some,
    departurePlace: fc.oneof(some, fc.constant('')),
    arrivalPlace: some,
    departureQualifier: fc.constantFrom('125', '92'),
    arrivalQualifier: fc.constantFrom('87', '130'),
  }),
  may({ departureTime: moment, arrivalTime: moment }),
);

/** Text of any length, which takes several components and several segments. */
const prose = fc
  .tuple(fc.string({ unit: fc.constantFrom(...'NO BOARD? é😀'), minLength: 1, maxLength: 40 }), fc.nat({ max: 120 }))
  .map(([text, times]) => text.repeat(times));

const answer: fc.Arbitrary<CusresAnswer> = both(
  fc.record({ level: fc.constantFrom('header', 'passenger'), codes: fc.array(some, { maxLength: 3 }) }),
  may({ locator: some, passengerReference: some, text: prose }),
);

const envelope: Envelope = {
  syntax: 'UNOY:4',
  sender: 'CBSA',
  recipient: 'AC',
  prepared: { date: '261124', time: '0800' },
  controlReference: '7',
  interactive: true,
  serviceCharacters: "UNA:+.? '",
};

const cusres: fc.Arbitrary<Cusres> = both(
  fc.record({
    directory: fc.constantFrom('D.03B', 'D.05B'),
    associationCode: fc.constantFrom('IATA', 'CBP', ''),
    document: fc.constantFrom('answer', 'unsolicited', 'acknowledgement'),
    messageReference: some,
    legs: fc.array(leg, { maxLength: 2 }),
    answers: fc.array(answer, { maxLength: 3 }),
    envelope: fc.constant(envelope),
  }),
  may({ commonAccessReference: some, part: fc.constant({ number: 1, last: true }), transactionReference: some }),
);

test('an answer is read as it was written, and written again as it was read', () => {
  fc.assert(
    fc.property(cusres, (one) => {
      const bytes = writeCusres(one);
      const { messages, findings } = readInterchange(bytes, { receivedAt, tolerance: 'strict' });
      const [message] = messages;
      const data = message !== undefined && 'answers' in message.data ? message.data : undefined;
      expect(data).toEqual({ ...one, envelope: { ...envelope, advised: false } });
      expect(message?.unrecognised).toEqual([]);
      expect(hasError([...findings, ...(message?.findings ?? [])])).toBe(false);
      expect(data && decodeUtf8(writeCusres(data))).toBe(decodeUtf8(bytes));
    }),
  );
});

const written = (text: string) =>
  decodeUtf8(
    writeCusres({
      directory: 'D.05B',
      associationCode: 'IATA',
      document: 'answer',
      messageReference: '1',
      legs: [],
      answers: [{ level: 'header', codes: [], text }],
      envelope: { ...envelope, segmentBreak: '\n' },
    }),
  )
    .split('\n')
    .filter((segment) => segment.startsWith('FTX'));

test('text is cut into components of 512 characters, five a segment; no character is cut in two', () => {
  expect(written('')).toEqual(["FTX+AAP'"]);
  expect(written('A'.repeat(512))).toEqual([`FTX+AAP+++${'A'.repeat(512)}'`]);
  expect(written(`${'A'.repeat(511)}😀B`)).toEqual([`FTX+AAP+++${'A'.repeat(511)}😀:B'`]);
  const full = Array(5).fill('A'.repeat(512)).join(':');
  expect(written('A'.repeat(2560))).toEqual([`FTX+AAP+++${full}'`]);
  expect(written('A'.repeat(2561))).toEqual([`FTX+AAP+++${full}'`, "FTX+AAP+++A'"]);
});

test.each([
  ['answer', '962'],
  ['unsolicited', '132'],
  ['acknowledgement', '312'],
] as const)('%s is %s, with the flight as the carrier named it', (document, code) => {
  const text = decodeUtf8(
    writeCusres({
      directory: 'D.05B',
      associationCode: 'IATA',
      document,
      messageReference: '1',
      transactionReference: 'T1',
      legs: [
        {
          conveyance: 'AC1',
          departurePlace: 'CDG',
          arrivalPlace: 'YUL',
          departureQualifier: '125',
          arrivalQualifier: '87',
          departureTime: '2026-11-24T12:00' as PlainDateTime,
          arrivalTime: '2026-11-24T20:00' as PlainDateTime,
        },
      ],
      answers: [{ level: 'passenger', locator: 'P', passengerReference: '7', codes: ['0Z', '2Z'] }],
      envelope,
    }),
  );
  expect(text).toBe(
    `UNB+UNOY:4+CBSA+AC+261124:0800+7+++O'UNH+1+CUSRES:D:05B:UN:IATA'BGM+${code}'RFF+TN:T1'RFF+AF:AC1'DTM+189:2611241200:201'DTM+232:2611242000:201'LOC+125+CDG'LOC+87+YUL'ERP+2'RFF+AVF:P'RFF+ABO:7'ERC+0Z'ERC+2Z'UNT+14+1'UNZ+1+7'`,
  );
});
