import { readName } from '#screening/names';
import {
  directions,
  type Feature,
  features,
  lexiconOf,
  type Model,
  NameComparer,
  type Weights,
} from '#screening/score';
import { dot, fitLogistic, type Labelled } from './logistic.ts';
import type { NamePair } from './published.ts';

/** A pair with what the comparison says of it. */
export interface Read extends Labelled {
  readonly pair: NamePair;
  /** The two names as they are compared, so that pairs with a name in common stay together. */
  readonly texts: readonly [string, string];
}

const nothing = Object.fromEntries(features.map((feature) => [feature, 0])) as Readonly<Record<Feature, number>>;
const comparer = new NameComparer({ version: 'none', person: nothing, other: nothing }, lexiconOf());

/** Reads a pair and compares it. */
export function readPair(pair: NamePair): Read {
  const left = readName(pair.left, pair.kind);
  const right = readName(pair.right, pair.kind);
  const said = new Float64Array(features.length);
  comparer.tell([left, right], pair.kind, (piece) => {
    for (let at = 0; at < said.length; at += 1) said[at] = (said[at] ?? 0) + (piece.said[at] ?? 0);
  });
  return { pair, said, same: pair.same, counts: pair.counts, texts: [left.text, right.text] };
}

const orders = features.map((feature) => directions[feature]);
/** How strongly parameters are drawn to zero, and those of persons and others to what both have in common. */
const ridge = { common: 1, own: 2 } as const;

/** The parameters for persons and for others. */
export interface Fitted {
  readonly person: Float64Array;
  readonly other: Float64Array;
}

/** Fits the parameters: first on all, then on persons and on others, each drawn to what was fitted on all. */
export function fitPairs(rows: readonly Read[]): Fitted {
  const zero = new Float64Array(features.length);
  const common = fitLogistic(rows, orders, { towards: zero, strength: ridge.common });
  const own = (persons: boolean): Float64Array =>
    fitLogistic(
      rows.filter(({ pair }) => (pair.kind === 'person') === persons),
      orders,
      { towards: common, strength: ridge.own },
    );
  return { person: own(true), other: own(false) };
}

/** The score of a pair, in nats. */
export const scoreOf = ({ pair, said }: Read, { person, other }: Fitted): number =>
  dot(said, pair.kind === 'person' ? person : other);

const weightsOf = (parameters: Float64Array): Weights =>
  Object.fromEntries(
    features.map((feature, at) => [feature, Math.round((parameters[at] ?? 0) * 1000) / 1000]),
  ) as Weights;

/** The model as it is written down. */
export const modelOf = ({ person, other }: Fitted, version: string): Model => ({
  version,
  person: weightsOf(person),
  other: weightsOf(other),
});
