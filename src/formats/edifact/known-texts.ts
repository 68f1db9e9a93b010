const fewest = 256;

/**
 * Texts that were met before, up to a number of them. A table of hashes with the texts beside: a Set of so many texts that
 * are looked at once costs as much as the scan of the messages that they name.
 */
export class KnownTexts {
  readonly #most: number;
  #texts: string[] = [];
  #hashes: number[] = [];
  /** The place of a text in `#texts`, from 1, in the first slot after that of its hash which was free; 0 in a free one. */
  #places = new Int32Array(fewest);

  constructor(most: number) {
    this.#most = most;
  }

  /** True when the text was met before; else keeps it, unless there are as many as may be kept. */
  meet(text: string): boolean {
    const hash = hashOf(text);
    const mask = this.#places.length - 1;
    let slot = hash & mask;
    for (let place = this.#at(slot); place !== 0; place = this.#at(slot)) {
      if (this.#hashes[place - 1] === hash && this.#texts[place - 1] === text) return true;
      slot = (slot + 1) & mask;
    }
    if (this.#texts.length < this.#most) this.#keep(text, hash, slot);
    return false;
  }

  #at(slot: number): number {
    return this.#places[slot] ?? 0;
  }

  #keep(text: string, hash: number, slot: number): void {
    this.#hashes.push(hash);
    this.#places[slot] = this.#texts.push(text);
    if (this.#texts.length * 2 > this.#places.length) this.#grow();
  }

  /** More slots, so that half of them at least stay free. */
  #grow(): void {
    const places = new Int32Array(this.#places.length * 4);
    const mask = places.length - 1;
    this.#hashes.forEach((hash, index) => {
      let slot = hash & mask;
      while (places[slot] !== 0) slot = (slot + 1) & mask;
      places[slot] = index + 1;
    });
    this.#places = places;
  }

  /** Forgets all. */
  clear(): void {
    if (this.#texts.length === 0) return;
    this.#texts = [];
    this.#hashes = [];
    this.#places = new Int32Array(fewest);
  }
}

/** FNV-1a, its high bits folded into the low ones, which choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
