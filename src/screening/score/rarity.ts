import table from '../../../data/screening/word-counts.json' with { type: 'json' };
import type { Rarity } from './words.ts';

/** How often words stand in a list of names of its own. */
export interface WordCounts {
  readonly names: number;
  /** Names that hold the word. */
  readonly holding: (word: string) => number;
}

const shipped: ReadonlyMap<string, number> = new Map(Object.entries(table.words));

/** How many in a thousand names hold a word of so many letters that no table knows: short ones are syllables of many. */
const unknownPerThousand = (letters: number): number =>
  letters >= 6 ? 0.03 : letters === 5 ? 0.06 : letters === 4 ? 0.15 : letters === 3 ? 0.5 : letters === 2 ? 2 : 40;

/**
 * Rarity by the shipped counts of words (published lists and invented innocents, see the table's source), together with
 * those of the list at hand where there is one: a word counts as often as the two together hold it, so that a list of
 * ten entries does not make its own names common.
 */
export function rarityOf(own?: WordCounts): Rarity {
  return (word) => {
    const known = shipped.get(word) ?? (table.names * unknownPerThousand(word.length)) / 1000;
    const names = table.names + (own?.names ?? 0);
    return Math.log(names / (known + (own?.holding(word) ?? 0)));
  };
}
