import table from '../../../data/screening/zone-arabic.json' with { type: 'json' };

const letters: ReadonlyMap<string, string> = new Map(Object.entries(table.letters));
const longest = 3;

/**
 * The Arabic letters of a word that a machine-readable zone writes by ICAO 9303-3 section 6, table C (MXHMD is محمد);
 * `undefined` where the word holds a letter that the table does not have.
 */
export function arabicOfZone(word: string): string | undefined {
  let arabic = '';
  for (let at = 0; at < word.length; ) {
    let length = longest;
    while (length > 1 && !letters.has(word.slice(at, at + length))) length -= 1;
    const letter = letters.get(word.slice(at, at + length));
    if (letter === undefined) return undefined;
    arabic += letter;
    at += length;
  }
  return arabic;
}
