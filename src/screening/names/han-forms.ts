import table from '../../../data/screening/han-forms.json' with { type: 'json' };

const simple = [...table.simplified];
const forms: ReadonlyMap<string, string> = new Map(
  [...table.traditional].map((letter, at) => [letter, simple[at] ?? letter] as const),
);

/** A word in Han with the traditional characters of names in their simplified forms. */
export function simplified(word: string): string {
  let text = '';
  for (const letter of word) text += forms.get(letter) ?? letter;
  return text;
}
