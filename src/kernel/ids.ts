declare const brand: unique symbol;

/** A value that only its own constructor makes, so that one kind of id never stands where another is wanted. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** 32 hexadecimal digits from the Random port. Never made from a name, a document or a locator. */
export type AggregateId = Branded<string, 'AggregateId'>;

/** Names one lodgement: what one party handed in at one time, byte for byte. 32 hexadecimal digits, random. */
export type LodgementId = Branded<string, 'LodgementId'>;

/** Names one data key. Destroying the key forgets everything that was sealed under it. 32 hexadecimal digits, random. */
export type KeyId = Branded<string, 'KeyId'>;

/** ISO 3166-1 alpha-2 code of a country that runs a node, or that a journey touches. */
export type CountryCode = Branded<string, 'CountryCode'>;

/** ISO 3166-1 alpha-3, or an ICAO 9303-3 section 5 code, as printed in travel documents (issuing state, nationality). */
export type StateCode = Branded<string, 'StateCode'>;

const hex = /^[0-9a-f]{32}$/;
const twoLetters = /^[A-Z]{2}$/;
const stateLetters = /^[A-Z]{1,3}$/;

const reader =
  <Id>(shape: RegExp) =>
  (text: string): Id | undefined =>
    shape.test(text) ? (text as unknown as Id) : undefined;

/** Reads an aggregate id; undefined when the text is not 32 lower-case hexadecimal digits. */
export const aggregateId = reader<AggregateId>(hex);
/** Reads a lodgement id; undefined when the text is not 32 lower-case hexadecimal digits. */
export const lodgementId = reader<LodgementId>(hex);
/** Reads a key id; undefined when the text is not 32 lower-case hexadecimal digits. */
export const keyId = reader<KeyId>(hex);
/** Reads a country code; undefined when the text is not two capital letters. */
export const countryCode = reader<CountryCode>(twoLetters);
/** Reads a state code; undefined when the text is not one to three capital letters (ICAO 9303-3 section 5: `D` is Germany). */
export const stateCode = reader<StateCode>(stateLetters);
