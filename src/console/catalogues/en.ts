import type { Catalogue } from '#kernel';

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/en/*.json',
    '!../../locales/en/{cli,ui}.json',
    '../../domains/*/locales/en.json',
    '../../domains/*/console/locales/en.json',
  ],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
