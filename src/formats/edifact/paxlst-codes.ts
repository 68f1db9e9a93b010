import type { PaxlstDocument, PaxlstFunction, PaxlstPerson } from './paxlst.ts';

/** Codes of PAXLST both ways: WCO/IATA/ICAO implementation guide v6.0, section 4. */
const pairs = <Meaning extends string>(table: Readonly<Record<string, Meaning>>) => ({
  /** The meaning of a code; undefined when the guide does not know it. */
  meaning: new Map(Object.entries(table)),
  /** The code of a meaning. */
  code: new Map(Object.entries(table).map(([code, meaning]) => [meaning, code])),
});

/** BGM 1001. */
export const documents = pairs<PaxlstDocument>({
  '745': 'passenger-list',
  '250': 'crew-list',
  '266': 'change-in-flight-status',
  '336': 'master-crew-list',
});

/** BGM 1004. */
export const functions = pairs<PaxlstFunction>({
  CP: 'change-passenger',
  XR: 'cancel-reservation',
  RP: 'reduction',
  CL: 'close',
  CLNB: 'close-not-on-board',
  CLOB: 'close-on-board',
  XF: 'cancel-flight',
  CF: 'change-flight',
});

/** NAD 3035. */
export const roles = pairs<PaxlstPerson['role']>({
  FL: 'passenger',
  FM: 'crew',
  DDU: 'transit-passenger',
  DDT: 'transit-crew',
});

/** TDT 8051. */
export const stages = pairs<'main' | 'overflight'>({ '20': 'main', '34': 'overflight' });

/** RFF 1153 of a person, and the member that holds it, in the order in which they are written. */
export const personReferences: readonly (readonly [string, ReferenceMember])[] = [
  ['AVF', 'locator'],
  ['ABO', 'passengerReference'],
  ['SEA', 'seat'],
  ['YZY', 'ticket'],
  ['AEA', 'governmentReference'],
  ['CR', 'redressReference'],
];

type ReferenceMember =
  | 'locator'
  | 'passengerReference'
  | 'seat'
  | 'ticket'
  | 'governmentReference'
  | 'redressReference';

/** LOC 3227 of a person, and the member that holds it, in the order in which they are written. */
export const personPlaces = {
  '22': 'clearancePlace',
  '174': 'residence',
  '178': 'embarkedPlace',
  '179': 'destinationPlace',
} as const satisfies Readonly<Record<string, keyof PaxlstPerson>>;
