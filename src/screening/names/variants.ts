/** At most so many readings of one word, the first included: more would find strangers sooner than the same name. */
const most = 4;

/**
 * The readings of a word, given the ways to read each of its letters, the likeliest first: the best, then those that differ
 * from it in one letter. None is empty unless all are.
 */
export function variantsOf(ways: readonly (readonly string[])[]): readonly string[] {
  const best = ways.map(([first = '']) => first);
  const readings = new Set([best.join('')]);
  ways.forEach((those, at) => {
    for (const way of those.slice(1)) {
      if (readings.size < most) readings.add([...best.slice(0, at), way, ...best.slice(at + 1)].join(''));
    }
  });
  return [...readings].filter((reading) => reading !== '');
}
