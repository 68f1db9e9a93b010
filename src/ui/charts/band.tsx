import { area, curveStep, line } from 'd3-shape';
import { useMemo } from 'react';
import { useSpeech } from '../house.tsx';
import type { Speech } from '../language/speech.ts';
import { type BandPoint, type BandWords, bandFigures, bandScale, mayRise } from './band-points.ts';
import { ChartFrame, type ChartProps } from './figure.tsx';
import { Legend } from './legend.tsx';
import { Plot, square } from './plot.tsx';
import { Placed, Point, usePoints } from './points.tsx';

const linesAcross = 8;

/**
 * What was counted, against what was to be expected: the usual band, the expectation dashed, the counts as steps with a mark
 * each. A hollow mark may still rise; what is unusual has a sign at the foot, not a colour alone.
 */
export function Band(
  props: ChartProps & { readonly points: readonly BandPoint[]; readonly words?: Partial<BandWords> },
) {
  const speech = useSpeech();
  const { format } = speech;
  const words = useWords(props.words);
  const scale = useMemo(() => bandScale(props.points, linesAcross), [props.points]);
  const figures = useMemo(() => bandFigures(props.points, words), [props.points, words]);
  const counted = useMemo(() => props.points.filter(({ observed }) => observed !== undefined), [props.points]);
  const lanes = useMemo(() => [counted.map(({ at }) => scale.x(at))], [counted, scale]);
  const points = usePoints(lanes, ({ point }) => bandReading(counted[point], words, speech));
  return (
    <ChartFrame {...props} {...points} figures={figures} legend={<BandLegend words={words} points={props.points} />}>
      <Plot
        valueTitle={words.observed}
        values={scale.values.map(({ count, place }) => ({ place, text: format.number(count) }))}
        along={scale.along
          .filter(({ place }) => place > 0.02 && place < 0.98)
          .map(({ begins, place }) => ({ place, text: begins.length === 4 ? begins : format.when(begins, 'short') }))}
        shapes={<BandShapes points={props.points} scale={scale} />}
        marks={counted.map((point, order) => (
          <g key={point.at}>
            {point.unusual !== undefined && (
              <Placed x={scale.x(point.at)} y={1}>
                <path className="unusual-mark" d="M0-12 6-2H-6z" />
              </Placed>
            )}
            <Point
              x={scale.x(point.at)}
              y={1 - scale.y(point.observed ?? 0)}
              name={bandReading(point, words, speech)}
              values={[point.at, point.observed ?? 0]}
              handle={points.handleOf(0, order)}
            >
              <circle className={mayRise(point) ? 'mark-open' : 'mark-full'} r="4" />
            </Point>
          </g>
        ))}
      />
    </ChartFrame>
  );
}

function useWords(given: Partial<BandWords> | undefined): BandWords {
  const { say } = useSpeech();
  return useMemo(
    () => ({
      at: say('ui.band.at'),
      observed: say('ui.band.observed'),
      expected: say('ui.band.expected'),
      low: say('ui.chart.low'),
      high: say('ui.chart.high'),
      complete: say('ui.band.complete'),
      unusual: say('ui.band.unusual'),
      ...given,
    }),
    [given, say],
  );
}

/** A point in words: "22 November 2026: 61, expected 38 to 52; unusual; may still rise". */
function bandReading(point: BandPoint | undefined, words: BandWords, { say, format }: Speech): string {
  if (point?.observed === undefined) return '';
  const { low, high, expected } = point;
  const band = low === undefined || high === undefined ? 'none' : 'known';
  const first = say('ui.band.reading', {
    when: format.when(point.at),
    observed: point.observed,
    band,
    low: low ?? 0,
    high: high ?? 0,
  });
  return [
    first,
    ...(band === 'none' && expected !== undefined ? [`${words.expected} ${format.number(expected)}`] : []),
    ...(point.unusual === undefined ? [] : [point.unusual]),
    ...(mayRise(point) ? [say('ui.band.mayRise')] : []),
  ].join('; ');
}

function BandShapes({ points, scale }: { points: readonly BandPoint[]; scale: ReturnType<typeof bandScale> }) {
  const x = ({ at }: BandPoint): number => scale.x(at) * square;
  const y = (count = 0): number => (1 - scale.y(count)) * square;
  const band = area<BandPoint>(
    x,
    ({ low }) => y(low),
    ({ high }) => y(high),
  ).defined(({ low, high }) => low !== undefined && high !== undefined);
  const expected = line<BandPoint>(x, (point) => y(point.expected)).defined((point) => point.expected !== undefined);
  const observed = line<BandPoint>(x, (point) => y(point.observed))
    .defined((point) => point.observed !== undefined)
    .curve(curveStep);
  const all = [...points];
  return (
    <g data-series="0">
      <path className="band" d={band(all) ?? ''} />
      <path className="expected" d={expected(all) ?? ''} />
      <path className="series" d={observed(all) ?? ''} />
    </g>
  );
}

function BandLegend({ words, points }: { words: BandWords; points: readonly BandPoint[] }) {
  const { say } = useSpeech();
  const entries = [
    { key: 'observed', word: words.observed, mark: <circle className="mark-full" r="4" />, occurs: true },
    {
      key: 'rise',
      word: say('ui.band.mayRise'),
      mark: <circle className="mark-open" r="4" />,
      occurs: points.some(mayRise),
    },
    {
      key: 'expected',
      word: words.expected,
      mark: <path className="expected" d="M-12 0H12" />,
      occurs: points.some(({ expected }) => expected !== undefined),
    },
    {
      key: 'band',
      word: say('ui.chart.band'),
      mark: <path className="band" d="M-11-6h22V6h-22z" />,
      occurs: points.some(({ high }) => high !== undefined),
    },
    {
      key: 'unusual',
      word: words.unusual,
      mark: <path className="unusual-mark" d="M0-5 6 5H-6z" />,
      occurs: points.some(({ unusual }) => unusual !== undefined),
    },
  ];
  return <Legend entries={entries.filter(({ occurs }) => occurs)} />;
}
