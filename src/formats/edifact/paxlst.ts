import type { PlainDate, PlainDateTime, StateCode } from '#kernel';
import type { Envelope, Part } from './envelope.ts';

export type { Envelope as PaxlstEnvelope } from './envelope.ts';

/** PAXLST as a typed model: UN/EDIFACT D.02B to D.15B, WCO/IATA/ICAO implementation guide v6.0, air, sea and land crew use. */

/** BGM 1001 document name code. */
export type PaxlstDocument = 'passenger-list' | 'crew-list' | 'change-in-flight-status' | 'master-crew-list';

/** BGM 1004 function, where it has one: CP, XR, RP, CL, CLNB, CLOB, XF, CF. */
export type PaxlstFunction =
  | 'new'
  | 'change-passenger'
  | 'cancel-reservation'
  | 'reduction'
  | 'close'
  | 'close-not-on-board'
  | 'close-on-board'
  | 'cancel-flight'
  | 'change-flight';

/** TDT and its LOC/DTM pairs, one a leg. Times are local to their place, as the guide says (DTM format 201). */
export interface PaxlstLeg {
  readonly stage: 'main' | 'overflight';
  /** Carrier designator, from TDT C040 or else the front of the identifier. */
  readonly carrier: string;
  /** False when TDT has no C040, so that a writer leaves it out again. */
  readonly carrierStated: boolean;
  /** The whole identifier as lodged, `ZZ123`. */
  readonly conveyance: string;
  readonly departurePlace: string;
  readonly arrivalPlace: string;
  readonly departureTime?: PlainDateTime;
  readonly arrivalTime?: PlainDateTime;
  /** LOC 3227 codes as lodged (125, 87, 92, 130), for the reply that repeats them. */
  readonly departureQualifier: string;
  readonly arrivalQualifier: string;
}

export interface PaxlstTravelDocument {
  /** DOC 1001: P, V, I, A, C, AC, IP, F, T … as lodged. */
  readonly type: string;
  /** DOC 1131 and 3055, the list that the type is from: `110` and `111`, `ZZZ` or `109`. */
  readonly typeList?: string;
  readonly typeAgency?: string;
  readonly number: string;
  readonly expiry?: PlainDate;
  readonly issued?: PlainDate;
  readonly issuingState?: StateCode;
}

export interface PaxlstAddress {
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly regionName?: string;
  readonly postcode?: string;
  readonly state?: string;
}

/** NAD+FL, FM, DDU, DDT with its group. */
export interface PaxlstPerson {
  readonly role: 'passenger' | 'crew' | 'transit-passenger' | 'transit-crew';
  readonly family: string;
  readonly given?: string;
  readonly second?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly dateOfBirth?: PlainDate;
  readonly infant: boolean;
  readonly nationality?: StateCode;
  readonly residence?: StateCode;
  readonly placeOfBirth?: string;
  /** LOC+180 first component, where a sender puts the state beside the name. */
  readonly stateOfBirth?: string;
  readonly address?: PaxlstAddress;
  /** GEI+4: true 173, false 174, absent when not said. */
  readonly verified?: boolean;
  /** LOC 22, 178, 179. */
  readonly clearancePlace?: string;
  readonly embarkedPlace?: string;
  readonly destinationPlace?: string;
  readonly documents: readonly PaxlstTravelDocument[];
  /** RFF AVF, ABO, SEA, YZY, AEA, CR. `passengerReference` (ABO) is the key of the interactive dialogue. */
  readonly locator?: string;
  readonly passengerReference?: string;
  readonly seat?: string;
  readonly ticket?: string;
  readonly governmentReference?: string;
  readonly redressReference?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly bags?: number;
  readonly bagTags: readonly { readonly number: string; readonly count?: number }[];
  readonly crewPosition?: string;
  /** The segment number (from 1, within the message) of its NAD, so that a page can light it. */
  readonly segment: number;
}

export interface Paxlst {
  readonly directory: string;
  readonly associationCode: string;
  readonly document: PaxlstDocument;
  readonly function: PaxlstFunction;
  /** BGM 1004 as lodged, where it is none of the codes above, such as `C` of the United States. */
  readonly functionCode?: string;
  /** UNH 0062. */
  readonly messageReference: string;
  /** UNH 0068 and S010, for parts: first 1, last true on the final one. */
  readonly commonAccessReference?: string;
  readonly part?: Part;
  /** RFF+TN, without and with its revision. */
  readonly transactionReference?: string;
  readonly transactionRevision?: string;
  readonly contact?: {
    readonly identifier?: string;
    readonly family?: string;
    readonly given?: string;
    readonly numbers: readonly { readonly number: string; readonly kind: string }[];
  };
  readonly legs: readonly PaxlstLeg[];
  readonly people: readonly PaxlstPerson[];
  /** CNT+42 or 41: people on the whole conveyance, never rejected on in interactive use. */
  readonly total?: { readonly qualifier: '41' | '42'; readonly value: number };
  /** The envelope that it came in, so that a reply goes back the same way. */
  readonly envelope: Envelope;
}
