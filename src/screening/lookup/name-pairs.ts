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
  ({ start, tokens, bytes }: NameWords, dictionary: Dictionary): Pairs =>
  (each) => {
    const words = dictionary.words.map(asciiBytes);
    const trigramStart = dictionary.tokenTrigramStart.pushed();
    const trigrams = dictionary.tokenTrigrams.pushed();
    const seen = new Int32Array(trigramSpace).fill(-1);
    const border = new Int32Array(2);
    const put = (trigram: number, name: number): void => {
      if (isOpening(trigram) || seen[trigram] === name) return;
      seen[trigram] = name;
      each(trigram, name);
    };
    for (let name = 0; name + 1 < start.length; name += 1) {
      let before: Uint8Array | undefined;
      for (let at = start[name] ?? 0; at < (start[name + 1] ?? 0); at += 1) {
        const token = tokens[at] ?? 0;
        const end = trigramStart[token + 1] ?? trigrams.length;
        for (let place = trigramStart[token] ?? 0; place < end; place += 1) put(trigrams[place] ?? 0, name);
        const word = words[token];
        if (word === undefined || isOther(bytes[at] ?? 0)) continue;
        const count = before === undefined ? 0 : borderTrigrams(before, word, border);
        for (let place = 0; place < count; place += 1) put(border[place] ?? 0, name);
        before = word;
      }
    }
  };
