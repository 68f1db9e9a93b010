import { scaleLinear } from 'd3-scale';
import type { FigureColumn, Figures, FigureValue } from './numbers.ts';
import { placeOf, timeTicks, type When } from './when.ts';

/** What was counted on a day or in a month, and what was to be expected. */
export interface BandPoint {
  readonly at: When;
  readonly observed?: number;
  readonly expected?: number;
  /** Between these it would be usual. */
  readonly low?: number;
  readonly high?: number;
  /** The share of reports that is in, of one. Below one the count may still rise. */
  readonly complete?: number;
  /** Why it is unusual, in a word of the page's. */
  readonly unusual?: string;
}

export interface BandWords {
  readonly at: string;
  readonly observed: string;
  readonly expected: string;
  readonly low: string;
  readonly high: string;
  readonly complete: string;
  readonly unusual: string;
}

export const mayRise = ({ complete = 1 }: BandPoint): boolean => complete < 1;

/** The numbers of a band. A column that no point fills is left out. */
export function bandFigures(points: readonly BandPoint[], words: BandWords): Figures {
  const all: readonly (FigureColumn & { readonly of: (point: BandPoint) => FigureValue })[] = [
    { key: 'at', title: words.at, verbatim: true, of: ({ at }) => at },
    { key: 'observed', title: words.observed, of: ({ observed }) => observed },
    { key: 'expected', title: words.expected, of: ({ expected }) => expected },
    { key: 'low', title: words.low, of: ({ low }) => low },
    { key: 'high', title: words.high, of: ({ high }) => high },
    { key: 'complete', title: words.complete, as: 'share', of: ({ complete }) => complete },
    { key: 'unusual', title: words.unusual, of: ({ unusual }) => unusual },
  ];
  const filled = all.filter(({ key, of }) => key === 'at' || points.some((point) => of(point) !== undefined));
  return {
    columns: filled.map(({ of, ...column }) => column),
    rows: points.map((point) => ({ key: point.at, values: filled.map(({ of }) => of(point)) })),
  };
}

/** Where dates and counts stand, as shares of the field from its lower left, and what is written at its sides. */
export function bandScale(points: readonly BandPoint[], most: number) {
  const places = points.flatMap(({ at }) => placeOf(at) ?? []);
  const [from, to] = places.length === 0 ? [0, 1] : [Math.min(...places), Math.max(...places)];
  const room = Math.max((to - from) * 0.015, 43_200_000);
  const along = scaleLinear([from - room, to + room], [0, 1]);
  const largest = Math.max(
    1,
    ...points.flatMap(({ observed = 0, expected = 0, high = 0 }) => [observed, expected, high]),
  );
  const up = scaleLinear([0, largest], [0, 1]).nice(5);
  return {
    x: (when: When): number => along(placeOf(when) ?? from),
    y: (count: number): number => up(count),
    along: timeTicks(from - room, to + room, most).map((tick) => ({ ...tick, place: along(tick.at) })),
    values: up.ticks(5).map((count) => ({ count, place: up(count) })),
  };
}
