/**
 * Texts that were met before, up to a number of them. A table of hashes with the texts beside: a Set of so many texts that
 * are looked at once costs as much as the scan of the messages that they name.
 */
export class KnownTexts {
  readonly #most: number;
  #hashes = new Int32Array(64);
  #texts: string[] = [];
  /** The place of each text in `#texts`, from 1, by the slot of its hash; 0 for a free slot. */
  #places = new Int32Array(64);

  constructor(most: number) {
    this.#most = most;
  }

  /** True when the text was added before; else adds it, unless there are as many as may be kept. */
  meet(text: string): boolean {
    const hash = hashOf(text);
    const places = this.#places;
    const mask = places.length - 1;
    let slot = hash & mask;
    for (let place = places[slot]; place !== undefined && place !== 0; place = places[slot]) {
      if (this.#hashes[slot] === hash && this.#texts[place - 1] === text) return true;
      slot = (slot + 1) & mask;
    }
    if (this.#texts.length < this.#most) this.#add(text, hash, slot);
    return false;
  }

  #add(text: string, hash: number, slot: number): void {
    this.#hashes[slot] = hash;
    this.#places[slot] = this.#texts.push(text);
    if (this.#texts.length * 2 > this.#places.length) this.#grow();
  }

  /** Doubles the slots, so that half of them at least stay free. */
  #grow(): void {
    const texts = this.#texts;
    const size = this.#places.length * 2;
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.#texts = [];
    for (const text of texts) this.meet(text);
  }

  /** Forgets all. */
  clear(): void {
    if (this.#texts.length === 0) return;
    this.#hashes = new Int32Array(64);
    this.#places = new Int32Array(64);
    this.#texts = [];
  }
}

/** FNV-1a, and its high bits folded into the low ones, which choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
