import { encodeUtf8, putAscii } from '#kernel';

/** Bytes that grow: what is written to them stands in one piece. */
export class GrowingBytes {
  #held = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(byte: number): void {
    this.#reserve(1);
    this.#held[this.#length] = byte;
    this.#length += 1;
  }

  /** Writes a text as UTF-8. */
  write(text: string): void {
    this.#reserve(text.length);
    const room = this.#held.subarray(this.#length);
    if (putAscii(text, room)) {
      this.#length += text.length;
      return;
    }
    const bytes = encodeUtf8(text);
    this.#reserve(bytes.length);
    this.#held.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A view of what was written, until more is. */
  written(): Uint8Array {
    return this.#held.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#held.length) return;
    const longer = new Uint8Array(Math.max(2 * this.#held.length, this.#length + more));
    longer.set(this.written());
    this.#held = longer;
  }
}

/** 32-bit numbers that grow: four bytes each, where an array of numbers costs more and is collected. */
export class GrowingInts {
  #held = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.#length] = value;
    this.#length += 1;
  }

  /** A view of what was pushed, until more is. */
  pushed(): Int32Array {
    return this.#held.subarray(0, this.#length);
  }
}
