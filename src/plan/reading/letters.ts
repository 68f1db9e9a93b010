/** Greek capitals and the Latin ones that they look like: what a text scanner writes in the place of the other. */
const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const latin = 'ABEZHIKMNOPTYX';

/** The Greek capitals of a text that look like Latin ones, each once, in the order in which they stand. */
export const strangeLetters = (text: string): string =>
  [...new Set(text)].filter((letter) => greek.includes(letter)).join('');

/** The text with those letters as the Latin ones that were meant. */
export const toLatin = (text: string): string =>
  text.replace(/[Α-Χ]/g, (letter) => latin[greek.indexOf(letter)] ?? letter);

/** A text as it is compared: Latin letters, lower case, one space between words. */
export const folded = (text: string): string => toLatin(text).toLowerCase().replace(/\s+/g, ' ').trim();
