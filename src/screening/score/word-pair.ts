import type { LineKind } from './line.ts';
import { type Letters, Spelling } from './spelling.ts';
import type { Lexicon, Word, WordSpelling } from './words.ts';

const tenths = 10;
/** Up to this share of edits two words are spellings of one, whatever else they are. */
const near = 0.2;
/** Words that sound alike are spellings of one up to here; beyond, they are taken as alike by sound only. */
const nearBySound = 0.25;
/** Beyond this share of edits two words are not spellings of one. */
const apart = 0.5;
const shortestForm = 3;

/** How much two words of a kind would like to be paired, where their spelling does not say it: 0 to 1. */
const likenesses: Readonly<Partial<Record<LineKind, number>>> = {
  cut: 0.95,
  nickname: 0.9,
  sound: 0.75,
  'short-form': 0.6,
  initial: 0.55,
};
/** What differs would still rather be paired than stand alone. */
const leastLikeness = 0.01;

/** How two words stand to each other. Holds the last comparison, which the next one writes over. */
export class WordPair {
  kind: LineKind = 'same';
  edits = 0;
  /** Edits over the letters of the longer word, 0 to 1. */
  distance = 0;
  /** 0 to 1: how much the two would like to be paired. */
  likeness = 0;
  readonly #spelling = new Spelling();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Compares two words by those of their spellings that are nearest; `roman` where Roman digits are numbers. */
  compare(one: Word, other: Word, roman: boolean): void {
    this.likeness = -1;
    let { kind, edits, distance, likeness }: Readonly<WordPair> = this;
    for (const left of one.spellings) {
      for (const right of other.spellings) {
        this.#compareSpellings([one, left], [other, right], roman);
        if (this.likeness <= likeness) continue;
        ({ kind, edits, distance, likeness } = this);
      }
    }
    this.kind = kind;
    this.edits = edits;
    this.distance = distance;
    this.likeness = likeness;
  }

  /** Edits between two spellings. */
  edited(one: Letters, other: Letters): number {
    return this.#spelling.distance(one, other) / tenths;
  }

  #compareSpellings(
    [one, left]: readonly [Word, WordSpelling],
    [other, right]: readonly [Word, WordSpelling],
    roman: boolean,
  ): void {
    const longest = Math.max(left.text.length, right.text.length);
    this.edits = Math.min(this.edited(left.letters, right.letters), longest);
    this.distance = this.edits / longest;
    this.kind = this.#kindOf([one, left], [other, right], roman);
    if ((one.cut && isBeginning(left.text, right.text)) || (other.cut && isBeginning(right.text, left.text)))
      this.#cut();
    this.likeness = likenesses[this.kind] ?? Math.max(1 - this.distance, leastLikeness);
  }

  #cut(): void {
    this.kind = 'cut';
    this.edits = 0;
    this.distance = 0;
  }

  #kindOf(
    [one, left]: readonly [Word, WordSpelling],
    [other, right]: readonly [Word, WordSpelling],
    roman: boolean,
  ): LineKind {
    if (this.edits === 0) return 'same';
    if (isNumber(one, roman) && isNumber(other, roman)) return 'number-differs';
    if (one.light && other.light) return this.distance <= apart ? 'spelling' : 'form-differs';
    return this.#heavyKind(left, right);
  }

  #heavyKind(left: WordSpelling, right: WordSpelling): LineKind {
    if (left.text.length === 1 || right.text.length === 1) {
      return left.text.charCodeAt(0) === right.text.charCodeAt(0) ? 'initial' : 'differs';
    }
    if (this.#lexicon.sameName(left.text, right.text)) return 'nickname';
    if (this.distance <= near) return 'spelling';
    if (soundAlike(left, right)) return this.distance <= nearBySound ? 'spelling' : 'sound';
    if (areFormAndShort(left.text, right.text)) return 'short-form';
    return this.distance <= apart ? 'spelling' : 'differs';
  }
}

/** A key of one sound is that of too many words. */
const soundAlike = (left: WordSpelling, right: WordSpelling): boolean =>
  left.sound.length > 1 && left.sound === right.sound;

/** True for digits, and where Roman digits tell two subjects apart for these too. */
export const isNumber = (word: Word, roman: boolean): boolean =>
  word.number === 'digits' || (roman && word.number === 'roman');

const isBeginning = (short: string, long: string): boolean => short.length < long.length && long.startsWith(short);

/** True when one of two words begins with the other, as "Alexander" with "Alex". */
const areFormAndShort = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= shortestForm && (isBeginning(one, other) || isBeginning(other, one));
