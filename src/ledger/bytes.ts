import { type AggregateId, aggregateId, Bug, invariant, type KeyId, keyId } from '#kernel';

const letterOf = Uint8Array.from({ length: 16 }, (_, value) => value.toString(16).charCodeAt(0));
const digitOf = new Int8Array(128).fill(-1);
letterOf.forEach((letter, value) => {
  digitOf[letter] = value;
});

/** Writes lower-case hexadecimal `text` into `into` at `at`. Ids and digests are branded, so a wrong digit is a bug. */
export function putHex(into: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 2) {
    const high = digitOf[text.charCodeAt(index)] ?? -1;
    const low = digitOf[text.charCodeAt(index + 1)] ?? -1;
    if (high < 0 || low < 0) throw new Bug('not hexadecimal');
    into[at + (index >> 1)] = (high << 4) | low;
  }
}

/** Lower-case hexadecimal of `length` bytes from `at`: an id or a digest. Made in one piece, where one made of pairs is first to be put together to be read. */
export function hexAt(bytes: Uint8Array, at: number, length: number): string {
  const letters = new Array<number>(length * 2);
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    letters[index * 2] = letterOf[byte >> 4] ?? 0;
    letters[index * 2 + 1] = letterOf[byte & 15] ?? 0;
  }
  return String.fromCharCode(...letters);
}

/** The id of an aggregate that was stored as 16 bytes. Any 16 bytes are one. */
export function aggregateIdAt(bytes: Uint8Array, at: number): AggregateId {
  const id = aggregateId(hexAt(bytes, at, 16));
  invariant(id !== undefined, 'hexadecimal of 16 bytes is an id');
  return id;
}

/** The id of a key that was stored as 16 bytes. Any 16 bytes are one. */
export function keyIdAt(bytes: Uint8Array, at: number): KeyId {
  const id = keyId(hexAt(bytes, at, 16));
  invariant(id !== undefined, 'hexadecimal of 16 bytes is an id');
  return id;
}

/** Big-endian unsigned 32 bits. */
export function putU32(into: Uint8Array, at: number, value: number): void {
  into[at] = value >>> 24;
  into[at + 1] = value >>> 16;
  into[at + 2] = value >>> 8;
  into[at + 3] = value;
}

/** Big-endian unsigned 32 bits; 0 beyond the end. */
export const u32At = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;

const two32 = 0x1_0000_0000;

/** Big-endian unsigned integer up to 2^53 in 64 bits: an instant, an offset, a count. */
export function putU64(into: Uint8Array, at: number, value: number): void {
  putU32(into, at, Math.floor(value / two32));
  putU32(into, at + 4, value % two32);
}

/** Reads what `putU64` wrote. */
export const u64At = (bytes: Uint8Array, at: number): number => u32At(bytes, at) * two32 + u32At(bytes, at + 4);

const slabLength = 65_536;
let slab = new Uint8Array(slabLength);
let taken = 0;

/**
 * `length` zeros that nobody else has. Small ones are pieces of one larger array: an array of its own for each costs
 * more than what is then written into it, and its end costs the collector as much again.
 */
export function room(length: number): Uint8Array {
  if (length > slabLength >> 3) return new Uint8Array(length);
  if (taken + length > slabLength) {
    slab = new Uint8Array(slabLength);
    taken = 0;
  }
  taken += length;
  return slab.subarray(taken - length, taken);
}
