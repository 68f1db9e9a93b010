import type { PlainDateTime } from '#kernel';
import type { Envelope, Part } from './envelope.ts';

/** CUSRES as used between carriers and border authorities: answer (962), unsolicited government message (132), carrier's acknowledgement (312). */
export type CusresDocument = 'answer' | 'unsolicited' | 'acknowledgement';

export interface CusresLeg {
  readonly conveyance: string;
  readonly departurePlace: string;
  readonly arrivalPlace: string;
  readonly departureTime?: PlainDateTime;
  readonly arrivalTime?: PlainDateTime;
  readonly departureQualifier: string;
  readonly arrivalQualifier: string;
}

/** One ERP group: header level (ERP+1) applies to all passengers of the transaction, passenger level (ERP+2) to one. */
export interface CusresAnswer {
  readonly level: 'header' | 'passenger';
  readonly locator?: string;
  readonly passengerReference?: string;
  /** ERC 9321, an authority's code; what it means stands in that authority's dated code table. */
  readonly codes: readonly string[];
  /** FTX+AAP, for a person to read. */
  readonly text?: string;
}

export interface Cusres {
  readonly directory: string;
  readonly associationCode: string;
  readonly document: CusresDocument;
  readonly messageReference: string;
  readonly commonAccessReference?: string;
  readonly part?: Part;
  readonly transactionReference?: string;
  readonly legs: readonly CusresLeg[];
  readonly answers: readonly CusresAnswer[];
  readonly envelope: Envelope;
}
