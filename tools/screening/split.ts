/** The seed of every split of the screening data; changing it makes another split. */
export const splitSeed = 20261124;

/** A hash of a text (FNV-1a, mixed), 0 up to 2^32. */
export function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Whether a listed subject (its id in the normalised copy of the lists) or an innocent (the name) belongs to the half
 * that the shipped parameters are fitted on. What is measured asks for the other half only.
 */
export const isForFitting = (key: string): boolean => hashOf(key, splitSeed) % 2 === 0;
