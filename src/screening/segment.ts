import type { ListEntry, SubjectName } from '#kernel';
import { Ints } from './ints.ts';
import { normaliseNumber, wordsOf } from './normalise.ts';

/** An entry with the list that it stands on. */
export interface Listed {
  readonly list: string;
  readonly version: string;
  readonly purpose: string;
  readonly entry: ListEntry;
}

/** An entry that was found, with its place in the segment. */
export interface Found {
  readonly place: number;
  readonly listed: Listed;
}

/** A listed name that was found, with its entry. */
export interface NameFound extends Found {
  readonly name: ListEntry['names'][number];
}

/** The whole of a name, however its format tells it apart. */
export const wholeOf = (name: SubjectName): string => name.whole ?? `${name.given ?? ''} ${name.family ?? ''}`;

/** Word numbers stay below this, so that two of them make one exact number. */
const pairBase = 2 ** 26;
const shortestNumber = 4;

/**
 * An index over some entries, built once and never changed. A name is found by any two of its words together, in any
 * order, or by its only word: a name like "Ahmed Khan" costs a look at those who are called both, never at all Ahmeds.
 */
export class Segment {
  readonly listed: readonly Listed[];
  readonly #words = new Map<string, number>();
  readonly #documents = new Map<string, Found[]>();
  /** Pair of words -> its last filing; each filing names a name and points at the filing before it. */
  readonly #lastFiling = new Map<number, number>();
  readonly #filedName = new Ints();
  readonly #filingBefore = new Ints();
  /** Per name: the place of its entry, which name of the entry it is, and where its words begin in #nameWords. */
  readonly #namePlace = new Ints();
  readonly #nameAt = new Ints();
  readonly #nameStart = new Ints();
  readonly #nameWords = new Ints();

  constructor(listed: readonly Listed[]) {
    this.listed = listed;
    listed.forEach((one, place) => {
      one.entry.names.forEach((name, at) => {
        this.#fileName(wordsOf(wholeOf(name)), place, at);
      });
      const found = { place, listed: one };
      for (const { number } of one.entry.documents) this.#fileDocument(normaliseNumber(number), found);
    });
    this.#nameStart.push(this.#nameWords.length);
  }

  #fileName(words: readonly string[], place: number, at: number): void {
    const numbers = words.map((word) => this.#numberOf(word));
    const name = this.#namePlace.push(place);
    this.#nameAt.push(at);
    this.#nameStart.push(this.#nameWords.length);
    for (const number of numbers) this.#nameWords.push(number);
    for (const pair of pairsOf(numbers)) {
      const before = this.#lastFiling.get(pair) ?? -1;
      this.#filingBefore.push(before);
      this.#lastFiling.set(pair, this.#filedName.push(name));
    }
  }

  #fileDocument(number: string, found: Found): void {
    if (number.length < shortestNumber) return;
    const others = this.#documents.get(number);
    if (others === undefined) this.#documents.set(number, [found]);
    else others.push(found);
  }

  #numberOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#words.size);
    return this.#words.size - 1;
  }

  /** The entries that list this document number, already normalised. */
  findDocument(number: string): readonly Found[] {
    return this.#documents.get(number) ?? [];
  }

  /**
   * Listed names of which every word is among `words`, or that hold every one of `words`, in the order of the list. Two
   * words at least are in common; a name of a single word is found by that word alone.
   */
  findNames(words: readonly string[]): readonly NameFound[] {
    const known: number[] = [];
    for (const word of words) {
      const number = this.#words.get(word);
      if (number !== undefined) known.push(number);
    }
    if (known.length < Math.min(words.length, 2)) return [];
    const found = new Set<number>();
    for (const pair of pairsOf(known)) {
      let filing = this.#lastFiling.get(pair) ?? -1;
      for (; filing >= 0; filing = this.#filingBefore.at(filing)) {
        const name = this.#filedName.at(filing);
        if (!found.has(name) && this.#contain(name, known, words.length)) found.add(name);
      }
    }
    return [...found].sort((a, b) => a - b).flatMap((name) => this.#named(name));
  }

  #named(number: number): readonly NameFound[] {
    const place = this.#namePlace.at(number);
    const listed = this.listed[place];
    const name = listed?.entry.names[this.#nameAt.at(number)];
    return listed === undefined || name === undefined ? [] : [{ place, listed, name }];
  }

  #contain(name: number, known: readonly number[], asked: number): boolean {
    const end = this.#nameStart.at(name + 1);
    let shared = 0;
    let words = 0;
    for (let word = this.#nameStart.at(name); word < end; word += 1) {
      words += 1;
      if (known.includes(this.#nameWords.at(word))) shared += 1;
    }
    return shared === words || shared === asked;
  }
}

/** Every two words of a name as one number, whatever their order; a name of one word is paired with itself. */
function* pairsOf(words: readonly number[]): Generator<number> {
  const [first] = words;
  if (words.length === 1 && first !== undefined) yield first * pairBase + first;
  for (const [at, one] of words.entries()) {
    for (const other of words.slice(at + 1)) yield Math.min(one, other) * pairBase + Math.max(one, other);
  }
}
