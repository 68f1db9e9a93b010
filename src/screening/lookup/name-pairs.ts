import { asciiBytes, type Dictionary } from './dictionary.ts';
import { borderTrigrams, isOpening, trigramSpace } from './letters.ts';
import { isOther } from './name-byte.ts';
import type { Pairs } from './postings.ts';

/** The words of names as numbers: those of name `n` from `start[n]` to `start[n + 1]`, with a byte of particulars each. */
export interface NameWords {
  readonly start: Int32Array;
  readonly tokens: Int32Array;
  readonly bytes: Uint8Array;
}

/** Every name with each of the skeletons of its words, once. */
export const skeletonPairs =
  ({ start, tokens }: NameWords, dictionary: Dictionary): Pairs =>
  (each) => {
    const skeletonOf = dictionary.tokenSkeleton.pushed();
    const seen = new Int32Array(dictionary.skeletons.length).fill(-1);
    for (let name = 0; name + 1 < start.length; name += 1) {
      for (let at = start[name] ?? 0; at < (start[name + 1] ?? 0); at += 1) {
        const skeleton = skeletonOf[tokens[at] ?? 0] ?? 0;
        if (seen[skeleton] === name) continue;
        seen[skeleton] = name;
        each(skeleton, name);
      }
    }
  };

/** Every name with each of its trigrams, once: those of its words but for their openings, and those across borders. */
export const trigramPairs =
  (names: NameWords, dictionary: Dictionary): Pairs =>
  (each) => {
    const gathering = new NameTrigrams(names, dictionary, each);
    for (let name = 0; name + 1 < names.start.length; name += 1) gathering.hand(name);
  };

/** Hands on the trigrams of one name after another. */
class NameTrigrams {
  readonly #names: NameWords;
  readonly #each: Parameters<Pairs>[0];
  readonly #words: readonly Uint8Array<ArrayBuffer>[];
  readonly #trigramStart: Int32Array;
  readonly #trigrams: Int32Array;
  readonly #seen = new Int32Array(trigramSpace).fill(-1);
  readonly #border = new Int32Array(2);

  constructor(names: NameWords, dictionary: Dictionary, each: Parameters<Pairs>[0]) {
    this.#names = names;
    this.#each = each;
    this.#words = dictionary.words.map(asciiBytes);
    this.#trigramStart = dictionary.tokenTrigramStart.pushed();
    this.#trigrams = dictionary.tokenTrigrams.pushed();
  }

  hand(name: number): void {
    const { start, tokens, bytes } = this.#names;
    const end = start[name + 1] ?? 0;
    // With nothing before it, the border of a word is how it begins, which is among its own trigrams.
    let before = new Uint8Array(0);
    for (let at = start[name] ?? 0; at < end; at += 1) {
      const token = tokens[at] ?? 0;
      this.#handAll(this.#trigrams, [this.#trigramStart[token] ?? 0, this.#trigramStart[token + 1] ?? 0], name);
      if (isOther(bytes[at] ?? 0)) continue;
      const word = this.#words[token] ?? before;
      this.#handAll(this.#border, [0, borderTrigrams(before, word, this.#border)], name);
      before = word;
    }
  }

  #handAll(trigrams: Int32Array, [from, to]: readonly [number, number], name: number): void {
    for (let at = from; at < to; at += 1) {
      const trigram = trigrams[at] ?? 0;
      if (isOpening(trigram) || this.#seen[trigram] === name) continue;
      this.#seen[trigram] = name;
      this.#each(trigram, name);
    }
  }
}
