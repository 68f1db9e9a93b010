import type { CountryCode } from '#kernel';

/** Date and time of preparation as lodged (S004): `260701` or `20260701`, and `1000`. */
export interface Prepared {
  readonly date: string;
  readonly time: string;
}

/** UNG of the group that a message stands in. */
export interface GroupEnvelope {
  readonly type?: string;
  readonly sender: string;
  readonly senderQualifier?: string;
  readonly recipient: string;
  readonly recipientQualifier?: string;
  readonly prepared?: Prepared;
  readonly reference: string;
  /** UNG 0051 and S008, `UN` and `D:05B`. */
  readonly agency?: string;
  readonly version?: string;
}

/** UNB, UNG and the separators as lodged, so that a reply goes back the same way. */
export interface Envelope {
  /** S001, `UNOA:4`. */
  readonly syntax: string;
  readonly sender: string;
  readonly senderQualifier?: string;
  readonly recipient: string;
  readonly recipientQualifier?: string;
  readonly prepared?: Prepared;
  readonly controlReference: string;
  /** UNB 0026, `APIS`, `IAPI`, `UKBAOP`. */
  readonly applicationReference?: string;
  /** UNB 0029 is `O`: a person waits at a counter for the answer. */
  readonly interactive: boolean;
  /** UNB 0031 is `1`: the sender asks for a CONTRL. */
  readonly acknowledgementRequested?: boolean;
  /** UNB 0035 is `1`: a test. */
  readonly test?: boolean;
  readonly group?: GroupEnvelope;
  /** `UNA:+.? '`, whether it was lodged or is the default. */
  readonly serviceCharacters: string;
  /** The line break that stood after the segments, where one did. */
  readonly segmentBreak?: string;
  /** True when a UNA stood before the UNB. */
  readonly advised?: boolean;
  /** The country that the recipient address belongs to, when the profile table knows it. */
  readonly authority?: CountryCode;
}

/** UNH: what a message is and how it is referred to. */
export interface MessageHeader {
  /** UNH 0062. */
  readonly reference: string;
  /** S009 0065, `PAXLST`. */
  readonly type: string;
  /** S009 0052 and 0054 without separator, `D.05B`; `11.1` in PADIS messages. */
  readonly directory: string;
  readonly agency: string;
  /** S009 0057, `IATA`, `CBP`; empty when absent. */
  readonly associationCode: string;
  /** UNH 0068. */
  readonly commonAccessReference?: string;
  readonly part?: Part;
}

/** S010: one part of a list that is sent in several messages. */
export interface Part {
  readonly number: number;
  /** 0073 is `F`. */
  readonly last: boolean;
  /** 0073 is `C`. */
  readonly first?: boolean;
}
