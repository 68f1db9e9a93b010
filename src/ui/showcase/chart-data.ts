import type { BandPoint } from '../charts/band-points.ts';
import type { Bar } from '../charts/bars.tsx';
import type { SurvivalGroup } from '../charts/survival-steps.ts';
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

/** Two groups of which the second takes longer, followed for four years, with the band of Greenwood's formula. */
export const survivalSamples = (one: string, two: string): readonly SurvivalGroup[] => [
  { key: 'one', label: one, steps: followed(96, 14) },
  { key: 'two', label: two, steps: followed(41, 31) },
];

function followed(count: number, half: number): SurvivalGroup['steps'] {
  let left = count;
  let share = 1;
  let variance = 0;
  return [3, 6, 9, 12, 14, 18, 24, 30, 36, 42, 48].map((at) => {
    const atRisk = left;
    const done = Math.max(0, Math.min(left - 1, left - Math.round(count * 0.5 ** (at / half))));
    share *= 1 - done / atRisk;
    variance += done / (atRisk * (atRisk - done));
    left -= done;
    const reach = 1.96 * share * Math.sqrt(variance);
    return { at, share, low: Math.max(0, share - reach), high: Math.min(1, share + reach), atRisk };
  });
}

/** Thirty days of counts, the last three unusual and not yet complete. */
export const bandSamples = (unusual: string): readonly BandPoint[] =>
  Array.from({ length: 30 }, (_, at): BandPoint => {
    const day = new Date(Date.UTC(2026, 9, 26 + at)).toISOString().slice(0, 10);
    const expected = 40 + Math.round(5 * Math.sin(at / 4.5));
    const observed = at === 27 ? 61 : at > 25 ? 50 + ((at * 7) % 9) : expected + ((at * 37) % 13) - 6;
    return {
      at: day,
      observed,
      expected,
      low: expected - 7,
      high: expected + 7,
      complete: at > 26 ? 1 - (at - 26) * 0.16 : 1,
      ...(observed > expected + 7 ? { unusual } : {}),
    };
  });

export const barSamples: readonly Bar[] = [
  { key: 'n', label: 'NORTH', value: 412, to: '/styles?part=charts&where=north', kind: 'stop' },
  { key: 'e', label: 'EAST', value: 158, to: '/styles?part=charts&where=east', kind: 'review' },
  { key: 's', label: 'SOUTH', value: 97, to: '/styles?part=charts&where=south', kind: 'clear' },
  { key: 'w', label: 'WEST', value: 3, to: '/styles?part=charts&where=west', kind: 'pending' },
];
