import type { ReadName } from '../names/name.ts';
import { Assignment } from './assignment.ts';
import { placeAt } from './cell.ts';
import { Joins } from './joins.ts';
import { type Line, Lines } from './line.ts';
import { comparedWords, Side } from './side.ts';
import { isNumber, WordPair } from './word-pair.ts';
import { type Lexicon, type Word, Words } from './words.ts';

/** Of equally like pairs, those at like places win by this much, so that the order of the two names does not decide. */
const orderCounts = 0.001;

/**
 * Lays two names side by side: equal words first, then words that were joined or split, then the best assignment of the
 * rest by spelling, sound, nickname and initial; what is left over differs or stands on one side only. Every word is in
 * exactly one line. Holds its own working space, which each call writes over: one per thread.
 */
export class Aligner {
  readonly left = new Side();
  readonly right = new Side();
  readonly lines = new Lines();
  readonly #words: Words;
  readonly #pair: WordPair;
  readonly #joins: Joins;
  readonly #assignment = new Assignment();
  readonly #values = new Float64Array(comparedWords * comparedWords);
  readonly #chosen = new Int8Array(comparedWords);
  #roman = false;

  constructor(lexicon: Lexicon) {
    this.#words = new Words(lexicon);
    this.#pair = new WordPair(lexicon);
    this.#joins = new Joins(this.#pair);
  }

  /** Aligns two names; `roman` where Roman digits tell two subjects apart, as in organisations and vessels. */
  align(left: ReadName, right: ReadName, roman: boolean): void {
    this.lines.clear();
    this.#roman = roman;
    this.left.read(left, this.#words);
    this.right.read(right, this.#words);
    this.#equal();
    this.#joins.find(this.left, this.right, (at, from, count) => this.#join([at, 1], [from, count]));
    this.#joins.find(this.right, this.left, (at, from, count) => this.#join([from, count], [at, 1]));
    this.#assign(false);
    this.#assign(true);
    this.#alone(this.left, 'only-left');
    this.#alone(this.right, 'only-right');
  }

  #equal(): void {
    for (let at = 0; at < this.left.words.length; at += 1) {
      const text = this.left.words[at]?.spellings[0]?.text;
      for (let to = 0; to < this.right.words.length; to += 1) {
        if (this.right.taken[to] !== 0 || this.right.words[to]?.spellings[0]?.text !== text) continue;
        this.#pair.kind = 'same';
        this.#pair.edits = 0;
        this.#pair.distance = 0;
        this.#add(at, to);
        break;
      }
    }
  }

  /** The line of two words, as they were compared last. */
  #add(at: number, to: number): void {
    const left = this.left.words[at];
    const right = this.right.words[to];
    if (left === undefined || right === undefined) return;
    this.left.taken[at] = 1;
    this.right.taken[to] = 1;
    const line = this.lines.add();
    line.kind = this.#pair.kind;
    line.left = at;
    line.right = to;
    line.leftWords = 1;
    line.rightWords = 1;
    line.edits = this.#pair.edits;
    line.distance = this.#pair.distance;
    line.weight = Math.min(left.weight, right.weight);
    line.role = roleOf(left, right, this.#roman);
  }

  #join([left, leftWords]: readonly [number, number], [right, rightWords]: readonly [number, number]): void {
    const line = this.lines.add();
    line.kind = this.#joins.kind;
    line.left = left;
    line.right = right;
    line.leftWords = leftWords;
    line.rightWords = rightWords;
    line.edits = this.#joins.edits;
    line.distance = this.#joins.distance;
    const leftNats = take(this.left, left, leftWords);
    const rightNats = take(this.right, right, rightWords);
    // A joined word is rarer than its parts; how much is told is what the parts tell.
    const parts = leftWords > 1 ? leftNats : rightNats;
    line.weight = line.kind === 'joined' ? parts : Math.min(leftNats, rightNats);
    line.role = 'plain';
  }

  /** Pairs what is left by the best assignment; words that are too far apart differ. */
  #assign(light: boolean): void {
    this.left.collect(light);
    this.right.collect(light);
    const turned = this.left.freed < this.right.freed;
    const rows = turned ? this.right : this.left;
    const columns = turned ? this.left : this.right;
    if (columns.freed === 0) return;
    if (rows.freed > 1) this.#choose(rows, columns);
    else this.#chosen[0] = 0;
    for (let row = 0; row < rows.freed; row += 1) {
      const column = placeAt(this.#chosen, row);
      if (column < 0) continue;
      const at = placeAt(rows.free, row);
      const to = placeAt(columns.free, column);
      this.#compare(rows.words[at], columns.words[to]);
      if (turned) this.#add(to, at);
      else this.#add(at, to);
    }
  }

  #choose(rows: Side, columns: Side): void {
    for (let row = 0; row < rows.freed; row += 1) {
      for (let column = 0; column < columns.freed; column += 1) {
        this.#compare(rows.words[placeAt(rows.free, row)], columns.words[placeAt(columns.free, column)]);
        const near = 1 - Math.abs(row - column) / comparedWords;
        this.#values[row * columns.freed + column] = this.#pair.likeness ** 2 + orderCounts * near;
      }
    }
    this.#assignment.solve(this.#values, [rows.freed, columns.freed], this.#chosen);
  }

  #compare(one: Word | undefined, other: Word | undefined): void {
    if (one !== undefined && other !== undefined) this.#pair.compare(one, other, this.#roman);
  }

  #alone(side: Side, kind: 'only-left' | 'only-right'): void {
    const isLeft = kind === 'only-left';
    for (let at = 0; at < side.words.length; at += 1) {
      const word = side.words[at];
      if (word === undefined || side.taken[at] !== 0) continue;
      const line = this.lines.add();
      line.kind = kind;
      line.left = isLeft ? at : 0;
      line.right = isLeft ? 0 : at;
      line.leftWords = isLeft ? 1 : 0;
      line.rightWords = isLeft ? 0 : 1;
      line.edits = 0;
      line.distance = 0;
      line.weight = word.weight;
      line.role = roleOf(word, word, this.#roman);
    }
  }
}

/** Marks some words of a side as standing in a line; their nats together. */
function take(side: Side, from: number, count: number): number {
  let nats = 0;
  for (let at = from; at < from + count; at += 1) {
    side.taken[at] = 1;
    nats += side.words[at]?.weight ?? 0;
  }
  return nats;
}

function roleOf(left: Word, right: Word, roman: boolean): Line['role'] {
  if (isNumber(left, roman) && isNumber(right, roman)) return 'number';
  if (left.light || right.light) return 'light';
  if (left.role === 'initial' || right.role === 'initial') return 'initial';
  return left.role === 'plain' || right.role === 'plain' ? 'plain' : 'patronymic';
}
