import { type Feature, features } from './features.ts';

/** Weights of the features, nats each; what agrees is never negative, what differs or is left over never positive. */
export type Weights = Readonly<Record<Feature, number>>;

/** A fitted model: data, versioned side by side and never edited in place. */
export interface Model {
  readonly version: string;
  readonly person: Weights;
  /** Organisations, vessels and vehicles. */
  readonly other: Weights;
}

/** Which way a feature may speak: `up` for what agrees, `down` for what differs, `free` where the comparison begins. */
export const directions: Readonly<Record<Feature, 'up' | 'down' | 'free'>> = {
  start: 'free',
  shared: 'up',
  cover: 'up',
  edits: 'down',
  distance: 'down',
  far: 'down',
  farther: 'down',
  sound: 'down',
  nickname: 'down',
  'short-form': 'down',
  initial: 'down',
  joined: 'down',
  differs: 'down',
  'differs-weight': 'down',
  'differs-patronymic': 'down',
  'differs-initial': 'down',
  'differs-number': 'down',
  'differs-form': 'down',
  surplus: 'down',
  'surplus-share': 'down',
  'surplus-patronymic': 'down',
  'surplus-light': 'down',
  'surplus-number': 'down',
  turned: 'down',
  scrambled: 'down',
  'descent-turned': 'down',
  whole: 'up',
  single: 'down',
  'initials-only': 'down',
};

/** The weights in the order of the features, in hundredths of a nat. */
export const parametersOf = (weights: Weights): Float64Array =>
  Float64Array.from(features, (feature) => weights[feature] * 100);
