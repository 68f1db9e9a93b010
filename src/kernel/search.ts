/** How many hits a part may give to one search. */
export const hitsOfPart = 8;

const ascii = /^[\x20-\x7e]*$/;

/** A text as search compares it: without accents and case, so that `Montreal` finds `Montréal`. */
export const foldedText = (text: string): string =>
  (ascii.test(text) ? text : text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')).toLowerCase();

/** The words of a query, folded; blanks, arrows and commas part them, so that `YYZ > MEX` is two words. */
export const wordsOf = (query: string): readonly string[] =>
  foldedText(query)
    .split(/[\s>→,;/]+/u)
    .filter((word) => word !== '');

/** How well a word fits: 0 is one of the texts, 1 begins a word of one, 2 stands within one; undefined where it is in none. */
function gradeOf(word: string, texts: readonly string[]): number | undefined {
  let best: number | undefined;
  for (const text of texts) {
    if (text === word) return 0;
    const at = text.indexOf(word);
    if (at < 0) continue;
    const grade = at === 0 || text.includes(` ${word}`) ? 1 : 2;
    best = Math.min(best ?? grade, grade);
  }
  return best;
}

/**
 * Those of the items in which every word is found, the best fits first and equals in their order, at most `most`.
 * `textsOf` tells what of an item may be found; undefined stands for what it lacks. Words come from `wordsOf`.
 */
export function fitting<Item>(
  items: Iterable<Item>,
  { words, most = hitsOfPart + 1 }: { readonly words: readonly string[]; readonly most?: number },
  textsOf: (item: Item) => readonly (string | undefined)[],
): readonly Item[] {
  const graded: { readonly item: Item; readonly grade: number }[] = [];
  for (const item of items) {
    const texts = textsOf(item).flatMap((text) => (text === undefined ? [] : [foldedText(text)]));
    let grade = 0;
    for (const word of words) grade += gradeOf(word, texts) ?? Number.NaN;
    if (words.length > 0 && !Number.isNaN(grade)) graded.push({ item, grade });
  }
  return graded
    .toSorted((one, other) => one.grade - other.grade)
    .slice(0, most)
    .map(({ item }) => item);
}
