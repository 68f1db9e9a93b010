import anyAscii from 'any-ascii';

const foreign = /[^A-Z0-9]/g;

/**
 * The letters A to Z and digits 0 to 9 that any-ascii (0.3.3, one table for all of Unicode, no rules of languages) has for
 * a text; empty where it has none.
 */
export const anyLetters = (text: string): string => anyAscii(text).toUpperCase().replace(foreign, '');
