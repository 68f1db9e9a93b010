import { area, curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import { useSay, useSpeech } from '../house.tsx';
import { ChartFrame, type ChartProps } from './figure.tsx';
import { Legend } from './legend.tsx';
import { Plot, square } from './plot.tsx';
import { Point, percent, usePoints } from './points.tsx';
import {
  atRiskAt,
  fromStart,
  type SurvivalGroup,
  type SurvivalStep,
  type SurvivalWords,
  survivalFigures,
  survivalScale,
} from './survival-steps.ts';

/**
 * What share is left after which time: a step a group with its band, and under the axis how many were still looked at. Left
 * and right walk along a curve, up and down to another.
 */
export function Survival(
  props: ChartProps & {
    readonly groups: readonly SurvivalGroup[];
    readonly words?: Partial<SurvivalWords>;
    /** A time in words, where it is not months: "after 12 months". */
    readonly after?: (at: number) => string;
  },
) {
  const { say, format } = useSpeech();
  const words = useWords(props.words);
  const after = props.after ?? ((at: number): string => say('ui.survival.after', { count: at }));
  const months = props.after === undefined;
  const groups = useMemo(() => props.groups.map(fromStart), [props.groups]);
  const scale = useMemo(() => survivalScale(groups, months), [groups, months]);
  const figures = useMemo(() => survivalFigures(groups, words), [groups, words]);
  const lanes = useMemo(() => groups.map(({ steps }) => steps.map(({ at }) => at)), [groups]);
  const readingOf = (group: SurvivalGroup | undefined, step: SurvivalStep | undefined): string =>
    step === undefined || group === undefined
      ? ''
      : say('ui.survival.reading', {
          ...step,
          label: group.label,
          after: after(step.at),
          several: groups.length > 1 ? 'yes' : 'no',
        });
  const points = usePoints(lanes, ({ lane, point }) => readingOf(groups[lane], groups[lane]?.steps[point]));
  const shares = [0, 0.25, 0.5, 0.75, 1];
  return (
    <ChartFrame {...props} {...points} figures={figures} legend={<GroupLegend groups={groups} />}>
      <Plot
        valueTitle={words.share}
        alongTitle={words.at}
        values={shares.map((share) => ({ place: share, text: format.share(share) }))}
        along={scale.ticks.map((at) => ({ place: scale.x(at), text: format.number(at) }))}
        shapes={groups.map((group, order) => <Curve key={group.key} group={group} order={order} x={scale.x} />)}
        marks={groups.map((group, lane) =>
          group.steps.map((step, point) => (
            <Point
              key={`${group.key}-${step.at}`}
              x={scale.x(step.at)}
              y={1 - step.share}
              name={readingOf(group, step)}
              values={[step.at, step.share]}
              handle={points.handleOf(lane, point)}
            >
              <g className="series-mark" data-series={lane % signs.length}>
                {signs[lane % signs.length]}
              </g>
            </Point>
          )),
        )}
        below={<AtRisk groups={groups} words={words} scale={scale} />}
      />
    </ChartFrame>
  );
}

function useWords(given: Partial<SurvivalWords> | undefined): SurvivalWords {
  const { say } = useSpeech();
  return useMemo(
    () => ({
      group: say('ui.survival.group'),
      at: say('ui.survival.at'),
      share: say('ui.survival.share'),
      low: say('ui.chart.low'),
      high: say('ui.chart.high'),
      atRisk: say('ui.survival.atRisk'),
      ...given,
    }),
    [given, say],
  );
}

const signs = [
  <circle key="circle" r="3.5" />,
  <path key="square" d="M-3.5-3.5h7v7h-7z" />,
  <path key="triangle" d="M0-4.5 4.5 3.5h-9z" />,
  <path key="diamond" d="M0-5 4 0 0 5-4 0z" />,
];

function Curve({ group, order, x }: { group: SurvivalGroup; order: number; x: (at: number) => number }) {
  const steps = [...group.steps];
  const across = (step: SurvivalStep): number => x(step.at) * square;
  const band = area<SurvivalStep>(
    across,
    (step) => (1 - step.low) * square,
    (step) => (1 - step.high) * square,
  );
  const curve = line<SurvivalStep>(across, (step) => (1 - step.share) * square);
  return (
    <g data-series={order % signs.length}>
      <path className="band" d={band.curve(curveStepAfter)(steps) ?? ''} />
      <path className="series" d={curve.curve(curveStepAfter)(steps) ?? ''} />
    </g>
  );
}

function GroupLegend({ groups }: { groups: readonly SurvivalGroup[] }) {
  const say = useSay();
  const entries = groups.map(({ key, label, verbatim }, order) => ({
    ...{ key, verbatim },
    word: label,
    mark: (
      <g data-series={order % signs.length}>
        <path className="series" d="M-12 0H12" />
        <g className="series-mark" data-series={order % signs.length}>
          {signs[order % signs.length]}
        </g>
      </g>
    ),
  }));
  const band = {
    key: 'band',
    word: say('ui.chart.band'),
    mark: <path className="band" d="M-11-6h22V6h-22z" />,
  };
  return <Legend entries={[...entries, band]} />;
}

/** How many of each group were still looked at, under the times of the axis. */
function AtRisk(props: {
  groups: readonly SurvivalGroup[];
  words: SurvivalWords;
  scale: { x: (at: number) => number; ticks: readonly number[] };
}) {
  const { format } = useSpeech();
  return (
    <div className="at-risk" aria-hidden="true">
      <p>{props.words.atRisk}</p>
      {props.groups.map((group, order) => (
        <div key={group.key} className="at-risk-row" data-series={order % signs.length}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" className="series-mark">
            {signs[order % signs.length]}
          </svg>
          {props.scale.ticks.map((at, place) => (
            <span
              key={at}
              data-odd={place % 2 === 1 || undefined}
              style={{ insetInlineStart: percent(props.scale.x(at)) }}
              translate="no"
            >
              {written(atRiskAt(group, at), format.number)}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

const written = (count: number | undefined, number: (value: number) => string): string =>
  count === undefined ? '–' : number(count);
