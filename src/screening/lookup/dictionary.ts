import { skeletonOf } from '../names/skeleton.ts';
import { GrowingInts } from './growing.ts';
import { mostWordTrigrams, wordTrigrams } from './letters.ts';

/** Texts of ASCII, numbered as they come. */
class Texts {
  readonly #numbers = new Map<string, number>();
  readonly all: string[] = [];

  /** The number of a text; it is new when it equals how many there were. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    this.all.push(text);
    return this.all.length - 1;
  }
}

/** The bytes of a text of ASCII. */
export const asciiBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** The words of the names of an index, each with its skeleton and its trigrams. */
export class Dictionary {
  readonly #words = new Texts();
  readonly #skeletons = new Texts();
  /** Per word the number of its skeleton. */
  readonly tokenSkeleton = new GrowingInts();
  readonly tokenTrigramStart = new GrowingInts();
  readonly tokenTrigrams = new GrowingInts();
  readonly #found = new Int32Array(mostWordTrigrams);

  get words(): readonly string[] {
    return this.#words.all;
  }

  get skeletons(): readonly string[] {
    return this.#skeletons.all;
  }

  numberOf(word: string): number {
    const known = this.#words.all.length;
    const number = this.#words.numberOf(word);
    if (number === known) this.#learn(word);
    return number;
  }

  #learn(word: string): void {
    this.tokenSkeleton.push(this.#skeletons.numberOf(skeletonOf(word)));
    this.tokenTrigramStart.push(this.tokenTrigrams.length);
    const count = wordTrigrams(asciiBytes(word), this.#found);
    for (let at = 0; at < count; at += 1) this.tokenTrigrams.push(this.#found[at] ?? 0);
  }
}
