/** The characters that give an interchange its structure, as byte values (ISO 9735-1 clause 7). 0: not used. */
export interface ServiceCharacters {
  readonly component: number;
  readonly element: number;
  readonly decimal: number;
  readonly release: number;
  readonly repetition: number;
  readonly terminator: number;
}

const code = (character: string): number => character.charCodeAt(0);
const blank = 0x20;

/** The default without a UNA: `:+.? '` (ISO 9735-1 clause 7.1). */
export const defaultCharacters: ServiceCharacters = {
  component: code(':'),
  element: code('+'),
  decimal: code('.'),
  release: code('?'),
  repetition: 0,
  terminator: code("'"),
};

/** Level B of the first syntax versions: information separators instead of printable characters. */
export const levelBCharacters: ServiceCharacters = {
  component: 0x1f,
  element: 0x1d,
  decimal: code('.'),
  release: 0,
  repetition: 0,
  terminator: 0x1c,
};

/**
 * Reads the six characters after `UNA`. The fifth is the repetition separator, blank when unused; a blank release
 * character means that there is none. Undefined when two that split text are equal, or one is a letter, a digit or no ASCII:
 * that would be a part of other letters.
 */
export function readServiceCharacters(six: readonly number[]): ServiceCharacters | undefined {
  const [component = 0, element = 0, decimal = 0, release = 0, repetition = 0, terminator = 0] = six.map(
    (byte, place) => (byte === blank && (place === 3 || place === 4) ? 0 : byte),
  );
  const used = [component, element, terminator, release, repetition].filter((byte) => byte !== 0);
  if (used.some(isUnfit) || new Set(used).size !== used.length) return undefined;
  return { component, element, decimal, release, repetition, terminator };
}

/** A line break cannot separate either: a hard wrap may put one anywhere, within the UNA too. */
const isUnfit = (byte: number): boolean =>
  byte === blank || byte === 0x0a || byte === 0x0d || byte > 0x7e || isAlphanumeric(byte);

/** True for the ASCII letters and digits. */
export const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** The service string advice as text, `UNA:+.? '`. */
export function serviceStringAdvice(characters: ServiceCharacters): string {
  const { component, element, decimal, release, repetition, terminator } = characters;
  return `UNA${String.fromCharCode(component, element, decimal, release || blank, repetition || blank, terminator)}`;
}
