import type { Catalogue } from '#kernel';

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/fr/*.json',
    '!../../locales/fr/{cli,ui}.json',
    '../../domains/*/locales/fr.json',
    '../../domains/*/console/locales/fr.json',
  ],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
