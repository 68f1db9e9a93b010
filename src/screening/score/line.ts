/** How one piece of an alignment of two names stands. */
export type LineKind =
  | 'same'
  | 'spelling'
  | 'sound'
  | 'nickname'
  | 'short-form'
  | 'cut'
  | 'initial'
  | 'joined'
  | 'differs'
  | 'number-differs'
  | 'form-differs'
  | 'only-left'
  | 'only-right';

/** One piece of an alignment: words of the left name beside words of the right one, or words that only one side has. */
export interface Line {
  kind: LineKind;
  /** Place of the first word on the left, and how many there are from there on; none where only the right has some. */
  left: number;
  leftWords: number;
  right: number;
  rightWords: number;
  /** Edits between the two, 0 where they are the same. */
  edits: number;
  /** Edits over the letters of the longer side, 0 to 1. */
  distance: number;
  /** Nats that the pair can tell, or that a word of one side leaves open. */
  weight: number;
  /** What the words are for: the heavier role of the two. */
  role: 'plain' | 'initial' | 'patronymic' | 'light' | 'number';
}

const blank: Readonly<Line> = {
  kind: 'same',
  left: 0,
  leftWords: 0,
  right: 0,
  rightWords: 0,
  edits: 0,
  distance: 0,
  weight: 0,
  role: 'plain',
};

/** Lines that are written again and again without making new ones. */
export class Lines {
  readonly #held: Line[] = [];
  #used = 0;

  get count(): number {
    return this.#used;
  }

  /** A line; undefined beyond the end. */
  at(place: number): Line | undefined {
    return place < this.#used ? this.#held[place] : undefined;
  }

  /** Forgets all lines. */
  clear(): void {
    this.#used = 0;
  }

  /** One more line, with what the last use left in it: the caller writes every member. */
  add(): Line {
    let line = this.#held[this.#used];
    if (line === undefined) {
      line = { ...blank };
      this.#held.push(line);
    }
    this.#used += 1;
    return line;
  }
}
