import type { Subject } from '#kernel';
import type { ReadName } from '../names/name.ts';
import { Aligner } from './align.ts';
import { features, lineFeatures, orderFeatures, startFeatures, type Whole, wholeFeatures } from './features.ts';
import type { Line } from './line.ts';
import { type Model, parametersOf } from './model.ts';
import type { Side } from './side.ts';
import { Trigrams } from './trigrams.ts';
import type { Lexicon } from './words.ts';

const wholeParts = { start: startFeatures, letters: wholeFeatures, order: orderFeatures } as const;
const wholeNames = ['start', 'letters', 'order'] as const;

/** One piece of a comparison: a line of the alignment, or something about the whole. */
export interface Piece {
  readonly whole: (typeof wholeNames)[number];
  /** Undefined for what concerns the whole. */
  readonly line: Line | undefined;
  /** The names as they were laid side by side; `swapped` when that is not the order in which they were given. */
  readonly left: ReadName;
  readonly right: ReadName;
  readonly swapped: boolean;
  /** What the model weighs, in the order of the features; written over by the next piece. */
  readonly said: Float64Array;
}
type Told = (piece: Piece, contribution: number) => void;

/** A piece while it is told. */
interface Telling extends Piece {
  whole: Piece['whole'];
  line: Piece['line'];
}

/**
 * Compares names. The score is in hundredths of a nat of log-odds that both name one and the same, an integer, and the
 * sum of the integers that its pieces contribute. Symmetric: the order of the two names does not count. Holds working
 * space and what it learnt of words: one per thread.
 */
export class NameComparer {
  readonly #aligner: Aligner;
  readonly #trigrams = new Trigrams();
  readonly #said = new Float64Array(features.length);
  readonly #person: Float64Array;
  readonly #other: Float64Array;

  constructor(model: Model, lexicon: Lexicon) {
    this.#aligner = new Aligner(lexicon);
    this.#person = parametersOf(model.person);
    this.#other = parametersOf(model.other);
  }

  /** The score of two names of subjects of this kind. */
  score(left: ReadName, right: ReadName, kind: Subject['kind']): number {
    let score = 0;
    this.tell([left, right], kind, (_, contribution) => {
      score += contribution;
    });
    return score;
  }

  /** Compares and tells each piece with what it contributes, lines first. */
  tell([one, other]: readonly [ReadName, ReadName], kind: Subject['kind'], told: Told): void {
    const swapped = one.text > other.text;
    const [left, right] = swapped ? [other, one] : [one, other];
    const parameters = kind === 'person' ? this.#person : this.#other;
    const aligner = this.#aligner;
    const said = this.#said;
    aligner.align(left, right, kind !== 'person');
    const nats = aligner.left.weight + aligner.right.weight;
    const piece: Telling = { whole: 'start', line: undefined, left, right, swapped, said };
    for (let at = 0; at < aligner.lines.count; at += 1) {
      const line = aligner.lines.at(at);
      if (line === undefined) break;
      said.fill(0);
      lineFeatures(line, nats, said);
      piece.line = line;
      told(piece, worth(said, parameters));
    }
    piece.line = undefined;
    const whole = this.#whole(left, right);
    for (const name of wholeNames) {
      said.fill(0);
      wholeParts[name](whole, said);
      piece.whole = name;
      told(piece, worth(said, parameters));
    }
  }

  #whole(left: ReadName, right: ReadName): Whole {
    const aligner = this.#aligner;
    return {
      trigrams: left.text === right.text ? 1 : this.#trigrams.share(left.text, right.text),
      order: orderOf(aligner),
      single: heavyWords(aligner.left) < 2 || heavyWords(aligner.right) < 2,
      initialsOnly: onlyInitials(aligner),
      descent: tellsDescent(aligner.left) && tellsDescent(aligner.right),
    };
  }
}

function worth(said: Float64Array, parameters: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < said.length; at += 1) sum += (said[at] ?? 0) * (parameters[at] ?? 0);
  return Math.round(sum);
}

function heavyWords({ words }: Side): number {
  let heavy = 0;
  for (const { light } of words) if (!light) heavy += 1;
  return heavy;
}

/** "Son of" and "daughter of" as they are romanised. */
const descents: ReadonlySet<string> = new Set(['BIN', 'BEN', 'IBN', 'BINT', 'BINTI', 'OGLY', 'OGHLU', 'QIZI']);

function tellsDescent({ words }: Side): boolean {
  for (const { spellings } of words) if (descents.has(spellings[0]?.text ?? '')) return true;
  return false;
}

/** True when something agrees, but no word of two letters or more. */
function onlyInitials({ lines }: Aligner): boolean {
  let initials = false;
  for (let at = 0; at < lines.count; at += 1) {
    const line = lines.at(at);
    if (line === undefined || line.leftWords === 0 || line.rightWords === 0 || line.role === 'light') continue;
    if (line.kind === 'initial' || (line.kind === 'same' && line.role === 'initial')) initials = true;
    else if (line.kind !== 'differs') return false;
  }
  return initials;
}

/** Whether the paired words stand in one order; turned when cutting one name once and swapping its parts makes it so. */
function orderOf({ left, lines }: Aligner): Whole['order'] {
  let breaks = 0;
  let first = -1;
  let last = -1;
  for (let place = 0; place < left.words.length; place += 1) {
    for (let at = 0; at < lines.count; at += 1) {
      const line = lines.at(at);
      if (line === undefined || !ordered(line, place)) continue;
      if (line.right < last) breaks += 1;
      if (first < 0) first = line.right;
      last = line.right;
    }
  }
  if (breaks === 0) return 'kept';
  return breaks === 1 && last < first ? 'turned' : 'scrambled';
}

/** True for a pair of words that count, of which the first on the left stands at this place. */
const ordered = (line: Line, place: number): boolean =>
  line.left === place && line.leftWords > 0 && line.rightWords > 0 && line.role !== 'light' && line.kind !== 'differs';
