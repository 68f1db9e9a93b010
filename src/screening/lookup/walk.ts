/** Names are counted in blocks of this many, so that the counters of a block stay in the processor's nearest memory. */
const blockSize = 1 << 13;
/** Sums are weighed by eighths when the least sum worth keeping is looked for. */
const bucketShift = 3;
const none = Number.MAX_SAFE_INTEGER;

/** Part of a posting list: ascending names, each of which is to gain `weight`. */
export interface Stretch {
  readonly posts: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Adds up the weights of posting lists per name and keeps the names with the highest sums: `keep` where there are so
 * many, and of names with about the same sum some more, twice as many at most. All lists are walked side by side, a block
 * of names at a time.
 */
export class Walk {
  readonly #sums = new Uint16Array(blockSize);
  readonly #touched = new Uint16Array(blockSize);
  readonly #keep: number;
  readonly #kept: Int32Array;
  readonly #keptSums: Uint16Array;
  readonly #histogram = new Int32Array((1 << 16) >> bucketShift);
  #count = 0;
  #least = 1;
  #next = none;

  constructor(keep: number) {
    this.#keep = keep;
    this.#kept = new Int32Array(4 * keep);
    this.#keptSums = new Uint16Array(4 * keep);
  }

  /** The names with the highest sums among those that are `allowed`; a view until the next walk. Sums stay below 65,536. */
  best(stretches: readonly Stretch[], allowed: (name: number) => boolean): Int32Array {
    this.#count = 0;
    this.#least = 1;
    const from = Int32Array.from(stretches, (stretch) => stretch.from);
    this.#next = stretches.reduce(
      (least, { posts, from, to }) => Math.min(least, from < to ? (posts[from] ?? 0) : none),
      none,
    );
    while (this.#next !== none) {
      const base = this.#next - (this.#next % blockSize);
      const touched = this.#sum(stretches, from, base);
      this.#take(touched, base, allowed);
    }
    this.#shrink();
    return this.#kept.subarray(0, this.#count);
  }

  /** Sums a block and returns how many names of it were touched; `from` moves on. */
  #sum(stretches: readonly Stretch[], from: Int32Array, base: number): number {
    const sums = this.#sums;
    const touched = this.#touched;
    const end = base + blockSize;
    let count = 0;
    let next = none;
    stretches.forEach(({ posts, to, weight }, number) => {
      let at = from[number] ?? 0;
      for (; at < to; at += 1) {
        const name = posts[at] ?? 0;
        if (name >= end) {
          next = Math.min(next, name);
          break;
        }
        const place = name - base;
        const before = sums[place] ?? 0;
        touched[count] = place;
        count += before === 0 ? 1 : 0;
        sums[place] = before + weight;
      }
      from[number] = at;
    });
    this.#next = next;
    return count;
  }

  #take(touched: number, base: number, allowed: (name: number) => boolean): void {
    const sums = this.#sums;
    for (let at = 0; at < touched; at += 1) {
      const place = this.#touched[at] ?? 0;
      const sum = sums[place] ?? 0;
      sums[place] = 0;
      if (sum < this.#least || !allowed(base + place)) continue;
      if (this.#count === this.#kept.length) this.#shrink();
      if (sum < this.#least) continue;
      this.#kept[this.#count] = base + place;
      this.#keptSums[this.#count] = sum;
      this.#count += 1;
    }
  }

  /** Lets go of the lowest sums, until no more than twice `keep` names are kept; of about equal ones the first names stay. */
  #shrink(): void {
    const most = 2 * this.#keep;
    if (this.#count <= most) return;
    const histogram = this.#histogram.fill(0);
    for (let at = 0; at < this.#count; at += 1) {
      const bucket = (this.#keptSums[at] ?? 0) >> bucketShift;
      histogram[bucket] = (histogram[bucket] ?? 0) + 1;
    }
    let bucket = histogram.length - 1;
    let above = 0;
    for (; above + (histogram[bucket] ?? 0) < this.#keep; bucket -= 1) above += histogram[bucket] ?? 0;
    this.#least = Math.max(1, bucket << bucketShift);
    this.#keepAbove(bucket, most - above);
  }

  /** Keeps what lies above a bucket, and the first `ties` of what lies in it. */
  #keepAbove(bucket: number, ties: number): void {
    let count = 0;
    let left = ties;
    for (let at = 0; at < this.#count; at += 1) {
      const sum = this.#keptSums[at] ?? 0;
      const own = sum >> bucketShift;
      if (own < bucket || (own === bucket && left === 0)) continue;
      if (own === bucket) left -= 1;
      this.#kept[count] = this.#kept[at] ?? 0;
      this.#keptSums[count] = sum;
      count += 1;
    }
    this.#count = count;
  }
}

/**
 * The shortest of these stretches, as long as they hold no more than `most` names together, and the beginning of the
 * next where it alone would be too long: a name that is rare in any way is found, at a cost that has a bound.
 */
export function shortest(stretches: Stretch[], most: number): readonly Stretch[] {
  stretches.sort((a, b) => a.to - a.from - (b.to - b.from));
  const taken: Stretch[] = [];
  let left = most;
  for (const stretch of stretches) {
    const length = stretch.to - stretch.from;
    if (length > left && taken.length > 0) break;
    taken.push({ ...stretch, to: stretch.from + Math.min(length, left) });
    left -= length;
    if (left <= 0) break;
  }
  return taken;
}
