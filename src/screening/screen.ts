import type { Candidate, ListEntry, Subject } from '#kernel';
import type { Layer, ListIndex } from './index-of-lists.ts';
import type { Listed } from './lookup/entries.ts';
import { type ReadName, readParts } from './names/name.ts';
import { shippedThresholds, thresholdsFor } from './score/classes.ts';
import type { NameComparer } from './score/compare.ts';
import { explainNames } from './score/explain.ts';
import { differentNames, judge, leastNameScore, otherEvidence, sumOf, weakAliasEvidence } from './score/judge.ts';
import { sharesNumber } from './score/numbers.ts';
import { wholeOf } from './whole.ts';

/** Names that are compared for one that is asked for. */
const mostCompared = 32;

/** An entry that a name or a number led to, with the pair of names that is most alike. */
interface Lead {
  readonly listed: Listed;
  /** Undefined where either side has no name. */
  readonly pair: NamePair | undefined;
  /** What the names say, and what all says. */
  readonly nameScore: number;
  readonly score: number;
}

interface NamePair {
  readonly asked: ReadName;
  readonly at: number;
  readonly score: number;
}

/** The most alike pair of names so far, per place of an entry. */
type Pairs = Map<number, NamePair>;

const nameOf = ({ names }: ListEntry, at: number) => names[at];
const isWeak = (entry: ListEntry, at: number): boolean => nameOf(entry, at)?.quality === 'weak';

/** One subject in one layer: what leads to entries, and what it is worth. */
class Search {
  readonly #layer: Layer;
  readonly #subject: Subject;
  readonly #comparer: NameComparer;
  readonly #asked: readonly ReadName[];

  constructor(layer: Layer, subject: Subject, comparer: NameComparer) {
    this.#layer = layer;
    this.#subject = subject;
    this.#comparer = comparer;
    this.#asked = subject.names.map((name) => readParts(name, subject.kind));
  }

  /** Entries that a name or a number leads to. A date of birth leads to none, so that it never raises a hit alone. */
  leads(): readonly Lead[] {
    const pairs = this.#pairsFound();
    const leads = [...pairs].map(([place, pair]) => this.#lead(this.#layer.segment.listed(place), pair));
    for (const place of this.#placesWithNumbers()) {
      if (pairs.has(place)) continue;
      const listed = this.#layer.segment.listed(place);
      if (listed.entry.kind !== this.#subject.kind || !sharesNumber(this.#subject, listed.entry)) continue;
      leads.push(this.#lead(listed, this.#bestPair(listed.entry)));
    }
    return leads;
  }

  #pairsFound(): Pairs {
    const { segment, withdrawn } = this.#layer;
    const { kind } = this.#subject;
    const wanted = { kind, most: mostCompared, isWithdrawn: (place: number) => withdrawn.has(place) };
    const pairs: Pairs = new Map();
    for (const asked of this.#asked) {
      for (const found of segment.find(asked, wanted)) {
        const score = this.#comparer.score(asked, segment.nameAt(found.name), kind);
        const best = pairs.get(found.entry);
        if (best === undefined || score > best.score) {
          pairs.set(found.entry, { asked, at: segment.numberOf(found), score });
        }
      }
    }
    return pairs;
  }

  #placesWithNumbers(): ReadonlySet<number> {
    const { segment, withdrawn } = this.#layer;
    const places = this.#subject.documents.flatMap((document) => segment.placesWith(document));
    return new Set(places.filter((place) => !withdrawn.has(place)));
  }

  /** The most alike of all names, for an entry that its names did not lead to. */
  #bestPair(entry: ListEntry): NamePair | undefined {
    let best: NamePair | undefined;
    for (const asked of this.#asked) {
      entry.names.forEach((name, at) => {
        const score = this.#comparer.score(asked, readParts(name, entry.kind), entry.kind);
        if (best === undefined || score > best.score) best = { asked, at, score };
      });
    }
    return best;
  }

  #lead(listed: Listed, pair: NamePair | undefined): Lead {
    const nameScore = sumOf(this.#nameEvidence(listed.entry, pair, true));
    return { listed, pair, nameScore, score: nameScore + sumOf(otherEvidence(this.#subject, listed.entry)) };
  }

  /** The evidence of the names; `short` where only its sum is wanted. */
  #nameEvidence(entry: ListEntry, pair: NamePair | undefined, short = false) {
    const name = pair === undefined ? undefined : nameOf(entry, pair.at);
    if (pair === undefined || name === undefined) return [differentNames(undefined, undefined)];
    if (pair.score <= leastNameScore) return [differentNames(pair.asked.written, wholeOf(name).trim())];
    const weak = isWeak(entry, pair.at) ? [weakAliasEvidence(wholeOf(name).trim())] : [];
    const compared = short
      ? [{ feature: 'name', relation: 'same' as const, contribution: pair.score }]
      : explainNames(this.#comparer, [pair.asked, readParts(name, entry.kind)], entry.kind);
    return [...compared, ...weak];
  }

  /** The candidate that a lead is, with all its evidence. */
  candidate({ listed, pair }: Lead): Candidate {
    const { entry, list, version, purpose } = listed;
    const name = nameOf(entry, pair?.at ?? 0);
    const thresholds = thresholdsFor(shippedThresholds, purpose, undefined);
    return {
      list,
      listVersion: version,
      entry: entry.entry,
      purpose,
      listedName: name === undefined ? '' : wholeOf(name).trim(),
      ...judge(this.#nameEvidence(entry, pair), [this.#subject, entry], thresholds),
    };
  }
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (`${a.list} ${a.entry}` < `${b.list} ${b.entry}` ? -1 : 1);

/** The candidates of one subject, at most so many of each layer, that `isWanted`. */
function candidatesOf(
  index: ListIndex,
  subject: Subject,
  { most, isWanted }: { readonly most: number; readonly isWanted: (lead: Lead) => boolean },
): readonly Candidate[] {
  return index.layers
    .flatMap((layer) => {
      const search = new Search(layer, subject, index.comparer);
      const leads = search.leads().filter(isWanted);
      const best = leads.sort((a, b) => b.score - a.score).slice(0, most);
      return best.map((lead) => search.candidate(lead));
    })
    .sort(byScore)
    .slice(0, most);
}

/** More are not handed to an officer. */
const mostHits = 20;

/** Names that alone would be a hit, or what says that it is a hit whatever the names. */
function isNear({ listed: { purpose }, nameScore, score }: Lead): boolean {
  const thresholds = thresholdsFor(shippedThresholds, purpose, undefined);
  return thresholds === undefined || nameScore >= thresholds.adjudicate || score >= thresholds.adjudicate;
}

/**
 * Looks for each subject on the lists: per subject, in the order given, its candidates with the highest score first.
 * Candidates of class `no-hit` whose names are alike are among them, so that it can be read why someone of the same name
 * was left alone.
 */
export const screen = (index: ListIndex, subjects: readonly Subject[]): readonly (readonly Candidate[])[] =>
  subjects.map((subject) => candidatesOf(index, subject, { most: mostHits, isWanted: isNear }));

/** The entries most like a subject, highest score first, of whatever class. */
export const rank = (index: ListIndex, subject: Subject, most: number): readonly Candidate[] =>
  candidatesOf(index, subject, { most, isWanted: () => true });
