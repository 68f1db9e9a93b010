import type { Catalogue } from '#kernel';

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/en/*.json',
    // The page of components brings its own; what only operators meet is told by the node, in the same language.
    '!../../locales/en/{cli,exchange,ledger,lists,screening,ui}.json',
    '../../domains/*/locales/en.json',
    // A domain without pages speaks on the command line only.
    '!../../domains/lookouts/locales/en.json',
    '../../domains/*/console/locales/en.json',
  ],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
