import { finished, hashByte, hashSeed } from './hashing.ts';

/** Of a longer skeleton only this many letters are filed. */
const longestSkeleton = 24;

/**
 * Writes the hash of a skeleton, and of each skeleton that it is with one letter left out, into `into` and returns how
 * many. Two skeletons that are at most one letter apart (left out, put in, or another) have a hash in common: the
 * deletion neighbourhood of SymSpell (Garbe, 2012).
 */
export function variantsOf(bytes: Uint8Array, into: Int32Array): number {
  const length = Math.min(bytes.length, longestSkeleton);
  const last = length > 1 ? length : 0;
  let count = 0;
  for (let without = -1; without < last; without += 1) {
    // A letter that equals the one before gives the same word.
    if (without > 0 && bytes[without] === bytes[without - 1]) continue;
    let hash = hashSeed;
    for (let at = 0; at < length; at += 1) if (at !== without) hash = hashByte(hash, bytes[at] ?? 0);
    into[count] = finished(hash);
    count += 1;
  }
  return count;
}

/** Room for the variants of the longest skeleton. */
export const mostVariants = longestSkeleton + 1;

/** True when two words are the same, or become so by one letter put in, left out or exchanged. */
export function withinOneEdit(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length > b.length) return withinOneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (at === a.length) return true;
  const skip = a.length === b.length ? 1 : 0;
  for (let rest = at + skip; rest < a.length; rest += 1) if (a[rest] !== b[rest + 1 - skip]) return false;
  return true;
}
