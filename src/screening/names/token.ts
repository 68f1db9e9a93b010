/**
 * What a word of a name is for. Only `plain` and `initial` words say who somebody is; the others say it a little. `maternal`
 * is the mother's family name of a Spanish double surname, which may be left out.
 */
export type TokenRole =
  | 'plain'
  | 'initial'
  | 'particle'
  | 'honorific'
  | 'patronymic'
  | 'maternal'
  | 'legal-form'
  | 'vessel-prefix';

/** Where a word stood, if its format tells family and given name apart. */
export type NamePart = 'family' | 'given';

/** One word of a name as it is compared. */
export interface NameToken {
  /** A to Z and 0 to 9 only, never empty. */
  readonly text: string;
  readonly role: TokenRole;
  /** As it was written, in capitals where it is not plain ASCII, for the explanation. */
  readonly written: string;
  /** Other spellings of the same word, likewise A to Z and 0 to 9: MUELLER for MÜLLER, WONG for 王. Any of them may be compared. */
  readonly others?: readonly string[];
  readonly part?: NamePart;
  /** Set where a machine-readable zone may have cut the word: what is left is how it begins. */
  readonly cut?: true;
}

/** A name as it is compared: its words in the order in which they were written. */
export interface ReadName {
  readonly written: string;
  /** The words joined by single blanks; not empty where `written` held a letter or a digit. */
  readonly text: string;
  readonly tokens: readonly NameToken[];
}
