import { scaleLinear } from 'd3-scale';
import type { Figures } from './numbers.ts';

/** From a time on: the share that is left, with its band, and how many were looked at then. Shares are of one. */
export interface SurvivalStep {
  readonly at: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
}

/** Those that are followed together. */
export interface SurvivalGroup {
  readonly key: string;
  readonly label: string;
  /** The label is a name or a code, no word of the language. */
  readonly verbatim?: boolean;
  /** In the order of time. */
  readonly steps: readonly SurvivalStep[];
}

export interface SurvivalWords {
  readonly group: string;
  readonly at: string;
  readonly share: string;
  readonly low: string;
  readonly high: string;
  readonly atRisk: string;
}

/** Every curve begins at time zero with all of its group; where the steps do not say so, that step is added. */
export const fromStart = ({ steps, ...group }: SurvivalGroup): SurvivalGroup => {
  const [first] = steps;
  if (first === undefined || first.at === 0) return { ...group, steps };
  return { ...group, steps: [{ at: 0, share: 1, low: 1, high: 1, atRisk: first.atRisk }, ...steps] };
};

/** The numbers of the curves, one group after the other. */
export function survivalFigures(groups: readonly SurvivalGroup[], words: SurvivalWords): Figures {
  const several = groups.length > 1;
  return {
    columns: [
      ...(several ? [{ key: 'group', title: words.group }] : []),
      { key: 'at', title: words.at },
      { key: 'share', title: words.share, as: 'share' },
      { key: 'low', title: words.low, as: 'share' },
      { key: 'high', title: words.high, as: 'share' },
      { key: 'atRisk', title: words.atRisk },
    ],
    rows: groups.flatMap(({ key, label, steps }) =>
      steps.map(({ at, share, low, high, atRisk }, order) => ({
        key: `${key}-${order}`,
        values: [...(several ? [label] : []), at, share, low, high, atRisk],
      })),
    ),
  };
}

/** Steps of a month axis: quarters and years are what people count in. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120];

/**
 * Where times stand along the axis, as shares of its width, and the times that are written there: months at quarters or
 * years, other times at round numbers.
 */
export function survivalScale(groups: readonly SurvivalGroup[], months: boolean) {
  const last = Math.max(1, ...groups.flatMap(({ steps }) => steps.map(({ at }) => at)));
  if (!months) {
    const scale = scaleLinear([0, last], [0, 1]).nice(6);
    return { x: (at: number): number => scale(at), ticks: scale.ticks(6) };
  }
  const step = monthSteps.find((one) => last / one <= 8) ?? 240;
  const count = Math.ceil(last / step);
  const scale = scaleLinear([0, count * step], [0, 1]);
  return { x: (at: number): number => scale(at), ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** How many of a group are still looked at just before a time; undefined after its last step, where nobody knows. */
export const atRiskAt = ({ steps }: SurvivalGroup, time: number): number | undefined =>
  steps.find(({ at }) => at >= time)?.atRisk;
