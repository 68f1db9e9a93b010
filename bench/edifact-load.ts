import { type Paxlst, type PaxlstPerson, writePaxlsts } from '#formats/edifact';
import type { PlainDate, PlainDateTime, StateCode } from '#kernel';

const families = ['WILLIAMS', 'GARCIA LOPEZ', 'TREMBLAY', 'ZHANG', 'OKONKWO', 'VAN DER BERG'];
const given = ['JOHN DONALD', 'MARIA', 'ELODIE', 'HUAN HUAN', 'CHINEDU', 'ANNA'];

const personAt = (index: number): PaxlstPerson => ({
  role: 'passenger',
  family: families[index % families.length] as string,
  given: given[index % given.length] as string,
  sex: index % 2 === 0 ? 'M' : 'F',
  dateOfBirth: `19${60 + (index % 40)}-0${1 + (index % 9)}-1${index % 9}` as PlainDate,
  infant: false,
  nationality: 'CAN' as StateCode,
  residence: 'CAN' as StateCode,
  verified: true,
  clearancePlace: 'JFK',
  embarkedPlace: 'YUL',
  destinationPlace: 'JFK',
  placeOfBirth: 'MONTREAL',
  documents: [
    {
      type: 'P',
      typeList: '110',
      typeAgency: '111',
      number: `AB${100_000 + index}`,
      expiry: '2031-05-20' as PlainDate,
      issuingState: 'CAN' as StateCode,
    },
  ],
  locator: `X${(100_000 + index).toString(36).toUpperCase()}`,
  passengerReference: String(index),
  seat: '12A',
  bagTags: [],
  segment: 0,
});

const listAt = (index: number): Paxlst => ({
  directory: 'D.05B',
  associationCode: 'IATA',
  document: 'passenger-list',
  function: 'new',
  messageReference: `PAX${index}`,
  commonAccessReference: 'AC789/260701/0805',
  transactionReference: `${1_000_000 + index}`,
  contact: { family: 'OPERATIONS', numbers: [{ number: '514 555 0100', kind: 'TE' }] },
  legs: [
    {
      stage: 'main',
      carrier: 'AC',
      carrierStated: true,
      conveyance: 'AC789',
      departurePlace: 'YUL',
      arrivalPlace: 'JFK',
      departureTime: '2026-07-01T08:05' as PlainDateTime,
      arrivalTime: '2026-07-01T09:40' as PlainDateTime,
      departureQualifier: '125',
      arrivalQualifier: '87',
    },
  ],
  people: [personAt(2 * index), personAt(2 * index + 1)],
  total: { qualifier: '42', value: 2 },
  envelope: {
    syntax: 'UNOA:4',
    sender: 'AC',
    recipient: 'USCSAPIS',
    prepared: { date: '260701', time: '0700' },
    controlReference: '1',
    interactive: false,
    serviceCharacters: "UNA:+.? '",
    segmentBreak: '\n',
  },
});

/** An interchange of so many passenger lists of two people each, about 900 bytes a list. */
export const interchangeOf = (messages: number): Uint8Array =>
  writePaxlsts(Array.from({ length: messages }, (_, index) => listAt(index)) as [Paxlst, ...Paxlst[]]);
