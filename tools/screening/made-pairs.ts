import type { ListedSubject, NamePair } from './published.ts';
import { oneOf, randomFrom } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
type Random = () => number;

/** A word with one typing error: a letter left out, doubled, replaced, or swapped with its neighbour. */
export function mistype(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const kind = Math.floor(random() * 4);
  if (kind === 0 && word.length > 3) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2 && after !== '') return before + after.charAt(0) + letter + after.slice(1);
  return before + oneOf([...letters], random) + after;
}

/** How a name is written otherwise, and whether it still names the same person. */
const changes: readonly (readonly [
  boolean,
  (words: readonly string[], random: Random, strange: string) => readonly string[],
])[] = [
  [true, (words, random) => changed(words, random, (word) => mistype(word, random))],
  [true, (words, random) => changed(words, random, (word) => mistype(mistype(word, random), random))],
  [
    true,
    (words, random) =>
      [...words.slice(1), words[0] ?? ''].map((word) => (random() < 0.2 ? mistype(word, random) : word)),
  ],
  [true, (words) => (words.length > 2 ? [words[0] ?? '', ...words.slice(2)] : words)],
  [true, (words) => [(words[0] ?? '').charAt(0), ...words.slice(1)]],
  [true, (words) => [words.slice(0, 2).join(''), ...words.slice(2)]],
  [true, (words, _, strange) => [...words.slice(0, 1), strange, ...words.slice(1)]],
  [false, (words, random, strange) => changed(words, random, () => strange)],
  [false, (words, _, strange) => [...words.slice(0, -1), strange]],
  [false, (words, _, strange) => [strange, ...words.slice(1)]],
];

function changed(words: readonly string[], random: Random, change: (word: string) => string): readonly string[] {
  const at = Math.floor(random() * words.length);
  return words.map((word, place) => (place === at ? change(word) : word));
}

/** Pairs made from listed persons of two words or more by changes of which we know whether they change the person. */
export function madePairs(listed: readonly ListedSubject[], count: number, seed: number): readonly NamePair[] {
  const random = randomFrom(seed);
  const names = listed
    .flatMap(({ kind, names: [name] }) => (kind === 'person' && name !== undefined ? [name] : []))
    .map((name) => name.split(/[\s,]+/).filter((word) => /^[A-Za-z'-]{3,}$/.test(word)))
    .filter((words) => words.length > 1 && words.length < 6);
  return Array.from({ length: count }, () => {
    const words = oneOf(names, random);
    const [same, change] = oneOf(changes, random);
    const right = change(words, random, oneOf(oneOf(names, random), random));
    return { left: words.join(' '), right: right.join(' '), kind: 'person', same, counts: 1, source: 'made' };
  });
}
