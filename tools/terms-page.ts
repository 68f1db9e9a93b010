import type { Tree } from './tidy/tree.ts';

type Words = Readonly<Record<'en' | 'fr' | 'es', string>>;

/** An official word in three languages, and where the French and the Spanish were read; null where they were not. */
export interface Term extends Words {
  readonly key: string;
  readonly mark: Readonly<Record<'fr' | 'es', string | null>>;
  /** The words of it that stand in the catalogues, once what it speaks of is built. */
  readonly used?: Words;
}

/** A word that no text of the house says, and what to say instead. */
export interface Forbidden {
  readonly language: keyof Words;
  readonly word: string;
  readonly instead: string;
}

export interface Terms {
  readonly terms: readonly Term[];
  readonly never: readonly Forbidden[];
}

const unread = 'to be confirmed';

const row = ({ en, fr, es, mark, used }: Term): string =>
  `| ${[en, fr, mark.fr ?? unread, es, mark.es ?? unread, used === undefined ? 'not yet' : 'yes'].join(' | ')} |`;

/** The page of these terms, in the order of the table. */
export const termsPageOf = ({ terms, never }: Terms): string => `# Official words

Printed from \`data/terms.json\` by \`npm run docs\`. Officers, carriers and traders know these words from the law and the forms of their
own country; the texts of the console say them. "To be confirmed" was read in no official text and waits for a native reader.
A test compares the words in use with the catalogues. What the house means by its own words is in [words](../concepts/words.md).

| English | français (Canada) | read in | español (México) | read in | in use |
|---|---|---|---|---|---|
${terms.map(row).join('\n')}

## Never

| language | not | but |
|---|---|---|
${never.map(({ language, word, instead }) => `| ${language} | ${word} | ${instead} |`).join('\n')}
`;

/** The table of terms of a tree. */
export const termsOf = (tree: Tree): Terms => JSON.parse(tree.text('data/terms.json')) as Terms;

/** `docs/reference/terms.md`: the words that law and forms use, in three languages. */
export const termsPage = (tree: Tree): string => termsPageOf(termsOf(tree));
