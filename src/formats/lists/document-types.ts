import table from '../../../data/lists/document-types.json' with { type: 'json' };

/**
 * The type of a number by what a list calls it: `P` for `Diplomatic Passport`, `TAX` for `Tax ID No.`; undefined for
 * what is no number of this kind (`Website`, `Executive Order`). The first row of the table that fits decides.
 */
export function documentTypeOf(label: string): string | undefined {
  const words = label.toLowerCase();
  return table.rows.find((row) => row.words.some((word) => words.includes(word)))?.type;
}
