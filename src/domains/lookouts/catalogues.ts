import type { Catalogues } from '#kernel';
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The texts of lists and lookouts. */
export const catalogues: Catalogues = { en, fr, es };
