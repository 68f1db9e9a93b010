import type { Catalogue } from '#kernel';

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/es/*.json',
    '!../../locales/es/{cli,ui}.json',
    '../../domains/*/locales/es.json',
    '../../domains/*/console/locales/es.json',
  ],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
