import table from '../../../data/screening/spelling.json' with { type: 'json' };
import { byteAt, costAt } from './cell.ts';

/** Letters and digits of a normalised word have codes below this (`Z` is 90). */
const codes = 128;
const full = 10;
/** Letters that are compared of one word; longer ones are joined words, of which these are plenty. */
export const comparedLetters = 40;

const codeOf = (letter: string | undefined): number => letter?.charCodeAt(0) ?? 0;

function substitutions(): Uint8Array {
  const costs = new Uint8Array(codes * codes).fill(full);
  for (let code = 0; code < codes; code += 1) costs[code * codes + code] = 0;
  const set = (one: number, other: number, cost: number): void => {
    costs[one * codes + other] = cost;
    costs[other * codes + one] = cost;
  };
  for (const one of table.vowels) {
    for (const other of table.vowels) if (one !== other) set(codeOf(one), codeOf(other), table.vowelForVowel);
  }
  for (const [pair, cost] of Object.entries(table.substituted)) set(codeOf(pair[0]), codeOf(pair[1]), cost);
  return costs;
}

function additions(): Uint8Array {
  const { others, ...cheap } = table.added;
  const costs = new Uint8Array(codes).fill(others);
  for (const [letter, cost] of Object.entries(cheap)) costs[codeOf(letter)] = cost;
  return costs;
}

/** Letters of a word, written once and compared many times. */
export class Letters {
  readonly held = new Uint8Array(comparedLetters);
  length = 0;

  /** Forgets what it held. */
  clear(): void {
    this.length = 0;
  }

  /** Adds the letters of a word, as many as there is room for. */
  add(word: string): void {
    const end = Math.min(word.length, comparedLetters - this.length);
    for (let at = 0; at < end; at += 1) this.held[this.length + at] = Math.min(word.charCodeAt(at), codes - 1);
    this.length += end;
  }
}

/**
 * How far apart two spellings are: the optimal string alignment distance (insert, delete, substitute, swap neighbours)
 * in tenths of an edit. What one sound is written with (vowels, C and K, a doubled letter, H) costs less than what
 * changes the word; the costs are the table `data/screening/spelling.json`. Holds its own working space: one per thread.
 */
export class Spelling {
  readonly #substituted = substitutions();
  readonly #added = additions();
  #before = new Uint16Array(comparedLetters + 1);
  #above = new Uint16Array(comparedLetters + 1);
  #row = new Uint16Array(comparedLetters + 1);

  /** Tenths of an edit between two words; symmetric, 0 only for equal letters. */
  distance(one: Letters, other: Letters): number {
    const first = this.#above;
    first[0] = 0;
    for (let at = 1; at <= other.length; at += 1) first[at] = costAt(first, at - 1) + this.#extra(other, at - 1);
    for (let at = 1; at <= one.length; at += 1) {
      this.#fill(one, at, other);
      if (at > 1) this.#swap(one.held, at, other);
      const free = this.#before;
      this.#before = this.#above;
      this.#above = this.#row;
      this.#row = free;
    }
    return costAt(this.#above, other.length);
  }

  /** The row of one letter: replaced, left out, or another added. */
  #fill(one: Letters, at: number, { held, length }: Letters): void {
    const above = this.#above;
    const row = this.#row;
    const gone = this.#extra(one, at - 1);
    const costs = byteAt(one.held, at - 1) * codes;
    let corner = costAt(above, 0);
    let beside = corner + gone;
    row[0] = beside;
    let previous = -1;
    for (let to = 1; to <= length; to += 1) {
      const letter = byteAt(held, to - 1);
      const over = costAt(above, to);
      const added = letter === previous ? table.letterDoubled : byteAt(this.#added, letter);
      beside = Math.min(corner + byteAt(this.#substituted, costs + letter), over + gone, beside + added);
      row[to] = beside;
      corner = over;
      previous = letter;
    }
  }

  /** Takes the swap of two neighbours into the row where it costs less. */
  #swap(held: Uint8Array, at: number, other: Letters): void {
    const letter = byteAt(held, at - 1);
    const previous = byteAt(held, at - 2);
    for (let to = 2; to <= other.length; to += 1) {
      if (letter !== byteAt(other.held, to - 2) || previous !== byteAt(other.held, to - 1)) continue;
      this.#row[to] = Math.min(costAt(this.#row, to), costAt(this.#before, to - 2) + table.swappedNeighbours);
    }
  }

  /** What the letter at a place costs where the other side has none. */
  #extra(word: Letters, at: number): number {
    const letter = byteAt(word.held, at);
    return at > 0 && byteAt(word.held, at - 1) === letter ? table.letterDoubled : byteAt(this.#added, letter);
  }
}
