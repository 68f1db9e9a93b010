import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { placeOf } from './rooms.ts';

/** The table of mutation scores: a row for each file, renewed whenever the file is mutated. */
const page = 'docs/reference/mutation.md';

/** How many mutants of a file a test noticed, of how many, and when. */
export interface Score {
  readonly path: string;
  readonly noticed: number;
  readonly mutants: number;
  readonly date: string;
}

const row = /^\| `(src\/[^`]+)` \| [^|]+ \| (\d+) of (\d+) \| (\S+) \|$/gm;

/** The scores that a page holds. */
export const readScores = (markdown: string): readonly Score[] =>
  [...markdown.matchAll(row)].map(([, path = '', good, all, date = '']) => ({
    path,
    noticed: Number(good),
    mutants: Number(all),
    date,
  }));

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((part / whole) * 100).toFixed(1));
const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((total, score) => total + of(score), 0);

/** The page of these scores: rooms, then files. */
export function mutationPage(scores: readonly Score[]): string {
  const sorted = [...scores].sort((a, b) => (a.path < b.path ? -1 : 1));
  const units = [...new Set(sorted.map((score) => placeOf(score.path)?.unit ?? ''))];
  const rooms = units.map((unit) => {
    const inside = sorted.filter((score) => placeOf(score.path)?.unit === unit);
    const [good, all] = [sum(inside, (score) => score.noticed), sum(inside, (score) => score.mutants)];
    return `| ${unit} | ${percent(good, all)} | ${good} of ${all} | ${inside.length} |`;
  });
  return [
    '# Mutation scores',
    '',
    'How many of the faults that were planted into pure code a test noticed; 90 of 100 is the bar for a room.',
    'Written by `node --import tsx tools/mutate.ts src/<room>`; a row is as old as its date, and a room is what was tried of it.',
    '',
    '| room | of 100 | noticed | files tried |',
    '|---|---|---|---|',
    ...rooms,
    '',
    '| file | of 100 | noticed | date |',
    '|---|---|---|---|',
    ...sorted.map(
      (one) =>
        `| \`${one.path}\` | ${percent(one.noticed, one.mutants)} | ${one.noticed} of ${one.mutants} | ${one.date} |`,
    ),
    '',
  ].join('\n');
}

/** Puts scores into the page, in the place of older ones; files that are gone go, and those without a mutant have no score. */
export function recordScores(fresh: readonly Score[]): void {
  const old = existsSync(page) ? readScores(readFileSync(page, 'utf8')) : [];
  const kept = old.filter((score) => existsSync(score.path) && !fresh.some((one) => one.path === score.path));
  writeFileSync(page, mutationPage([...kept, ...fresh.filter((score) => score.mutants > 0)]));
}
