import type { PlainDate } from '#kernel';
import type { MrzFormat } from './layout.ts';

/** A date as printed, and what it says. Unknown parts are absent (ICAO 9303-3 section 4.8: `<<` in their place). */
export interface MrzDate {
  /** YYMMDD as printed. */
  readonly text: string;
  /** The year with its century. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The whole day, where it is known. */
  readonly date?: PlainDate;
}

/** What a machine-readable zone says. Fillers are taken off; within names they are blanks. */
export interface MrzFields {
  readonly format: MrzFormat;
  /** `P`, `PO`, `ID`, `I`, `V`. */
  readonly documentCode: string;
  /** One to three letters, as printed: `D` is Germany, `UTO` the specimen state. */
  readonly issuingState: string;
  readonly documentNumber: string;
  readonly family: string;
  readonly given: string;
  readonly nationality: string;
  readonly dateOfBirth: MrzDate;
  readonly sex: 'F' | 'M' | 'X';
  readonly expiry: MrzDate;
  /** The optional data beside the document number or, in a passport, the personal number. */
  readonly optional: string;
  /** The second optional data of TD1. */
  readonly optional2?: string;
}
