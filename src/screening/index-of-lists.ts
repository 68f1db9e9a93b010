import type { SubjectList } from '#kernel';
import { sectionsOf } from './lookup/builder.ts';
import type { Listed } from './lookup/entries.ts';
import { Segment } from './lookup/segment.ts';
import { NameComparer } from './score/compare.ts';
import { lexiconOf, shippedModel } from './score/shipped.ts';

/** A segment with the places of entries that were withdrawn or replaced since it was built. */
export interface Layer {
  readonly segment: Segment;
  readonly withdrawn: ReadonlySet<number>;
}

/**
 * Lists made ready for screening. A value: adding and withdrawing give another one, and share what did not change. It
 * holds working space, so that each thread makes its own.
 */
export interface ListIndex {
  /** Entries that can be found. */
  readonly size: number;
  readonly layers: readonly Layer[];
  readonly comparer: NameComparer;
}

/** A larger layer is not built anew because a few entries were added: that would hold up who is asking. */
const mostRebuilt = 20_000;

const indexOf = (layers: readonly Layer[], comparer: NameComparer): ListIndex => ({
  size: layers.reduce((sum, layer) => sum + sizeOf(layer), 0),
  layers,
  comparer,
});

const keyOf = ({ list, entry }: Listed): string => `${list} ${entry.entry}`;

const listedOf = ({ name, version, purpose, entries }: SubjectList): readonly Listed[] =>
  entries.map((entry) => ({ list: name, version, purpose, entry }));

/** Builds the index of whole lists. Of two entries of one list with the same number, the later one stands. */
export const buildIndex = (lists: readonly SubjectList[]): ListIndex =>
  add(indexOf([], new NameComparer(shippedModel, lexiconOf())), lists.flatMap(listedOf));

/**
 * Adds the entries of a list, or of the part of it that changed: an entry of the same list and number is replaced.
 * Cheap for a few entries: only they, and what was added lately in small pieces, are indexed anew.
 */
export const withList = (index: ListIndex, list: SubjectList): ListIndex => add(index, listedOf(list));

function add(index: ListIndex, listed: readonly Listed[]): ListIndex {
  if (listed.length === 0) return index;
  const latest = new Map(listed.map((one) => [keyOf(one), one]));
  let added: readonly Listed[] = [...latest.values()];
  const layers = index.layers.map((layer) => withdraw(layer, added));
  // Each layer is at least twice the next, so that there are never more than the logarithm of the entries.
  for (let last = layers.at(-1); last !== undefined && isRebuilt(last, added.length); last = layers.at(-1)) {
    added = [...living(last), ...added];
    layers.pop();
  }
  return indexOf([...layers, { segment: new Segment(sectionsOf(added)), withdrawn: new Set() }], index.comparer);
}

const isRebuilt = (layer: Layer, added: number): boolean => sizeOf(layer) < 2 * added && sizeOf(layer) < mostRebuilt;

/** Takes one entry of a list out; the index is unchanged when it is not there. */
export const withoutEntry = (index: ListIndex, list: string, entry: string): ListIndex =>
  indexOf(
    index.layers.map((layer) => without(layer, layer.segment.placesOf(list, entry))),
    index.comparer,
  );

const sizeOf = ({ segment, withdrawn }: Layer): number => segment.size - withdrawn.size;

function living({ segment, withdrawn }: Layer): readonly Listed[] {
  const places = Array.from({ length: segment.size }, (_, place) => place);
  return places.filter((place) => !withdrawn.has(place)).map((place) => segment.listed(place));
}

const withdraw = (layer: Layer, gone: readonly Listed[]): Layer =>
  without(
    layer,
    gone.flatMap(({ list, entry }) => layer.segment.placesOf(list, entry.entry)),
  );

const without = (layer: Layer, places: readonly number[]): Layer =>
  places.length === 0 ? layer : { segment: layer.segment, withdrawn: new Set([...layer.withdrawn, ...places]) };
