import type { Catalogues } from '#kernel';
import en from '../locales/en/exchange.json' with { type: 'json' };
import es from '../locales/es/exchange.json' with { type: 'json' };
import fr from '../locales/fr/exchange.json' with { type: 'json' };

export const exchangeCatalogues: Catalogues = { en, fr, es };
