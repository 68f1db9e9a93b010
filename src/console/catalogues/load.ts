import type { Catalogue } from '#kernel';
import type { Tongue } from '#ui';

/** The texts of one language, of all rooms and domains: one file, read when the language is chosen. */
export async function loadCatalogue(tongue: Tongue): Promise<Catalogue> {
  switch (tongue) {
    case 'fr':
      return (await import('./fr.ts')).catalogue;
    case 'es':
      return (await import('./es.ts')).catalogue;
    case 'en':
    case 'pseudo':
      return (await import('./en.ts')).catalogue;
  }
}
