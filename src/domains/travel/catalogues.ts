import type { Catalogues, Language } from '#kernel';
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** The texts of travel: findings, reasons, and what happened to a traveller. */
export const catalogues: Catalogues = { en, fr, es };

/** The text of a reason code, which has no placeholders; undefined when only a country's own table knows it. */
export const reasonText = (language: Language, code: string): string | undefined => catalogues[language][code];
