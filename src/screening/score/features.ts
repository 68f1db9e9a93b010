import type { Line, LineKind } from './line.ts';

/** What a model weighs, in the order of its parameters. */
export const features = [
  'start',
  'shared',
  'cover',
  'edits',
  'distance',
  'far',
  'farther',
  'sound',
  'nickname',
  'short-form',
  'initial',
  'joined',
  'differs',
  'differs-weight',
  'differs-patronymic',
  'differs-initial',
  'differs-number',
  'differs-form',
  'surplus',
  'surplus-share',
  'surplus-patronymic',
  'surplus-light',
  'surplus-number',
  'turned',
  'scrambled',
  'descent-turned',
  'whole',
  'single',
  'initials-only',
] as const;
export type Feature = (typeof features)[number];

const placeOf = Object.fromEntries(features.map((feature, at) => [feature, at])) as Readonly<Record<Feature, number>>;

/** Shares of edits beyond which a spelling counts as far, and as farther. */
const far = 0.2;
const farther = 0.35;
/** Nats by which weights are divided, so that features are of one size. */
const tenNats = 10;

const qualities: Readonly<Partial<Record<Line['kind'], number>>> = {
  sound: 0.7,
  nickname: 0.9,
  cut: 0.9,
  'short-form': 0.6,
  initial: 1,
};

/** Writes what a line says into `into`; `nats` is the weight of all words of both names. */
type Say = (line: Line, nats: number, into: Float64Array) => void;

const says: Readonly<Record<LineKind, Say>> = {
  same: agreesFeatures,
  spelling: agreesFeatures,
  sound: agreesFeatures,
  nickname: agreesFeatures,
  'short-form': agreesFeatures,
  cut: agreesFeatures,
  initial: agreesFeatures,
  joined: agreesFeatures,
  differs: differsFeatures,
  'number-differs': differsFeatures,
  'form-differs': differsFeatures,
  'only-left': surplusFeatures,
  'only-right': surplusFeatures,
};

/** Writes what one line of an alignment says into `into`; `nats` is the weight of all words of both names. */
export const lineFeatures: Say = (line, nats, into) => says[line.kind](line, nats, into);

function agreesFeatures(line: Line, nats: number, into: Float64Array): void {
  const { kind, weight } = line;
  const quality = qualities[kind] ?? 1 - line.distance;
  into[placeOf.shared] = (weight * quality) / tenNats;
  into[placeOf.cover] = nats === 0 ? 0 : (2 * weight * quality) / nats;
  if (kind === 'sound' || kind === 'nickname' || kind === 'short-form' || kind === 'initial') into[placeOf[kind]] = 1;
  else if (line.role !== 'light') spellingFeatures(line, into);
  if (kind === 'joined') into[placeOf.joined] = 1;
}

function spellingFeatures(line: Line, into: Float64Array): void {
  into[placeOf.edits] = line.edits;
  into[placeOf.distance] = line.distance;
  into[placeOf.far] = Math.max(0, line.distance - far);
  into[placeOf.farther] = Math.max(0, line.distance - farther);
}

function differsFeatures(line: Line, _nats: number, into: Float64Array): void {
  if (line.kind === 'number-differs') into[placeOf['differs-number']] = 1;
  else if (line.kind === 'form-differs') into[placeOf['differs-form']] = 1;
  else if (line.role === 'patronymic') into[placeOf['differs-patronymic']] = 1;
  else if (line.role === 'initial') into[placeOf['differs-initial']] = 1;
  else {
    into[placeOf.differs] = 1;
    into[placeOf['differs-weight']] = line.weight / tenNats;
  }
}

function surplusFeatures(line: Line, nats: number, into: Float64Array): void {
  if (line.role === 'number') into[placeOf['surplus-number']] = 1;
  else if (line.role === 'light') into[placeOf['surplus-light']] = 1;
  else if (line.role === 'patronymic') into[placeOf['surplus-patronymic']] = 1;
  else if (line.role === 'plain') {
    into[placeOf.surplus] = 1;
    into[placeOf['surplus-share']] = nats === 0 ? 0 : line.weight / nats;
  } else into[placeOf['surplus-light']] = 1;
}

/** What the two names as wholes say. */
export interface Whole {
  /** 0 to 1. */
  readonly trigrams: number;
  readonly order: 'kept' | 'turned' | 'scrambled';
  /** One of the names has a single word that counts. */
  readonly single: boolean;
  /** Nothing but initials agrees. */
  readonly initialsOnly: boolean;
  /** Both have a word for "son of" or "daughter of": then the order says who is whose. */
  readonly descent: boolean;
}

/** Writes what every comparison begins with. */
export function startFeatures(whole: Whole, into: Float64Array): void {
  into[placeOf.start] = 1;
  if (whole.single) into[placeOf.single] = 1;
  if (whole.initialsOnly) into[placeOf['initials-only']] = 1;
}

/** Writes how alike the letters of the two wholes are. */
export function wholeFeatures(whole: Whole, into: Float64Array): void {
  into[placeOf.whole] = whole.trigrams;
}

/** Writes how the order of the words stands. */
export function orderFeatures(whole: Whole, into: Float64Array): void {
  if (whole.order === 'kept') return;
  into[placeOf[whole.order]] = 1;
  if (whole.descent) into[placeOf['descent-turned']] = 1;
}
