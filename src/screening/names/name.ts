import type { Subject } from '#kernel';
import { normalise } from '../normalise.ts';

/** What a word of a name is for. Only `plain` and `initial` words say who somebody is; the others say it a little. */
export type TokenRole =
  | 'plain'
  | 'initial'
  | 'particle'
  | 'honorific'
  | 'patronymic'
  | 'maternal'
  | 'legal-form'
  | 'vessel-prefix';

/** One word of a name as it is compared. */
export interface NameToken {
  /** A to Z and 0 to 9 only, never empty. */
  readonly text: string;
  readonly role: TokenRole;
  /** As it was written, for the explanation. */
  readonly written: string;
}

/** A name as it is compared: its words in the order in which they were written. */
export interface ReadName {
  readonly written: string;
  /** The words joined by single blanks; not empty where `written` held a letter or a digit. */
  readonly text: string;
  readonly tokens: readonly NameToken[];
}

/** Reads a name of a subject of this kind, in whatever script it is written. */
export function readName(written: string, _kind: Subject['kind']): ReadName {
  const words = normalise(written)
    .split(' ')
    .filter((word) => word !== '');
  return {
    written,
    text: words.join(' '),
    tokens: words.map((text) => ({ text, role: text.length === 1 ? 'initial' : 'plain', written: text })),
  };
}
