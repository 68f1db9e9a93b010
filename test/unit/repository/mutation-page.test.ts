import { expect, test } from 'vitest';
import { mutationPage, readScores, type Score } from '../../../tools/mutation-page.ts';

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
