import type { PlainDate } from './time.ts';

/** Who or what is to be looked for on lists: what a domain knows of it, in no particular format. */
export interface Subject {
  /** The domain's own reference of this subject within its record, so that candidates find their way back. */
  readonly reference: string;
  readonly kind: 'person' | 'organisation' | 'vessel' | 'vehicle';
  /** Each as it was lodged; the first is the principal one. `family` and `given` where the format tells them apart. */
  readonly names: readonly SubjectName[];
  readonly dateOfBirth?: PlainDate;
  /** As it was lodged: a town, a country, or both. */
  readonly placeOfBirth?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly nationalities: readonly string[];
  readonly documents: readonly SubjectDocument[];
}

export interface SubjectName {
  readonly family?: string;
  readonly given?: string;
  /** The whole name, for formats that do not tell family and given apart. */
  readonly whole?: string;
}

export interface SubjectDocument {
  /**
   * What kind of number it is: `P` passport, `I` identity card or number of a person, `T` travel document, `IMO`, `MMSI`
   * and `CALL` (call sign) of a vessel, `REG` company register, `TAX`, `LEI`, `BIC`; `unknown` where nobody says.
   */
  readonly type: string;
  readonly number: string;
  readonly issuingState?: string;
}

/** no-hit: leave alone; adjudicate: a person must look; strong: as good as certain. */
export type HitClass = 'no-hit' | 'adjudicate' | 'strong';

/** One piece of evidence: what was compared, how it stood, and what it adds to the score. */
export interface Evidence {
  readonly feature: string;
  readonly relation: 'same' | 'spelling' | 'short-form' | 'only-subject' | 'only-listed' | 'differs' | 'absent';
  readonly subject?: string;
  readonly listed?: string;
  /** The contribution to the score; the contributions of one candidate sum to its score. */
  readonly contribution: number;
}

/** A listed subject that may be the one asked about, with all that speaks for and against it. */
export interface Candidate {
  readonly list: string;
  readonly listVersion: string;
  /** The entry's own number in its list. */
  readonly entry: string;
  /** The purpose of the list: `no-fly`, `lookout`, `sanctions`, `lost-document`. */
  readonly purpose: string;
  readonly listedName: string;
  readonly class: HitClass;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A date of birth as lists print it: a day, a month, a year, or a span of years. Absent parts are unknown. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** The last year of a span ("1961 to 1965", "circa 1957" as one year either side). */
  readonly untilYear?: number;
}

/** One listed subject, as an importer of a list reads it. */
export interface ListEntry {
  readonly entry: string;
  readonly kind: Subject['kind'];
  readonly names: readonly (SubjectName & { readonly quality: 'primary' | 'alias' | 'weak' })[];
  readonly datesOfBirth: readonly PartialDate[];
  readonly sex?: 'M' | 'F' | 'X';
  readonly nationalities: readonly string[];
  readonly documents: readonly SubjectDocument[];
  readonly programme?: string;
  /** As the list prints them: a town, a country, or both. */
  readonly placesOfBirth?: readonly string[];
  /** The day it was put on the list, and the day it was last changed there, where the list says so. */
  readonly listedOn?: PlainDate;
  readonly updatedOn?: PlainDate;
  /** What else the list says, under its own words: address, title, reason. Kept for the officer; nothing is compared with it. */
  readonly particulars?: readonly Particular[];
}

/** One thing that a list says of an entry, under the list's own name for it. */
export interface Particular {
  readonly name: string;
  readonly text: string;
}

/** A list as it was published or kept on one day. */
export interface SubjectList {
  readonly name: string;
  readonly version: string;
  readonly purpose: string;
  readonly entries: readonly ListEntry[];
}
