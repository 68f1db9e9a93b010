/** A frame that was written lately. */
interface Recent {
  readonly location: number;
  readonly at: number;
  readonly length: number;
}

/** Bytes of a frame in memory, and where in them something stands. */
export interface InMemory {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/**
 * The memory in which frames are made, used round and round: a frame stays readable there until newer ones need its room,
 * so that what was just recorded is folded without asking the disk.
 */
export class RecentFrames {
  readonly #ring: Uint8Array;
  #next = 0;
  /** The oldest first, by location and, round the ring, by place. */
  #frames: Recent[] = [];
  /** Frames before this one have been overwritten. */
  #first = 0;

  constructor(size: number) {
    this.#ring = new Uint8Array(size);
  }

  /** Room for a frame. Two frames may be under way at a time; one that is large for the ring stands outside of it. */
  room(length: number): Uint8Array {
    if (length > this.#ring.length >> 2) return new Uint8Array(length);
    if (this.#next + length > this.#ring.length) {
      this.#drop(this.#next, this.#ring.length);
      this.#next = 0;
    }
    this.#drop(this.#next, this.#next + length);
    const room = this.#ring.subarray(this.#next, this.#next + length);
    this.#next += length;
    return room;
  }

  #drop(from: number, end: number): void {
    for (let frame = this.#frames[this.#first]; frame !== undefined; frame = this.#frames[this.#first]) {
      if (frame.at >= end || frame.at + frame.length <= from) break;
      this.#first += 1;
    }
    if (this.#first > 1024 && this.#first * 2 > this.#frames.length) {
      this.#frames = this.#frames.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Remembers where a frame of this memory now lies. */
  keep(frame: Uint8Array, location: number): void {
    if (frame.buffer === this.#ring.buffer) {
      this.#frames.push({ location, at: frame.byteOffset, length: frame.length });
    }
  }

  /** Where the bytes from a location on stand in memory; undefined when they do no more. */
  find(location: number): InMemory | undefined {
    let [low, high] = [this.#first, this.#frames.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const frame = this.#frames[middle];
      if (frame !== undefined && frame.location <= location) low = middle + 1;
      else high = middle;
    }
    const frame = low > this.#first ? this.#frames[low - 1] : undefined;
    if (frame === undefined || location >= frame.location + frame.length) return undefined;
    return { bytes: this.#ring, at: frame.at + location - frame.location };
  }
}
