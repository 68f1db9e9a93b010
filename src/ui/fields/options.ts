import { folded } from '../language/formats.ts';

/** One of many that can be chosen by typing. */
export interface ComboOption {
  readonly value: string;
  readonly text: string;
  /** Said beside the text and found too: a code, a place. */
  readonly detail?: string;
}

/** Options shown at once. More are counted, not shown: a longer list is not read, it is typed into. */
export const mostShown = 50;

/**
 * The options in which each word stands somewhere, accents and case aside; those whose text begins with what was typed stand
 * first, otherwise in the order given.
 */
export function foundOptions(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const start = folded(typed.trim());
  const found = options.filter(({ text, detail = '' }) => {
    const all = folded(`${text} ${detail}`);
    return words.every((word) => all.includes(word));
  });
  const begins = ({ text, detail = '' }: ComboOption): boolean =>
    folded(text).startsWith(start) || folded(detail).startsWith(start);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}

/** Where a key leads among the options shown: down and up go round by way of none, which is the field itself. */
export function activeAfter(key: string, active: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return active === undefined ? 0 : active + 1 < count ? active + 1 : undefined;
  if (key === 'ArrowUp') return active === undefined ? count - 1 : active > 0 ? active - 1 : undefined;
  return active;
}
