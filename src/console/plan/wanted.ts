import type { Cell, Flag, MeasuredShape, PairShape, RowShape } from './shapes.ts';
import { cells, flags, pairs } from './shapes.ts';

/** Which milestones are looked at. Every choice stands in the address; absent ones leave all. */
export interface Wanted {
  readonly chapter?: string;
  readonly pair?: string;
  readonly cell?: Cell;
  readonly flag?: Flag;
  readonly signing?: 'open';
  readonly measured?: 'any' | MeasuredShape['verdict'];
  readonly followed?: 'mine';
}

export const choices = ['chapter', 'pair', 'cell', 'flag', 'signing', 'measured', 'followed'] as const;
export type Choice = (typeof choices)[number];

const measures: readonly string[] = ['any', 'kept', 'not-kept', 'not-yet-measured'];

const isAmong = (all: readonly string[], word: string): boolean => all.includes(word);

/** A word is let in only when it is one that the page knows: a mistyped address shows more, never nothing. */
const known: Readonly<Record<Choice, (word: string) => boolean>> = {
  chapter: (word) => /^[A-Z]{3}$/.test(word),
  pair: (word) => isAmong(pairs, word),
  cell: (word) => isAmong(cells, word),
  flag: (word) => isAmong(flags, word),
  signing: (word) => word === 'open',
  measured: (word) => measures.includes(word),
  followed: (word) => word === 'mine',
};

/** Reads what is wanted from an address. */
export function wantedOf(query: URLSearchParams): Wanted {
  const read = choices.flatMap((name) => {
    const word = query.get(name);
    return word !== null && known[name](word) ? [[name, word]] : [];
  });
  return Object.fromEntries(read);
}

/** From where one looks: the months that go with every link of these pages. */
export const momentNames = ['asOf', 'known'] as const;

/** The address of the board that shows what is wanted, as of the same moment. */
export function queryOf(wanted: Wanted, query: URLSearchParams): string {
  const next = new URLSearchParams();
  for (const name of momentNames) {
    const month = query.get(name);
    if (month !== null) next.set(name, month);
  }
  for (const name of choices) {
    const word = wanted[name];
    if (word !== undefined) next.set(name, word);
  }
  return next.size === 0 ? '' : `?${next}`;
}

const bound = (row: RowShape): readonly PairShape[] => row.pairs.filter(({ cell }) => cell !== 'not-applicable');

/** Of one pair: that it stands so. Of all: that some pair does; a promise is done only when every pair that it binds is. */
function standsSo(row: RowShape, { cell, pair }: Wanted): boolean {
  if (cell === undefined) return pair === undefined || row.pairs.some((one) => one.pair === pair);
  if (pair !== undefined) return row.pairs.some((one) => one.pair === pair && one.cell === cell);
  if (cell === 'done') return bound(row).length > 0 && bound(row).every((one) => one.cell === 'done');
  return row.pairs.some((one) => one.cell === cell);
}

const raises = (row: RowShape, { flag, pair }: Wanted): boolean =>
  flag === undefined || row.pairs.some((one) => (pair === undefined || one.pair === pair) && one.flags.includes(flag));

const isJudged = ({ measured }: RowShape, wanted: Wanted['measured']): boolean =>
  wanted === undefined || (measured !== undefined && (wanted === 'any' || measured.verdict === wanted));

/** Whether a milestone is one of those that are looked at. */
export const isWanted = (row: RowShape, wanted: Wanted): boolean =>
  (wanted.chapter === undefined || row.chapter === wanted.chapter) &&
  standsSo(row, wanted) &&
  raises(row, wanted) &&
  (wanted.signing === undefined || row.openProposals > 0) &&
  isJudged(row, wanted.measured) &&
  (wanted.followed === undefined || row.followed);
