import { scaleLinear } from 'd3-scale';
import type { StatusKind } from '../tokens.ts';
import type { FigureColumn, Figures } from './numbers.ts';
import { monthsApart, placeOf, type TimeTick, timeTicks, type When } from './when.ts';

/** One undertaking on the line of time. Whatever is not known is left out. */
export interface TimelineRow {
  readonly key: string;
  readonly label: string;
  /** Where its page is. */
  readonly to?: string;
  /** What was said first, and what is said now. */
  readonly baseline?: When;
  readonly forecast?: When;
  readonly done?: When;
  /** By when half of what resembles it is done, and by when four in five are. */
  readonly half?: When;
  readonly mostly?: When;
  readonly standing?: { readonly kind: StatusKind; readonly word: string };
}

/** The words of a timeline, as its columns are called. */
export interface TimelineWords {
  readonly label: string;
  readonly standing: string;
  readonly baseline: string;
  readonly forecast: string;
  readonly slip: string;
  readonly done: string;
  readonly half: string;
  readonly mostly: string;
}

/** Months between what was said first and what came of it, or is said now; undefined where one of them is not known. */
export function slipOf({ baseline, forecast, done }: TimelineRow): number | undefined {
  const end = done ?? forecast;
  return baseline === undefined || end === undefined ? undefined : monthsApart(baseline, end);
}

/** The numbers of a timeline. A column that no row fills is left out. */
export function timelineFigures(rows: readonly TimelineRow[], words: TimelineWords): Figures {
  const all: readonly (FigureColumn & { readonly of: (row: TimelineRow) => string | number | undefined })[] = [
    { key: 'label', title: words.label, of: ({ label }) => label },
    { key: 'standing', title: words.standing, of: ({ standing }) => standing?.word },
    { key: 'baseline', title: words.baseline, verbatim: true, of: ({ baseline }) => baseline },
    { key: 'forecast', title: words.forecast, verbatim: true, of: ({ forecast }) => forecast },
    { key: 'slip', title: words.slip, as: 'signed', of: slipOf },
    { key: 'done', title: words.done, verbatim: true, of: ({ done }) => done },
    { key: 'half', title: words.half, verbatim: true, of: ({ half }) => half },
    { key: 'mostly', title: words.mostly, verbatim: true, of: ({ mostly }) => mostly },
  ];
  const filled = all.filter(({ key, of }) => key === 'label' || rows.some((row) => of(row) !== undefined));
  return {
    columns: filled.map(({ of, ...column }) => column),
    rows: rows.map((row) => ({ key: row.key, to: row.to, values: filled.map(({ of }) => of(row)) })),
  };
}

/** Where each date of a timeline stands, as a share of its width, and the lines across it. */
export interface TimelineScale {
  readonly x: (when: When | undefined) => number | undefined;
  readonly ticks: readonly (TimeTick & { readonly x: number })[];
}

const margin = 0.02;

/** The scale of a timeline: all its dates and today, with a little room at both ends; at most `most` lines across. */
export function timelineScale(rows: readonly TimelineRow[], today: When, most: number): TimelineScale {
  const whens = rows.flatMap(({ baseline, forecast, done, half, mostly }) => [baseline, forecast, done, half, mostly]);
  const places = [...whens, today].flatMap((when) => (when === undefined ? [] : (placeOf(when) ?? [])));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const room = Math.max((to - from) * margin, 86_400_000);
  const scale = scaleLinear([from - room, to + room], [0, 1]);
  return {
    x: (when) => {
      const place = when === undefined ? undefined : placeOf(when);
      return place === undefined ? undefined : scale(place);
    },
    ticks: timeTicks(from - room, to + room, most).map((tick) => ({ ...tick, x: scale(tick.at) })),
  };
}
