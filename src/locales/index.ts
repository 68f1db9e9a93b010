/** The texts that belong to no domain, in the languages of the three countries, and how a text is said. */

/** The kernel's languages; this room imports nothing. */
export type Tongue = 'en' | 'fr' | 'es';
export type Texts = Readonly<Record<string, string>>;
export type TextParameters = Readonly<Record<string, string | number>>;

/** The texts of every area that is no domain, in one language; read when asked for. */
export async function catalogueOf(tongue: Tongue): Promise<Texts> {
  switch (tongue) {
    case 'en':
      return (await import('./en.ts')).catalogue;
    case 'fr':
      return (await import('./fr.ts')).catalogue;
    case 'es':
      return (await import('./es.ts')).catalogue;
  }
}

/** French as written in Canada, Spanish as written in Mexico. */
const locales: Readonly<Record<Tongue, string>> = { en: 'en-CA', fr: 'fr-CA', es: 'es-MX' };

/** Says a text by its key. A key without a text is said as it is, so that nothing is ever silent. */
export type Speaker = (key: string, parameters?: TextParameters) => string;

/** A speaker of one language; `more` are the texts of domains. Each text is compiled when first said. */
export async function speakerOf(tongue: Tongue, ...more: readonly Texts[]): Promise<Speaker> {
  const [{ IntlMessageFormat }, own] = await Promise.all([import('intl-messageformat'), catalogueOf(tongue)]);
  const texts: Texts = Object.assign({}, own, ...more);
  const compiled = new Map<string, InstanceType<typeof IntlMessageFormat>>();
  return (key, parameters = {}) => {
    const text = texts[key];
    if (text === undefined) return key;
    const message = compiled.get(key) ?? new IntlMessageFormat(text, locales[tongue]);
    compiled.set(key, message);
    const said = message.format(parameters);
    return typeof said === 'string' ? said : String(said);
  };
}
