import type { TimelineRow } from '../charts/timeline-rows.ts';
import type { StatusKind } from '../tokens.ts';

/* Made-up numbers for the charts of the component page, the same each time. */

export const sampleToday = '2026-11-24';

const month = (number: number): string =>
  `${2024 + Math.trunc(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
const names = ['ALTAMIRA', 'BLAINE', 'COUTTS', 'DETROIT', 'EMERSON', 'FORT FRANCES', 'GATINEAU', 'HERMOSILLO'];

/** Rows of a timeline in every state: done in time and late, slipped, early, only promised, only likely. */
export const timelineSamples = (count: number, word: (kind: StatusKind) => string): readonly TimelineRow[] =>
  Array.from({ length: count }, (_, at): TimelineRow => {
    const baseline = (at * 5) % 30;
    const slip = [0, 9, 3, -4, 15, 6, 0][at % 7] ?? 0;
    const label = `${1 + Math.trunc(at / 9)}.${1 + (at % 9)} ${names[at % names.length]} ${names[(at * 3 + 2) % names.length]}`;
    const row = { key: `t${at}`, label, to: `/styles?part=charts&row=${at}`, baseline: month(baseline) };
    const standing = (kind: StatusKind) => ({ kind, word: word(kind) });
    if (at % 7 === 6) return { ...row, standing: standing('pending') };
    if (baseline + slip < 30) return { ...row, done: month(baseline + slip), standing: standing('clear') };
    return {
      ...row,
      forecast: month(baseline + slip),
      half: month(baseline + slip + 2),
      mostly: month(baseline + slip + 9),
      standing: standing(slip > 6 ? 'stop' : 'review'),
    };
  });
