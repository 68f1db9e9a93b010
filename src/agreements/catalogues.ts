import type { Catalogues } from '#kernel';
import en from '../locales/en/agreements.json' with { type: 'json' };
import es from '../locales/es/agreements.json' with { type: 'json' };
import fr from '../locales/fr/agreements.json' with { type: 'json' };

export const agreementsCatalogues: Catalogues = { en, fr, es };
