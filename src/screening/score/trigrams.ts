const buckets = 4096;
const blank = 32;

/**
 * Share of letter triples that two texts have in common, as in PostgreSQL's pg_trgm: words padded by two blanks before
 * and one behind, common triples over all triples, each counted once. Triples that fall into one of 4,096 buckets
 * together count as one, which moves the share by less than a hundredth for names. Holds its own working space.
 */
export class Trigrams {
  readonly #seen = new Int32Array(buckets);
  #round = 0;

  /** 0 (nothing in common) to 1 (the same triples); symmetric. Texts are of A to Z, 0 to 9 and single blanks. */
  share(one: string, other: string): number {
    this.#round += 2;
    const ofOne = this.#mark(one, this.#round);
    const common = this.#common(other);
    const ofOther = this.#mark(other, this.#round + 1);
    const all = ofOne + ofOther - common;
    return all <= 0 ? 0 : common / all;
  }

  /** Marks the triples of a text with a number; how many there are. */
  #mark(text: string, mark: number): number {
    let marked = 0;
    for (let at = -1; at < text.length; at += 1) {
      const bucket = bucketOf(text, at);
      if (this.#seen[bucket] === mark) continue;
      this.#seen[bucket] = mark;
      marked += 1;
    }
    return marked;
  }

  /** How many triples of a text are marked; they are marked as counted, so that none counts twice. */
  #common(text: string): number {
    let common = 0;
    for (let at = -1; at < text.length; at += 1) {
      const bucket = bucketOf(text, at);
      if (this.#seen[bucket] !== this.#round) continue;
      this.#seen[bucket] = -this.#round;
      common += 1;
    }
    return common;
  }
}

const letterAt = (text: string, at: number): number => (at < 0 || at >= text.length ? blank : text.charCodeAt(at));

/** The bucket of the triple around a place; where two words meet, of the beginning of the second. */
function bucketOf(text: string, at: number): number {
  const middle = letterAt(text, at);
  const before = middle === blank ? blank : letterAt(text, at - 1);
  return (before * 961 + middle * 31 + letterAt(text, at + 1)) & (buckets - 1);
}
