import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, decodeUtf8, hasError, instant, type PlainDate, type PlainDateTime, type StateCode } from '#kernel';
import type { Envelope, Paxlst, PaxlstLeg, PaxlstPerson, PaxlstTravelDocument } from './index.ts';
import { readInterchange, readWire, writePaxlst, writePaxlsts, writeWire } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const receivedOn = '2026-11-24' as PlainDate;

/** Text as it stands in a message: any letters and signs, service characters among them, none of the blanks at its ends. */
const sign = fc.oneof(
  fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  fc.constantFrom(..."+:'?*. -/éÑ漢😀"),
);
const text = (least: number, most: number) =>
  fc.string({ unit: sign, minLength: least, maxLength: most }).map((raw) => raw.trim() || 'X'.repeat(least));
const some = text(1, 8);
const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((shift) => addDays(receivedOn, shift));
const moment = fc.tuple(day(-300, 300), fc.nat({ max: 1439 })).map(([date, minutes]) => {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as PlainDateTime;
});
const state = fc.constantFrom('CAN', 'USA', 'MEX', 'D', 'UTO').map((code) => code as StateCode);

/** Members of which each is there or not. */
const may = <Members>(members: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> }) =>
  fc.record<Members, never>(members, { requiredKeys: [] });
const both = <One, Two>(one: fc.Arbitrary<One>, two: fc.Arbitrary<Two>): fc.Arbitrary<One & Two> =>
  fc.tuple(one, two).map(([left, right]) => ({ ...left, ...right }));

const document: fc.Arbitrary<PaxlstTravelDocument> = both(
  fc.record({ type: fc.constantFrom('P', 'V', 'I', 'AC'), number: some }),
  may({ typeList: some, typeAgency: some, expiry: day(0, 3600), issued: day(-3600, 0), issuingState: state }),
);

const address = may({ street: some, city: some, region: some, regionName: some, postcode: some, state: some }).filter(
  (members) => Object.keys(members).length > 0,
);

const ofPerson = {
  given: some,
  second: some,
  sex: fc.constantFrom('F', 'M', 'X'),
  dateOfBirth: day(-30_000, -1000),
  nationality: state,
  residence: state,
  placeOfBirth: some,
  stateOfBirth: some,
  address,
  verified: fc.boolean(),
  clearancePlace: some,
  embarkedPlace: some,
  destinationPlace: some,
  locator: some,
  passengerReference: some,
  seat: some,
  ticket: some,
  governmentReference: some,
  redressReference: some,
  phone: some,
  email: some,
  bags: fc.nat({ max: 99 }),
  crewPosition: some,
};
const bagTag = both(fc.record({ number: some }), may({ count: fc.nat({ max: 99 }) }));
const person: fc.Arbitrary<PaxlstPerson> = both(
  fc.record({
    role: fc.constantFrom('passenger', 'crew', 'transit-passenger', 'transit-crew'),
    family: some,
    infant: fc.constant(false),
    documents: fc.array(document, { maxLength: 2 }),
    bagTags: fc.array(bagTag, { maxLength: 2 }),
    segment: fc.constant(0),
  }),
  may(ofPerson),
);

const leg: fc.Arbitrary<PaxlstLeg> = both(
  fc
    .record({
      stage: fc.constantFrom('main', 'overflight'),
      conveyance: fc.constantFrom('AC123', '9W1', 'BAW77A'),
      departurePlace: fc.constantFrom('CDG', 'FRA'),
      arrivalPlace: fc.constantFrom('YUL', 'MEX'),
      departureQualifier: fc.constantFrom('125', '92'),
      arrivalQualifier: fc.constantFrom('87', '130'),
      carrierStated: fc.boolean(),
    })
    .map((members) => ({ ...members, carrier: /^(BAW|..)/.exec(members.conveyance)?.[0] ?? '' })),
  may({ departureTime: moment, arrivalTime: moment }),
);

const envelope: fc.Arbitrary<Envelope> = both(
  fc.record({
    syntax: fc.constant('UNOY:4'),
    sender: some,
    recipient: some,
    prepared: fc.constant({ date: '261124', time: '0800' }),
    controlReference: some,
    interactive: fc.boolean(),
    serviceCharacters: fc.constantFrom("UNA:+.? '", "UNA:+.?*'", 'UNA|^.~!;'),
    advised: fc.constant(true),
  }),
  may({
    senderQualifier: some,
    recipientQualifier: some,
    applicationReference: some,
    segmentBreak: fc.constantFrom('\n', '\r\n'),
  }),
);

const list: fc.Arbitrary<Paxlst> = both(
  fc.record({
    directory: fc.constantFrom('D.02B', 'D.05B', 'D.12B', 'D.15B'),
    associationCode: fc.constantFrom('IATA', 'CBP', ''),
    document: fc.constantFrom('passenger-list', 'crew-list', 'change-in-flight-status', 'master-crew-list'),
    function: fc.constantFrom(
      ...(['new', 'change-passenger', 'cancel-reservation', 'reduction', 'close', 'close-not-on-board'] as const),
      ...(['close-on-board', 'cancel-flight', 'change-flight'] as const),
    ),
    messageReference: some,
    legs: fc.array(leg, { minLength: 1, maxLength: 2 }),
    people: fc.array(person, { maxLength: 3 }),
    envelope,
  }),
  may({
    commonAccessReference: some,
    part: fc.constantFrom(
      { number: 1, last: false, first: true },
      { number: 2, last: false },
      { number: 3, last: true },
    ),
    transactionReference: some,
    contact: both(
      fc.record({
        numbers: fc.array(fc.record({ number: some, kind: fc.constantFrom('TE', 'FX') }), { maxLength: 2 }),
      }),
      may({ identifier: some, family: some, given: some }),
    ),
    total: fc.record({ qualifier: fc.constantFrom('41', '42'), value: fc.nat({ max: 500 }) }),
  }),
);

/** The messages of an interchange, and the findings that say that something was not understood. */
function read(bytes: Uint8Array) {
  const { messages, findings } = readInterchange(bytes, { receivedAt, tolerance: 'strict' });
  const all = [...findings, ...messages.flatMap((message) => message.findings)];
  const lists = messages.flatMap(({ data }) => ('people' in data ? [data] : []));
  return { lists, all, unrecognised: messages.flatMap((message) => message.unrecognised) };
}
const withoutPlaces = (one: Paxlst): Paxlst => ({
  ...one,
  envelope: { ...one.envelope, authority: undefined } as unknown as Envelope,
  people: one.people.map((each) => ({ ...each, segment: 0, infant: false })),
});

describe('a list', () => {
  test('is read as it was written, with nothing left over', () => {
    fc.assert(
      fc.property(list, (one) => {
        const { lists, all, unrecognised } = read(writePaxlst(one));
        expect(lists.map(withoutPlaces)).toEqual([withoutPlaces(one)]);
        expect(unrecognised).toEqual([]);
        expect(hasError(all)).toBe(false);
      }),
    );
  });

  test('is written again as it was read, byte for byte', () => {
    fc.assert(
      fc.property(list, (one) => {
        const bytes = writePaxlst(one);
        const [again] = read(bytes).lists;
        expect(again && decodeUtf8(writePaxlst(again))).toBe(decodeUtf8(bytes));
        expect(decodeUtf8(writeWire(readWire(bytes)))).toBe(decodeUtf8(bytes));
      }),
      { numRuns: 50 },
    );
  });

  test('in several parts stands in the envelope of the first', () => {
    fc.assert(
      fc.property(list, list, (one, two) => {
        const parts = [one, { ...two, messageReference: `${one.messageReference}2` }] as const;
        const { lists, all } = read(writePaxlsts(parts));
        expect(lists.map(withoutPlaces)).toEqual(
          parts.map((part) => withoutPlaces({ ...part, envelope: one.envelope })),
        );
        expect(hasError(all)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
