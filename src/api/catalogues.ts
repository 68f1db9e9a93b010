import type { Catalogues } from '#kernel';
import en from '../locales/en/api.json' with { type: 'json' };
import es from '../locales/es/api.json' with { type: 'json' };
import fr from '../locales/fr/api.json' with { type: 'json' };

/** The texts of the edge. */
export const catalogues: Catalogues = { en, fr, es };
