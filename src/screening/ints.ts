/** A growing list of 32-bit integers: four bytes each, where an array of numbers costs more and is collected. */
export class Ints {
  #held = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The integer at a place; -1 beyond the end. */
  at(place: number): number {
    return place < this.#length ? (this.#held[place] ?? -1) : -1;
  }

  /** Adds one and returns its place. */
  push(value: number): number {
    if (this.#length === this.#held.length) {
      const longer = new Int32Array(this.#length * 2);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }
}
