import type { NamePart, NameToken, TokenRole } from './token.ts';

/** A token in the making: as in NameToken, but the steps of the reading may still change it. */
export interface Draft {
  text: string;
  written: string;
  role: TokenRole;
  others?: readonly string[];
  part?: NamePart;
  cut?: true;
}

/** A word as its script's reader gives it: text of A to Z and 0 to 9, and other ways to spell it. */
export interface WordRead {
  readonly text: string;
  readonly written: string;
  readonly role?: TokenRole;
  readonly others?: readonly string[];
}

/** A word that has no role yet: an initial, if it is one letter. */
export const draftOf = (text: string, written: string): Draft => ({
  text,
  written,
  role: text.length === 1 ? 'initial' : 'plain',
});

/** A word with its readings, the likeliest first; those that say no more are left out. */
export function wordRead(written: string, readings: readonly string[]): WordRead {
  const [text = '', ...others] = new Set(readings.filter((reading) => reading !== ''));
  return others.length === 0 ? { text, written } : { text, written, others };
}

/** All ways to spell a token, its text first. */
export const spellingsOf = ({ text, others = [] }: Pick<NameToken, 'text' | 'others'>): readonly string[] => [
  text,
  ...others,
];
