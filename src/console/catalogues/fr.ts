import type { Catalogue } from '#kernel';

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/fr/*.json',
    // The page of components brings its own; what only operators meet is told by the node, in the same language.
    '!../../locales/fr/{cli,exchange,ledger,lists,screening,ui}.json',
    '../../domains/*/locales/fr.json',
    // A domain without pages speaks on the command line only.
    '!../../domains/lookouts/locales/fr.json',
    '../../domains/*/console/locales/fr.json',
  ],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
