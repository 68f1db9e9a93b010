import type { Subject } from '#kernel';
import type { ReadName } from '../names/name.ts';
import { kinds } from './entries.ts';
import { Rater } from './rater.ts';
import type { Sections } from './sections.ts';
import { Sounds } from './sounds.ts';
import { Trigrams } from './trigrams.ts';
import { Walk } from './walk.ts';

/** Names that are rated for one that is asked for, about. */
const mostRated = 300;
/** Names of one entry that are handed on, so that one with many aliases leaves room for others. */
const mostOfEntry = 3;

/** A listed name that may be the one asked for. */
export interface FoundName {
  readonly name: number;
  readonly entry: number;
  /** How alike the names are at first sight, 0 to 2. */
  readonly likeness: number;
}

/** Which names may be found. */
export interface Wanted {
  readonly kind: Subject['kind'];
  /** How many names at most. */
  readonly most: number;
  readonly isWithdrawn: (entry: number) => boolean;
}

const byLikeness = (a: FoundName, b: FoundName): number => b.likeness - a.likeness || a.name - b.name;

/** Finds listed names that may be the one asked for. Holds working space: one per thread. */
export class Finder {
  readonly #sections: Sections;
  readonly #sounds: Sounds;
  readonly #trigrams: Trigrams;
  readonly #rater: Rater;
  readonly #walk = new Walk(mostRated);

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#sounds = new Sounds(sections);
    this.#trigrams = new Trigrams(sections);
    this.#rater = new Rater(sections, this.#sounds, this.#trigrams);
  }

  /** The names most like the one asked for, best first: by letters, or by the sound of words. */
  find({ tokens }: ReadName, { kind, most, isWithdrawn }: Wanted): readonly FoundName[] {
    const { nameOwner, entryKind } = this.#sections;
    const wantedKind = kinds.indexOf(kind);
    const stretches = [...this.#sounds.ask(tokens), ...this.#trigrams.ask(tokens)];
    const names = this.#walk.best(stretches, (name) => {
      const entry = nameOwner[name] ?? 0;
      return entryKind[entry] === wantedKind && !isWithdrawn(entry);
    });
    const found: FoundName[] = [];
    for (const name of names) found.push({ name, entry: nameOwner[name] ?? 0, likeness: this.#rater.rate(name) });
    return fewOfEach(found.sort(byLikeness), most);
  }
}

/** The first of these, of each entry no more than a few. */
function fewOfEach(found: readonly FoundName[], most: number): readonly FoundName[] {
  const taken: FoundName[] = [];
  const ofEntry = new Map<number, number>();
  for (const one of found) {
    if (taken.length === most) break;
    const before = ofEntry.get(one.entry) ?? 0;
    if (before === mostOfEntry) continue;
    ofEntry.set(one.entry, before + 1);
    taken.push(one);
  }
  return taken;
}
