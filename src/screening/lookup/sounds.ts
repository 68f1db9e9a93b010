import type { NameToken } from '../names/name.ts';
import { skeletonsOf } from '../names/skeleton.ts';
import { asciiBytes } from './dictionary.ts';
import { mostWords, rarityAmong } from './rarity.ts';
import type { Sections } from './sections.ts';
import { mostVariants, variantsOf, withinOneEdit } from './variants.ts';
import { type Stretch, shortest } from './walk.ts';

/** Names that are walked at most: of words that sound as one asked for, and of those one sound away. */
const mostSame = 30_000;
const mostNear = 20_000;
/** What a nat of rarity weighs in a walk, so that sums are integers. */
const sameWeight = 48;
const nearWeight = 20;
/** What a word one sound away counts for in a rating, where one that sounds the same counts 1. */
const nearShare = 0.5;
/** Shorter skeletons have too many neighbours. */
const shortestNear = 3;

/** Which skeletons of an index sound as the words of a name, or nearly so. Holds the last name that was asked for. */
export class Sounds {
  readonly #sections: Sections;
  readonly #rarity: Float32Array;
  readonly #stamp: Int32Array;
  readonly #word: Uint8Array;
  readonly #share: Float32Array;
  readonly #variants = new Int32Array(mostVariants);
  readonly #wordRarity = new Float64Array(mostWords);
  #generation = 0;
  #words = 0;

  constructor(sections: Sections) {
    const skeletons = sections.skeletonStart.length - 1;
    const names = sections.nameOwner.length;
    this.#sections = sections;
    this.#rarity = Float32Array.from({ length: skeletons }, (_, number) => rarityAmong(names, this.#holding(number)));
    this.#stamp = new Int32Array(skeletons);
    this.#word = new Uint8Array(skeletons);
    this.#share = new Float32Array(skeletons);
  }

  /** How many words of the name are looked for. */
  get words(): number {
    return this.#words;
  }

  /** How much the word of the name tells, nats. */
  wordRarity(word: number): number {
    return this.#wordRarity[word] ?? 0;
  }

  /** How much a skeleton of the index tells, nats. */
  rarityOf(skeleton: number): number {
    return this.#rarity[skeleton] ?? 0;
  }

  /** How well a skeleton sounds as a word of the name: 1 the same, less when nearly, 0 not at all. */
  shareOf(skeleton: number): number {
    return this.#stamp[skeleton] === this.#generation ? (this.#share[skeleton] ?? 0) : 0;
  }

  /** Which word of the name a skeleton sounds as. */
  wordOf(skeleton: number): number {
    return this.#word[skeleton] ?? 0;
  }

  /** Looks for the words of a name, and returns the postings to be walked. */
  ask(tokens: readonly NameToken[]): readonly Stretch[] {
    this.#generation += 1;
    this.#words = Math.min(tokens.length, mostWords);
    const same: Stretch[] = [];
    const near: Stretch[] = [];
    for (let word = 0; word < this.#words; word += 1) {
      const token = tokens[word];
      if (token === undefined) break;
      const from = same.length;
      for (const skeleton of skeletonsOf(token)) this.#askSkeleton(asciiBytes(skeleton), word, [same, near]);
      let holding = 0;
      for (const stretch of same.slice(from)) holding += stretch.to - stretch.from;
      this.#wordRarity[word] = rarityAmong(this.#sections.nameOwner.length, holding);
    }
    return [...shortest(same, mostSame), ...shortest(near, mostNear)];
  }

  #askSkeleton(bytes: Uint8Array, word: number, [same, near]: readonly [Stretch[], Stretch[]]): void {
    const { variantStart, variants } = this.#sections;
    const mask = variantStart.length - 2;
    const count = variantsOf(bytes, this.#variants);
    for (let variant = 0; variant < count; variant += 1) {
      const bucket = (this.#variants[variant] ?? 0) & mask;
      for (let at = variantStart[bucket] ?? 0; at < (variantStart[bucket + 1] ?? 0); at += 1) {
        const skeleton = variants[at] ?? 0;
        const share = this.#nearness(bytes, skeleton);
        if (share <= this.shareOf(skeleton)) continue;
        this.#stamp[skeleton] = this.#generation;
        this.#word[skeleton] = word;
        this.#share[skeleton] = share;
        if (share === 1) same.push(this.#stretch(skeleton, sameWeight));
        else near.push(this.#stretch(skeleton, nearWeight));
      }
    }
  }

  #nearness(bytes: Uint8Array, skeleton: number): number {
    const { skeletonStart, skeletonBytes } = this.#sections;
    const other = skeletonBytes.subarray(skeletonStart[skeleton], skeletonStart[skeleton + 1]);
    if (!withinOneEdit(bytes, other)) return 0;
    if (bytes.length === other.length && bytes.every((byte, at) => byte === other[at])) return 1;
    return Math.max(bytes.length, other.length) < shortestNear ? 0 : nearShare;
  }

  #holding(skeleton: number): number {
    const { skeletonPostStart } = this.#sections;
    return (skeletonPostStart[skeleton + 1] ?? 0) - (skeletonPostStart[skeleton] ?? 0);
  }

  #stretch(skeleton: number, weight: number): Stretch {
    const { skeletonPosts: posts, skeletonPostStart } = this.#sections;
    const from = skeletonPostStart[skeleton] ?? 0;
    return { posts, from, to: from + this.#holding(skeleton), weight: Math.round(weight * this.rarityOf(skeleton)) };
  }
}
