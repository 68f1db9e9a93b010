import { isOther } from './name-byte.ts';
import { mostWords } from './rarity.ts';
import type { Sections } from './sections.ts';
import type { Sounds } from './sounds.ts';
import type { Trigrams } from './trigrams.ts';

/** Sums over the words of a listed name; of several spellings of a word the one counts that has most in common. */
interface Sums {
  /** Trigrams in common with the name asked for, and of the name's own. */
  shared: number;
  own: number;
  /** Nats of what sounds as a word of the name asked for, and of all. */
  covered: number;
  whole: number;
}

/** Rates a listed name against the name that sounds and trigrams were asked for: cheap, and good enough to choose whom to compare. */
export class Rater {
  readonly #sections: Sections;
  readonly #sounds: Sounds;
  readonly #trigrams: Trigrams;
  readonly #best = new Float64Array(mostWords);
  readonly #sums: Sums = { shared: 0, own: 0, covered: 0, whole: 0 };

  constructor(sections: Sections, sounds: Sounds, trigrams: Trigrams) {
    this.#sections = sections;
    this.#sounds = sounds;
    this.#trigrams = trigrams;
  }

  /**
   * The likeness of trigrams (Jaccard's, as pg_trgm's) and the share of the words that sound alike: the mean of the shares
   * of both names, so that a name that is part of the other is found too. From 0 to 2.
   */
  rate(name: number): number {
    this.#gather(name);
    const { shared, own, covered, whole } = this.#sums;
    const all = own + this.#trigrams.own - shared;
    const likeness = all <= shared ? 1 : shared / all;
    const listed = whole > 0 ? covered / whole : 0;
    return likeness + (this.#askedShare() + listed) / 2;
  }

  #gather(name: number): void {
    const { nameStart, nameTokens, nameBytes, tokenSkeleton, tokenTrigramStart } = this.#sections;
    const sums = this.#sums;
    this.#best.fill(0);
    sums.shared = sums.own = sums.covered = sums.whole = 0;
    let wordShared = 0;
    let wordCovered = 0;
    const end = nameStart[name + 1] ?? 0;
    for (let at = nameStart[name] ?? 0; at < end; at += 1) {
      const token = nameTokens[at] ?? 0;
      const skeleton = tokenSkeleton[token] ?? 0;
      if (!isOther(nameBytes[at] ?? 0)) {
        sums.own += (tokenTrigramStart[token + 1] ?? 0) - (tokenTrigramStart[token] ?? 0);
        sums.whole += this.#sounds.rarityOf(skeleton);
        wordShared = 0;
        wordCovered = 0;
      }
      const shared = Math.max(wordShared, this.#trigrams.sharedBy(token));
      const covered = Math.max(wordCovered, this.#cover(skeleton));
      sums.shared += shared - wordShared;
      sums.covered += covered - wordCovered;
      wordShared = shared;
      wordCovered = covered;
    }
  }

  #cover(skeleton: number): number {
    const share = this.#sounds.shareOf(skeleton);
    if (share === 0) return 0;
    const word = this.#sounds.wordOf(skeleton);
    if (share > (this.#best[word] ?? 0)) this.#best[word] = share;
    return share * this.#sounds.rarityOf(skeleton);
  }

  #askedShare(): number {
    let asked = 0;
    let covered = 0;
    for (let word = 0; word < this.#sounds.words; word += 1) {
      const rarity = this.#sounds.wordRarity(word);
      asked += rarity;
      covered += rarity * (this.#best[word] ?? 0);
    }
    return asked > 0 ? covered / asked : 0;
  }
}
