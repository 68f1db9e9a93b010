import { expect, test } from 'vitest';
import { mutationPage, readScores, type Score, scoresOf } from '../../../tools/mutation-page.ts';

const mutants = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) });

test('what a test noticed counts, a hang too; what does not compile does not count at all', () => {
  const report = {
    files: { 'src/kernel/time.ts': mutants('Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored') },
  };
  expect(scoresOf(report, '2026-11-24')).toEqual([
    { path: 'src/kernel/time.ts', noticed: 2, mutants: 4, date: '2026-11-24' },
  ]);
});

test('a page reads back the scores that it was made of, and sums them by room', () => {
  const scores: readonly Score[] = [
    { path: 'src/formats/mrz/read.ts', noticed: 9, mutants: 10, date: '2026-11-24' },
    { path: 'src/kernel/json.ts', noticed: 3, mutants: 4, date: '2026-11-23' },
    { path: 'src/kernel/time.ts', noticed: 4, mutants: 4, date: '2026-11-24' },
  ];
  const page = mutationPage([...scores].reverse());
  expect(readScores(page)).toEqual(scores);
  expect(page).toContain('| kernel | 87.5 | 7 of 8 |');
  expect(page).toContain('| formats/mrz | 90.0 | 9 of 10 |');
});
