import { type Paxlst, type PaxlstEnvelope, type PaxlstLeg, type PaxlstPerson, writePaxlst } from '#formats/edifact';
import type { CountryCode, Instant, PlainDate, PlainDateTime, ReadContext, StateCode, Texts } from '#kernel';
import { invariant, parseInstant, parsePlainDate, parsePlainDateTime, stateCode } from '#kernel';
import table from '../../../../data/travel/certification.json' with { type: 'json' };
import type { PassengerList } from '../record.ts';
import { said } from '../said.ts';
import { listOf } from '../understand.ts';

type Row = (typeof table.vectors)[number];
type Person = (typeof table.people)[number];

/** One case that a carrier's system must get right: what to say, and how this country's writer says it. */
export interface Vector {
  readonly name: string;
  readonly title: Texts;
  readonly list: Paxlst;
}

/** The most days that sandbox credentials hold. */
export const { credentialDays } = table;

function must<Value>(value: Value | undefined, what: string): Value {
  invariant(value !== undefined, `data/travel/certification.json: ${what}`);
  return value;
}
const day = (text: string): PlainDate => must(parsePlainDate(text), text);
const moment = (text: string): PlainDateTime => must(parsePlainDateTime(text), text);
const state = (text: string): StateCode => must(stateCode(text), text);

/** When the messages of a certification count as received: the same for everybody and always, two days before the journey. */
export const receivedAt: Instant = must(parseInstant(table.receivedAt), table.receivedAt);

/** How a message of a certification is read: as strictly as can be. */
export const contextOf = (country: CountryCode): ReadContext => ({ receivedAt, country, tolerance: 'strict' });

const journeys: Readonly<Record<string, (typeof table.journeys)['US']>> = table.journeys;
const addresses: Readonly<Record<string, string>> = table.addresses;

function legsOf(country: CountryCode, count: number): readonly PaxlstLeg[] {
  const legs = journeys[country] ?? table.journeys.US;
  return legs.slice(0, count).map((leg, at) => ({
    stage: 'main',
    carrier: leg.conveyance.slice(0, 2),
    carrierStated: true,
    conveyance: leg.conveyance,
    departurePlace: leg.from,
    arrivalPlace: leg.to,
    departureTime: moment(leg.departure),
    arrivalTime: moment(leg.arrival),
    departureQualifier: at === 0 ? '125' : '92',
    arrivalQualifier: at === 0 ? '87' : '92',
  }));
}

const sexes = ['M', 'F', 'X'] as const;
const roles = { true: 'crew', false: 'passenger' } as const;

function personOf(person: Person, row: Row, index: number, legs: readonly PaxlstLeg[]): PaxlstPerson {
  const crew = row.crew === true;
  return said({
    role: roles[`${crew}`],
    family: person.family,
    given: person.given,
    sex: sexes.find((sex) => sex === person.sex),
    dateOfBirth: day(person.dateOfBirth),
    infant: row.infants?.includes(index) ?? false,
    nationality: state(person.nationality),
    residence: state(person.nationality),
    verified: true,
    embarkedPlace: legs[0]?.departurePlace,
    destinationPlace: legs.at(-1)?.arrivalPlace,
    documents: [
      {
        type: 'P',
        typeList: '110',
        typeAgency: '111',
        number: row.document ?? person.documentNumber,
        expiry: day(person.expiry),
        issuingState: state(person.nationality),
      },
    ],
    locator: person.locator,
    passengerReference: person.reference,
    bagTags: [],
    segment: 0,
  });
}

/** The envelope of a carrier that certifies itself, `ZZ`. */
const envelopeOf = (country: CountryCode, reference: string, interactive: boolean): PaxlstEnvelope => ({
  syntax: 'UNOA:4',
  sender: 'ZZ',
  recipient: addresses[country] ?? country,
  prepared: { date: '270612', time: '1200' },
  controlReference: reference,
  applicationReference: interactive ? 'IAPI' : 'APIS',
  interactive,
  serviceCharacters: "UNA:+.? '",
  authority: country,
});

function vectorOf(row: Row, number: number, country: CountryCode): Vector {
  const legs = legsOf(country, row.legs);
  const crew = row.crew === true;
  const people = row.people.map((index) => personOf(must(table.people[index], row.name), row, index, legs));
  const list: Paxlst = {
    directory: 'D.05B',
    associationCode: 'IATA',
    document: crew ? 'crew-list' : 'passenger-list',
    function: functionOf(row),
    messageReference: `CERT${number}`,
    commonAccessReference: `CERT${number}`,
    part: { number: 1, last: true },
    transactionReference: `CERT${number}`,
    contact: { family: 'ZZ CERTIFICATION', numbers: [{ number: '5550100', kind: 'TE' }] },
    legs,
    people,
    total: { qualifier: crew ? '41' : '42', value: people.length },
    envelope: envelopeOf(country, `CERT${number}`, !crew),
  };
  return { name: row.name, title: row.title, list };
}

const functions: readonly Paxlst['function'][] = ['new', 'change-passenger', 'cancel-reservation', 'close-on-board'];
const functionOf = (row: Row): Paxlst['function'] =>
  must(
    functions.find((name) => name === row.function),
    row.function,
  );

/** The cases of a country, in the order in which a carrier should try them. */
export const vectorsOf = (country: CountryCode): readonly Vector[] =>
  table.vectors
    .filter((row) => row.authorities?.some((authority) => authority === country) ?? true)
    .map((row, at) => vectorOf(row, at + 1, country));

/** How this country's own writer says the case; a carrier's system may say it otherwise, as long as it means the same. */
export const sampleOf = ({ list }: Vector): Uint8Array => writePaxlst(list);

/** What the case means. */
export const meaningOf = ({ list }: Vector, country: CountryCode): PassengerList => listOf(list, contextOf(country));
