import type { NameToken } from './token.ts';

/**
 * What letters of the Latin alphabet are in a skeleton: sounds that languages and transliterations write in ways of their own
 * are one letter. P: B, P. F: F, V, W, PH. T: D, T, TH. K: C, G, K, Q, KH. S: S, Z, SH, CH, J, ZH, TS. Vowels, H and Y are
 * left out. Chosen on pairs of name tokens (tools/measure-names.ts on the train64 files): parting T from D, B from P or G
 * from K loses about as many true pairs as strangers, leaving SH with S gains 3 to 7 of 100 pairs.
 */
const single: ReadonlyMap<string, string> = new Map([
  ...[...'AEIOUYH'].map((letter) => [letter, ''] as const),
  ...[...'BP'].map((letter) => [letter, 'P'] as const),
  ...[...'FVW'].map((letter) => [letter, 'F'] as const),
  ...[...'DT'].map((letter) => [letter, 'T'] as const),
  ...[...'CGKQ'].map((letter) => [letter, 'K'] as const),
  ...[...'SZJ'].map((letter) => [letter, 'S'] as const),
  ['X', 'KS'],
]);

/** Letters that make one sound together, the longest that fits; what their sounds join to anyway (SCH, SHCH, TSCH) is not here. */
const together: ReadonlyMap<string, string> = new Map([
  ['CE', 'S'],
  ['CH', 'S'],
  ['CHR', 'KR'],
  ['CI', 'S'],
  ['CY', 'S'],
  ['CZ', 'S'],
  ['DJ', 'S'],
  ['DZ', 'S'],
  ['PH', 'F'],
  ['TCH', 'S'],
  ['TS', 'S'],
  ['TZ', 'S'],
]);
const longest = 3;
const shortest = 2;
const beginTogether = new Set([...together.keys()].map((letters) => letters[0]));
const vowels = 'AEIOUY';

/** How many letters from `at` on make one sound, and which. */
function soundAt(text: string, at: number): readonly [length: number, sound: string] {
  const letter = text[at] ?? '';
  if (beginTogether.has(letter)) {
    for (let length = longest; length >= shortest; length -= 1) {
      const sound = together.get(text.slice(at, at + length));
      if (sound !== undefined) return [length, sound];
    }
  }
  if (at === 0 && letter === 'X') return [1, 'S'];
  return [1, single.get(letter) ?? letter];
}

/**
 * The phonetic key of a word of A to Z and 0 to 9: its consonants by sound, no sound twice in a row, with an A before them
 * where the word begins with a vowel. MUHAMMAD and MOHAMED are MT, AHMED is AMT. For finding names, never for scoring them:
 * one or two in a thousand pairs of strangers share a key. Never empty for a word that is not.
 */
export function skeletonOf(text: string): string {
  const first = text[0] ?? '';
  let key = first !== '' && vowels.includes(first) ? 'A' : '';
  for (let at = 0; at < text.length; ) {
    const [length, sound] = soundAt(text, at);
    at += length;
    if (!key.endsWith(sound)) key += sound;
  }
  return key === '' ? first : key;
}

const doubtful = /CH|[CG][EIY]|J/;

/** The word with letters of two sounds written so that the other one is heard: C and CH as K, G before E, I, Y as S, J as Y. */
const heardOtherwise = (text: string): string =>
  text
    .replace(/CH|C(?=[EIY])/g, 'K')
    .replace(/G(?=[EIY])/g, 'S')
    .replaceAll('J', 'Y');

/**
 * The keys of a token, without repetition: of its text, of its text as other languages sound it (MICHEL, GEORGE, JUAN), and
 * of its other spellings. Two tokens that share one may be the same.
 */
export function skeletonsOf({ text, others = [] }: Pick<NameToken, 'text' | 'others'>): readonly string[] {
  const key = skeletonOf(text);
  const otherwise = doubtful.test(text);
  return [...new Set([key, otherwise ? skeletonOf(heardOtherwise(text)) : key, ...others.map(skeletonOf)])];
}
