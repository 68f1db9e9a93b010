import type { ReadName } from '../names/name.ts';
import type { Word, Words } from './words.ts';

/** Words of a name that are compared; what a longer name has beyond says nothing. */
export const comparedWords = 24;

/** One side of a comparison: its words, and which of them stand in a line already. Written over by the next name. */
export class Side {
  readonly words: Word[] = [];
  readonly taken = new Uint8Array(comparedWords);
  /** Places of the words last collected, `freed` of them. */
  readonly free = new Int8Array(comparedWords);
  freed = 0;
  /** Nats of all words. */
  weight = 0;

  /** Takes the words of a name, none of them in a line yet. */
  read(name: ReadName, words: Words): void {
    const length = Math.min(name.tokens.length, comparedWords);
    this.words.length = 0;
    this.weight = 0;
    for (let at = 0; at < length; at += 1) {
      const token = name.tokens[at];
      if (token === undefined) break;
      const word = words.of(token);
      this.words.push(word);
      this.weight += word.weight;
    }
    this.taken.fill(0);
  }

  /** Collects the words that stand in no line yet: the light ones, or the others. */
  collect(light: boolean): void {
    this.freed = 0;
    for (let at = 0; at < this.words.length; at += 1) {
      if (this.taken[at] !== 0 || this.words[at]?.light !== light) continue;
      this.free[this.freed] = at;
      this.freed += 1;
    }
  }
}
