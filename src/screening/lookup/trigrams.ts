import type { NameToken } from '../names/name.ts';
import { asciiBytes } from './dictionary.ts';
import { borderTrigrams, isOpening, mostWordTrigrams, trigramSpace, wordTrigrams } from './letters.ts';
import { mostWords, rarityAmong } from './rarity.ts';
import type { Sections } from './sections.ts';
import { type Stretch, shortest } from './walk.ts';

/** Names that are walked at most. */
const mostWalked = 40_000;
/** What a nat of rarity weighs in a walk, so that sums are integers. */
const weight = 10;
/** Of a longer name only this many trigrams are looked for. */
const mostTrigrams = 256;

/** The trigrams of a name, and how many of them the words of an index share. Holds the last name that was asked for. */
export class Trigrams {
  readonly #sections: Sections;
  readonly #marks = new Uint8Array(trigramSpace);
  readonly #marked = new Int32Array(mostTrigrams);
  readonly #found = new Int32Array(mostWordTrigrams);
  readonly #stamp: Int32Array;
  readonly #shared: Uint8Array;
  #generation = 0;
  #count = 0;
  #own = 0;

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#stamp = new Int32Array(sections.tokenSkeleton.length);
    this.#shared = new Uint8Array(sections.tokenSkeleton.length);
  }

  /** How many the words of the name have, other spellings and borders apart. */
  get own(): number {
    return this.#own;
  }

  /** How many the word of the index shares with the name. */
  sharedBy(token: number): number {
    if (this.#stamp[token] === this.#generation) return this.#shared[token] ?? 0;
    const { tokenTrigramStart, tokenTrigrams } = this.#sections;
    let shared = 0;
    const end = tokenTrigramStart[token + 1] ?? 0;
    for (let at = tokenTrigramStart[token] ?? 0; at < end; at += 1) shared += this.#marks[tokenTrigrams[at] ?? 0] ?? 0;
    this.#stamp[token] = this.#generation;
    this.#shared[token] = shared;
    return shared;
  }

  /** Looks for the trigrams of a name, and returns the postings to be walked. */
  ask(tokens: readonly NameToken[]): readonly Stretch[] {
    for (let at = 0; at < this.#count; at += 1) this.#marks[this.#marked[at] ?? 0] = 0;
    this.#generation += 1;
    this.#count = 0;
    this.#own = 0;
    let before: Uint8Array | undefined;
    for (const token of tokens.slice(0, mostWords)) {
      const word = asciiBytes(token.text);
      this.#own += this.#mark(wordTrigrams(word, this.#found));
      for (const other of token.others ?? []) this.#mark(wordTrigrams(asciiBytes(other), this.#found));
      if (before !== undefined) this.#mark(borderTrigrams(before, word, this.#found));
      before = word;
    }
    return shortest(this.#stretches(), mostWalked);
  }

  #mark(count: number): number {
    const before = this.#count;
    for (let at = 0; at < count && this.#count < mostTrigrams; at += 1) {
      const trigram = this.#found[at] ?? 0;
      if (this.#marks[trigram] === 1) continue;
      this.#marks[trigram] = 1;
      this.#marked[this.#count] = trigram;
      this.#count += 1;
    }
    return this.#count - before;
  }

  #stretches(): Stretch[] {
    const { trigramStart, trigramPosts: posts, nameOwner } = this.#sections;
    const stretches: Stretch[] = [];
    for (let at = 0; at < this.#count; at += 1) {
      const trigram = this.#marked[at] ?? 0;
      const from = trigramStart[trigram] ?? 0;
      const to = trigramStart[trigram + 1] ?? 0;
      if (isOpening(trigram) || from === to) continue;
      stretches.push({ posts, from, to, weight: Math.round(weight * rarityAmong(nameOwner.length, to - from)) });
    }
    return stretches;
  }
}
