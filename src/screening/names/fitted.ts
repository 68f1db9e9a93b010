import arabic from '../../../data/screening/readings-arabic.json' with { type: 'json' };
import chinese from '../../../data/screening/readings-chinese.json' with { type: 'json' };
import korean from '../../../data/screening/readings-korean.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { simplified } from './han-forms.ts';
import { variantsOf } from './variants.ts';

/** Per letter in its surroundings the ways to read it, the likeliest first. `_` is any neighbour, `^` and `$` the ends. */
type Readings = ReadonlyMap<string, readonly string[]>;

const readingsOf = (table: { readonly readings: Readonly<Record<string, string>> }): Readings =>
  new Map(Object.entries(table.readings).map(([key, ways]) => [key, ways.split('/')]));

const tables = { arabic: readingsOf(arabic), chinese: readingsOf(chinese), korean: readingsOf(korean) };

function waysAt(readings: Readings, letters: readonly string[], at: number): readonly string[] {
  const before = letters[at - 1] ?? '^';
  const letter = letters[at] ?? '';
  const next = letters[at + 1] ?? '$';
  return (
    readings.get(before + letter + next) ??
    readings.get(`_${letter}${next}`) ??
    readings.get(`${before}${letter}_`) ??
    readings.get(`_${letter}_`) ?? [anyLetters(letter)]
  );
}

/**
 * The likeliest ways to read a word of a foreign name in Latin letters, the best first, by tables fitted on pairs of name
 * tokens (tools/fit-transliteration.ts): each letter by its neighbours. The other ways change one letter each.
 */
export function fittedReadings(script: keyof typeof tables, word: string): readonly string[] {
  const letters = [...simplified(word)];
  return variantsOf(letters.map((_, at) => waysAt(tables[script], letters, at)));
}
