/** FNV-1a over 32 bits: cheap, and good enough to spread short words over buckets. */
export const hashSeed = 0x811c_9dc5 | 0;

/** The hash with one more byte. */
export const hashByte = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x0100_0193);

/** The hash of a text by its UTF-16 units. */
export function hashText(text: string): number {
  let hash = hashSeed;
  for (let at = 0; at < text.length; at += 1) hash = hashByte(hash, text.charCodeAt(at));
  return finished(hash);
}

/** Spreads the bits, so that the low ones may number buckets; never negative. */
export function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 1;
}

/** The least power of two that is not below `count`, at least 2. */
export function bucketsFor(count: number): number {
  let buckets = 2;
  while (buckets < count) buckets *= 2;
  return buckets;
}
