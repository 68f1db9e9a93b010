import type { Side } from './side.ts';
import { Letters } from './spelling.ts';
import type { WordPair } from './word-pair.ts';
import type { Word } from './words.ts';

/** Two words are one that was split when at most this share of its letters is edited. */
const splitShare = 0.2;
const shortestJoined = 4;
const mostParts = 3;

/** Finds the words that one side writes as one and the other as two or three, or as initials run together ("JC", "PLA"). */
export class Joins {
  kind: 'joined' | 'initial' = 'joined';
  edits = 0;
  distance = 0;
  readonly #pair: WordPair;
  readonly #letters = new Letters();

  constructor(pair: WordPair) {
    this.#pair = pair;
  }

  /** Calls `found` with the place of the whole, and of the first part and how many parts there are. */
  find(whole: Side, parts: Side, found: (at: number, from: number, count: number) => void): void {
    for (let at = 0; at < whole.words.length; at += 1) {
      const word = whole.words[at];
      if (word === undefined) break;
      for (let from = 0; from + 1 < parts.words.length && whole.taken[at] === 0; from += 1) {
        for (let count = mostParts; count > 1 && whole.taken[at] === 0; count -= 1) {
          if (this.#stands(word, parts, [from, count])) found(at, from, count);
        }
      }
    }
  }

  #stands(word: Word, parts: Side, [from, count]: readonly [number, number]): boolean {
    let length = 0;
    for (let at = from; at < from + count; at += 1) {
      const part = parts.words[at];
      if (part === undefined || parts.taken[at] !== 0) return false;
      length += textOf(part).length;
    }
    if (!areInitials(textOf(word), parts, [from, count])) return this.#areJoined(word, parts, [from, count, length]);
    this.kind = 'initial';
    this.edits = 0;
    this.distance = 0;
    return true;
  }

  #areJoined(word: Word, parts: Side, [from, count, length]: readonly [number, number, number]): boolean {
    const whole = word.spellings[0];
    if (whole === undefined) return false;
    const longest = Math.max(length, whole.text.length);
    if (longest < shortestJoined || Math.abs(length - whole.text.length) > splitShare * longest) return false;
    this.#letters.clear();
    for (let at = from; at < from + count; at += 1) this.#letters.add(textOf(parts.words[at]));
    this.kind = 'joined';
    this.edits = this.#pair.edited(whole.letters, this.#letters);
    this.distance = this.edits / longest;
    return this.distance <= splitShare;
  }
}

const textOf = (word: Word | undefined): string => word?.spellings[0]?.text ?? '';

/** True when each letter of the text begins one of the words, in order. */
function areInitials(text: string, parts: Side, [from, count]: readonly [number, number]): boolean {
  if (text.length !== count) return false;
  for (let at = 0; at < count; at += 1) {
    const part = parts.words[from + at];
    if (part === undefined || part.light || textOf(part).charCodeAt(0) !== text.charCodeAt(at)) return false;
  }
  return true;
}
