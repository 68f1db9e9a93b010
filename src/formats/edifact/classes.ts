import type { ServiceCharacters } from './service-characters.ts';

/** What was seen inside a segment, beside its text: bits of `Tape.flags`. */
export const seen = {
  /** A release character: its text must be unescaped. */
  release: 1,
  /** A line break inside (hard wrap): it is no part of the text. */
  lineBreak: 2,
  /** A byte over 0x7F: its text must be decoded by the character set. */
  high: 4,
  /** A control character that no character set allows. */
  control: 8,
  /** More marks than the limit: those over it were not recorded. */
  tooManyElements: 16,
  /** Longer than the limit. */
  tooLong: 32,
  /** A tag that is not three bytes: a break or blanks within, or no tag at all. */
  oddTag: 64,
  /** A small letter in a character set that has none. */
  lowerCase: 128,
} as const;

/** Bytes by what they mean to the scanner; everything that is 0 is text and is passed over. */
export const meaning = { text: 0, separator: 1, terminator: 2, release: 3, noted: 4 } as const;

/** What each of the 256 byte values means under a set of service characters, and what it leaves in `flags`. */
export interface Classes {
  readonly kind: Uint8Array;
  readonly note: Uint8Array;
}

/**
 * Makes the table for a set of service characters. Line breaks, control characters, high bytes and, where the character
 * set has none, small letters are noted in passing.
 */
export function classesOf(characters: ServiceCharacters, lowerCase: boolean): Classes {
  const kind = new Uint8Array(256);
  const note = Uint8Array.from(kind, (_, byte) => noteOf(byte, lowerCase));
  for (let byte = 0; byte < 256; byte += 1) if (note[byte] !== 0) kind[byte] = meaning.noted;
  if (characters.repetition !== 0) kind[characters.repetition] = meaning.separator;
  if (characters.release !== 0) kind[characters.release] = meaning.release;
  kind[characters.component] = meaning.separator;
  kind[characters.element] = meaning.separator;
  kind[characters.terminator] = meaning.terminator;
  return { kind, note };
}

function noteOf(byte: number, lowerCase: boolean): number {
  if (byte === 0x0d || byte === 0x0a) return seen.lineBreak;
  if (byte < 0x20 || byte === 0x7f) return seen.control;
  if (byte > 0x7f) return seen.high;
  return !lowerCase && byte >= 0x61 && byte <= 0x7a ? seen.lowerCase : 0;
}
