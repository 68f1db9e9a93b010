const digit = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) digit[value.toString(16).charCodeAt(0)] = value;

/** Reads hexadecimal text of 8 digits a word into `into`. */
export function wordsOfHex(text: string, into: Uint32Array): Uint32Array {
  for (let word = 0; word < into.length; word += 1) {
    let value = 0;
    for (let at = word * 8; at < word * 8 + 8; at += 1) value = (value << 4) | (digit[text.charCodeAt(at)] ?? 0);
    into[word] = value;
  }
  return into;
}

/** Reads big-endian words from bytes at `at` into `into`. */
export function wordsOfBytes(bytes: Uint8Array, at: number, into: Uint32Array): Uint32Array {
  for (let word = 0; word < into.length; word += 1) {
    const place = at + word * 4;
    into[word] =
      ((bytes[place] ?? 0) << 24) |
      ((bytes[place + 1] ?? 0) << 16) |
      ((bytes[place + 2] ?? 0) << 8) |
      (bytes[place + 3] ?? 0);
  }
  return into;
}

/**
 * Numbers ids of a fixed number of 32-bit words in the order in which they come, from 0. Typed arrays: a million ids of
 * 16 bytes take 24 to 40 MB, where a Map of texts takes over 100. The ids are random, so that their first word is hash enough.
 */
export class IdTable {
  readonly #words: number;
  #ids: Uint32Array;
  #slots: Int32Array;
  #size = 0;

  constructor(words: number) {
    this.#words = words;
    this.#ids = new Uint32Array(words * 512);
    this.#slots = new Int32Array(1024).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** The number of an id; -1 when it has none. */
  find(id: Uint32Array): number {
    return this.#slots[this.#place(id)] ?? -1;
  }

  /** Numbers an id that has no number yet. */
  add(id: Uint32Array): number {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const number = this.#size;
    this.#slots[this.#place(id)] = number;
    this.#ids.set(id, number * this.#words);
    this.#size += 1;
    return number;
  }

  /** The id of a number, as hexadecimal text. */
  hex(number: number): string {
    let text = '';
    for (let word = 0; word < this.#words; word += 1) {
      text += (this.#ids[number * this.#words + word] ?? 0).toString(16).padStart(8, '0');
    }
    return text;
  }

  #place(id: Uint32Array): number {
    const mask = this.#slots.length - 1;
    let place = (id[0] ?? 0) & mask;
    for (;;) {
      const number = this.#slots[place] ?? -1;
      if (number < 0 || this.#same(id, number)) return place;
      place = (place + 1) & mask;
    }
  }

  #same(id: Uint32Array, number: number): boolean {
    const base = number * this.#words;
    for (let word = 0; word < this.#words; word += 1) if (this.#ids[base + word] !== id[word]) return false;
    return true;
  }

  #grow(): void {
    const ids = new Uint32Array(this.#ids.length * 2);
    ids.set(this.#ids);
    this.#ids = ids;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      let place = (ids[number * this.#words] ?? 0) & mask;
      while ((this.#slots[place] ?? -1) >= 0) place = (place + 1) & mask;
      this.#slots[place] = number;
    }
  }
}

/** What grows: any typed array. */
interface Growing {
  readonly length: number;
  set(values: ArrayLike<number>): void;
}

/** A typed array that doubles when it is full; `make` makes one of a length. */
export function grown<Values extends Growing & ArrayLike<number>>(
  values: Values,
  needed: number,
  make: (length: number) => Values,
): Values {
  if (needed <= values.length) return values;
  const larger = make(Math.max(needed, values.length * 2));
  larger.set(values);
  return larger;
}

export const unsigned = (length: number): Uint32Array => new Uint32Array(length);
export const signed = (length: number): Int32Array => new Int32Array(length);
export const wide = (length: number): Float64Array => new Float64Array(length);
