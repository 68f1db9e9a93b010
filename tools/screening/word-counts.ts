import { readName } from '#screening/names';
import type { ListedSubject } from './published.ts';

/** Words that fewer names hold are rare enough to be unknown. */
const fewest = 10;

/** In how many names each word stands that at least ten names hold, of the names of lists and of innocents. */
export function countWords(listed: readonly ListedSubject[], innocents: readonly string[]): object {
  const holding = new Map<string, number>();
  let names = 0;
  const count = (text: string, kind: ListedSubject['kind']): void => {
    names += 1;
    for (const word of new Set(readName(text, kind).tokens.map((token) => token.text))) {
      holding.set(word, (holding.get(word) ?? 0) + 1);
    }
  };
  for (const { kind, names: written } of listed) for (const name of written) count(name, kind);
  for (const name of innocents) count(name, 'person');
  const words = [...holding].filter(([, held]) => held >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    source:
      'Counted by tools/fit-screening.ts in the names of the OFAC, UN and EU lists (public) and of invented innocents: in how many names a word stands, ten at least.',
    date: '2026-11-24',
    names,
    words: Object.fromEntries(words),
  };
}
