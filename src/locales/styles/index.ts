import type { Texts, Tongue } from '../index.ts';

/** The texts of the component page, which no other page carries: read when it is opened. */
export async function styleTexts(tongue: Tongue): Promise<Texts> {
  switch (tongue) {
    case 'en':
      return (await import('../en/styles.json', { with: { type: 'json' } })).default;
    case 'fr':
      return (await import('../fr/styles.json', { with: { type: 'json' } })).default;
    case 'es':
      return (await import('../es/styles.json', { with: { type: 'json' } })).default;
  }
}
