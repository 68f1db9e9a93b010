import type { SubjectList } from '#kernel';
import { type Listed, Segment } from './segment.ts';

/** A segment with the places of entries that were withdrawn or replaced since it was built. */
interface Layer {
  readonly segment: Segment;
  readonly withdrawn: ReadonlySet<number>;
}

/** Lists made ready for screening. A value: adding and withdrawing give another one, and share what did not change. */
export interface ListIndex {
  /** Entries that can be found. */
  readonly size: number;
  readonly layers: readonly Layer[];
}

const indexOf = (layers: readonly Layer[]): ListIndex => ({
  size: layers.reduce((sum, layer) => sum + sizeOf(layer), 0),
  layers,
});

const keyOf = ({ list, entry }: Listed): string => `${list} ${entry.entry}`;

const listedOf = ({ name, version, purpose, entries }: SubjectList): readonly Listed[] =>
  entries.map((entry) => ({ list: name, version, purpose, entry }));

/** Builds the index of whole lists. Of two entries of one list with the same number, the later one stands. */
export const buildIndex = (lists: readonly SubjectList[]): ListIndex => add(indexOf([]), lists.flatMap(listedOf));

/**
 * Adds the entries of a list, or of the part of it that changed: an entry of the same list and number is replaced.
 * Cheap for a few entries: only they, and what was added lately in small pieces, are indexed anew.
 */
export const withList = (index: ListIndex, list: SubjectList): ListIndex => add(index, listedOf(list));

function add(index: ListIndex, listed: readonly Listed[]): ListIndex {
  if (listed.length === 0) return index;
  const latest = new Map(listed.map((one) => [keyOf(one), one]));
  const layers = index.layers.map((layer) => withdraw(layer, (one) => latest.has(keyOf(one))));
  let added: readonly Listed[] = [...latest.values()];
  // Each layer is at least twice the next, so that there are never more than the logarithm of the entries.
  for (let last = layers.at(-1); last !== undefined && sizeOf(last) < 2 * added.length; last = layers.at(-1)) {
    added = [...living(last), ...added];
    layers.pop();
  }
  return indexOf([...layers, { segment: new Segment(added), withdrawn: new Set() }]);
}

/** Takes one entry of a list out; the index is unchanged when it is not there. */
export const withoutEntry = (index: ListIndex, list: string, entry: string): ListIndex =>
  indexOf(
    index.layers.map((layer) => withdraw(layer, (listed) => listed.list === list && listed.entry.entry === entry)),
  );

const sizeOf = ({ segment, withdrawn }: Layer): number => segment.listed.length - withdrawn.size;

const living = ({ segment, withdrawn }: Layer): readonly Listed[] =>
  segment.listed.filter((_, place) => !withdrawn.has(place));

function withdraw(layer: Layer, gone: (listed: Listed) => boolean): Layer {
  const places = layer.segment.listed.flatMap((listed, place) =>
    !layer.withdrawn.has(place) && gone(listed) ? [place] : [],
  );
  if (places.length === 0) return layer;
  return { segment: layer.segment, withdrawn: new Set([...layer.withdrawn, ...places]) };
}
