/** The languages of the three countries; every text that a person reads exists in each. */
export const languages = ['en', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** One text in each language. French as written in Canada, Spanish as written in Mexico. */
export type Texts = Readonly<Record<Language, string>>;

/** A catalogue: key to text. Texts are ICU MessageFormat; plurals name `one`, `many` and `other` where the language has them. */
export type Catalogue = Readonly<Record<string, string>>;
export type Catalogues = Readonly<Record<Language, Catalogue>>;
