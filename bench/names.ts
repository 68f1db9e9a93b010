import type { ListEntry, SubjectList } from '#kernel';

/** Numbers from a seed (linear congruential, Numerical Recipes), so that every run sees the same names. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = 'ka mo ri sen al bra ty nor ve lu dim os har ei quan pet'.split(' ');

/** 20,000 words of which few are common and most are rare, as in names. */
export function vocabulary(random: () => number): () => string {
  const syllable = (): string => syllables[Math.floor(random() * syllables.length)] ?? '';
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
  return () => words[Math.floor(random() ** 3 * words.length)] ?? '';
}

/** A list of so many people, each with a family name, two given names and a document. */
export function listOf(count: number, word: () => string): SubjectList {
  const entries = Array.from(
    { length: count },
    (_, at): ListEntry => ({
      entry: String(at),
      kind: 'person',
      names: [{ family: word(), given: `${word()} ${word()}`, quality: 'primary' }],
      datesOfBirth: [],
      nationalities: [],
      documents: [{ type: 'P', number: `L${at + 100_000}` }],
    }),
  );
  return { name: 'bench', version: '1', purpose: 'no-fly', entries };
}
