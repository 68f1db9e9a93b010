import { type ReactNode, useMemo } from 'react';
import { Shape } from '../components/shape.tsx';
import { useLink, useSpeech } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
import { ChartFrame, type ChartProps } from './figure.tsx';
import type { Figures } from './numbers.ts';
import { type PointHandle, percent, usePoints } from './points.tsx';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Where what it counts is listed. */
  readonly to?: string;
  readonly kind?: StatusKind;
}

/** The numbers of bars. */
export const barFigures = (bars: readonly Bar[], words: { label: string; value: string; as?: 'share' }): Figures => ({
  columns: [
    { key: 'label', title: words.label },
    { key: 'value', title: words.value, ...(words.as === undefined ? {} : { as: words.as }) },
  ],
  rows: bars.map(({ key, label, value, to }) => ({ key, to, values: [label, value] })),
});

/** How much of each: a bar a row, the number at its end. Up and down walk from row to row. */
export function Bars(
  props: ChartProps & {
    readonly bars: readonly Bar[];
    readonly words: { readonly label: string; readonly value: string };
    /** Numbers are shares of one. */
    readonly as?: 'share';
    /** The labels are told by the node, in the person's language. */
    readonly told?: boolean;
  },
) {
  const { bars, words, as } = props;
  const { format } = useSpeech();
  const figures = useMemo(() => barFigures(bars, { ...words, ...(as === undefined ? {} : { as }) }), [as, bars, words]);
  const lanes = useMemo(() => bars.map(() => [0]), [bars]);
  const written = (value: number): string => (as === 'share' ? format.share(value) : format.number(value));
  const points = usePoints(lanes, ({ lane }) => {
    const bar = bars[lane];
    return bar === undefined ? '' : `${bar.label}: ${written(bar.value)}`;
  });
  const largest = as === 'share' ? 1 : Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ChartFrame {...props} {...points} figures={figures}>
      <ol className="bars">
        {bars.map((bar, lane) => (
          <li key={bar.key} data-kind={bar.kind}>
            <BarName
              bar={bar}
              told={props.told === true}
              value={written(bar.value)}
              handle={points.handleOf(lane, 0)}
            />
            <svg aria-hidden="true" focusable="false">
              <rect className="bar-fill" width={percent(bar.value / largest)} height="100%" data-value={bar.value} />
            </svg>
            <span className="bar-value" aria-hidden="true" translate="no">
              {written(bar.value)}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function BarName(props: { bar: Bar; told: boolean; value: string; handle: PointHandle }) {
  const { bar, handle } = props;
  const content = (
    <>
      {bar.kind !== undefined && <Shape sign={bar.kind} />}
      <span data-told={props.told || undefined}>{bar.label}</span>
      <span className="unseen">: {props.value}</span>
    </>
  );
  return bar.to === undefined ? (
    <span className="bar-name" role="img" aria-label={`${bar.label}: ${props.value}`} {...handle}>
      {content}
    </span>
  ) : (
    <BarLink to={bar.to} handle={handle}>
      {content}
    </BarLink>
  );
}

function BarLink({ to, handle, children }: { to: string; handle: PointHandle; children: ReactNode }) {
  const link = useLink(to);
  return (
    <a className="bar-name" {...link} {...handle}>
      {children}
    </a>
  );
}
