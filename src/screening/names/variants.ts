import { skeletonOf } from './skeleton.ts';

/** So many readings at most that sound different; more would find strangers sooner than the same name. */
const mostSounds = 6;
/** So many readings at most that sound as the best does: vowels that nobody wrote may be any. */
const mostAlike = 3;

/**
 * The readings of a word, given the ways to read each of its letters, the likeliest first: the best, then those that differ
 * from it in one letter. None is empty.
 */
export function variantsOf(ways: readonly (readonly string[])[]): readonly string[] {
  const best = ways.map(([first = '']) => first);
  const alike = new Set([best.join('')]);
  const different = new Map<string, string>();
  const sound = skeletonOf(best.join(''));
  for (const [at, those] of ways.entries()) {
    for (const way of those.slice(1)) {
      const reading = [...best.slice(0, at), way, ...best.slice(at + 1)].join('');
      const own = skeletonOf(reading);
      if (own === sound) alike.add(reading);
      else if (!different.has(own)) different.set(own, reading);
    }
  }
  const readings = [...[...alike].slice(0, mostAlike), ...[...different.values()].slice(0, mostSounds - 1)];
  return readings.filter((reading) => reading !== '');
}
