import { invariant } from '#kernel';

/** Numbers from a seed (mulberry32), the same for an equal seed. For made-up data: whoever sees some can tell the next. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 up to and without `limit`. */
  below(limit: number): number {
    return Math.floor((this.#next() / 4_294_967_296) * limit);
  }

  /** A whole number from `least` to `most`, both among them. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in so many of a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** True in so many of a thousand. */
  perThousand(share: number): boolean {
    return this.below(1000) < share;
  }

  /** One of several, each as likely as another. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    invariant(item !== undefined, 'a choice has something to choose from');
    return item;
  }

  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    return items
      .map((item) => ({ item, order: this.#next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }
}

/** Hands out all of its cards before one comes again. */
export class Deck<Card> {
  readonly #cards: readonly Card[];
  readonly #chance: Chance;
  #left: Card[] = [];

  constructor(cards: readonly Card[], chance: Chance) {
    this.#cards = cards;
    this.#chance = chance;
  }

  /** The next card; undefined when there is none at all. */
  draw(): Card | undefined {
    if (this.#left.length === 0) this.#left = [...this.#chance.shuffled(this.#cards)];
    return this.#left.pop();
  }
}

/** Items of different weights. */
export class Weighted<Item> {
  readonly #items: readonly Item[];
  readonly #ends: readonly number[];

  constructor(rows: readonly { readonly item: Item; readonly weight: number }[]) {
    this.#items = rows.map(({ item }) => item);
    let sum = 0;
    this.#ends = rows.map(({ weight }) => {
      sum += weight;
      return sum;
    });
  }

  /** One of the items, each as likely as it weighs. */
  pick(chance: Chance): Item {
    const at = chance.below(this.#ends.at(-1) ?? 0);
    const item = this.#items[this.#ends.findIndex((end) => at < end)];
    invariant(item !== undefined, 'a weighted choice has something to choose from');
    return item;
  }
}
