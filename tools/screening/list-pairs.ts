import { readName } from '#screening/names';
import { Trigrams } from '#screening/score';
import type { ListedSubject, NamePair } from './published.ts';

/** Below this share of letter triples two names of one subject are different names, which no comparison can join. */
const leastAlike = 0.12;
/** How many of the listed names that look most like an innocent's are taken as pairs of two people. */
const lookalikes = 3;

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(name);

/** A listed name beside the others of the same subject, if there is any likeness. */
export function aliasPairs(listed: readonly ListedSubject[]): readonly NamePair[] {
  const trigrams = new Trigrams();
  return listed.flatMap(({ names: [first, ...others], kind }) =>
    others.flatMap((other) => {
      if (first === undefined) return [];
      const share = trigrams.share(readName(first, kind).text, readName(other, kind).text);
      if (share < leastAlike) return [];
      const source = isLatin(first) === isLatin(other) ? ('alias' as const) : ('script' as const);
      return [{ left: other, right: first, kind, same: true, counts: 1, source }];
    }),
  );
}

/** Innocents beside the listed names that look most like theirs: two people each, and the hardest to tell apart. */
export function innocentPairs(names: readonly string[], listed: readonly ListedSubject[]): readonly NamePair[] {
  const trigrams = new Trigrams();
  const others = listed
    .filter(({ kind }) => kind === 'person')
    .flatMap((subject) => subject.names)
    .map((name) => ({ name, text: readName(name, 'person').text }));
  return names.flatMap((left) => {
    const { text } = readName(left, 'person');
    return others
      .map((other) => ({ name: other.name, share: trigrams.share(text, other.text) }))
      .sort((a, b) => b.share - a.share)
      .slice(0, lookalikes)
      .map(({ name }) => ({
        left,
        right: name,
        kind: 'person' as const,
        same: false,
        counts: 1,
        source: 'innocent' as const,
      }));
  });
}

/** Of the other subjects' names with a word in common, how many are looked at. */
const lookedAt = 200;
/** Names more alike than this are likely one subject under two numbers. */
const mostAlike = 0.85;

/** Names of organisations and vessels beside the most alike names of others of the same list: two subjects each. */
export function rivalPairs(listed: readonly ListedSubject[]): readonly NamePair[] {
  const trigrams = new Trigrams();
  const subjects = listed.filter(({ kind }) => kind !== 'person');
  const byWord = new Map<string, number[]>();
  const texts = subjects.map(({ names: [name = ''], kind }) => readName(name, kind).text);
  for (const [at, text] of texts.entries()) {
    for (const word of new Set(text.split(' '))) byWord.set(word, [...(byWord.get(word) ?? []).slice(-lookedAt), at]);
  }
  return subjects.flatMap(({ id, names: [left = ''], kind }, at) => {
    const text = texts[at] ?? '';
    const others = new Set(text.split(' ').flatMap((word) => byWord.get(word) ?? []));
    const [best] = [...others]
      .filter(
        (other) =>
          other !== at && subjects[other]?.kind === kind && subjects[other]?.id.split('-')[0] === id.split('-')[0],
      )
      .map((other) => ({ other, share: trigrams.share(text, texts[other] ?? '') }))
      .filter(({ share }) => share < mostAlike)
      .sort((a, b) => b.share - a.share);
    const right = best === undefined ? undefined : subjects[best.other]?.names[0];
    return right === undefined ? [] : [{ left, right, kind, same: false, counts: 1, source: 'rival' as const }];
  });
}
