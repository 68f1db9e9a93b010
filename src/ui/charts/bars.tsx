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
    const shown = bars[lane];
    return shown === undefined ? '' : `${shown.label}: ${written(shown.value)}`;
  });
  const largest = as === 'share' ? 1 : Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ChartFrame {...props} {...points} figures={figures}>
      <ol className="bars">
        {bars.map((one, lane) => (
          <li key={one.key} data-kind={one.kind}>
            <BarName of={one} told={props.told === true} value={written(one.value)} handle={points.handleOf(lane, 0)} />
            <svg aria-hidden="true" focusable="false">
              <rect className="bar-fill" width={percent(one.value / largest)} height="100%" data-value={one.value} />
            </svg>
            <span className="bar-value" aria-hidden="true" translate="no">
              {written(one.value)}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function BarName(props: { of: Bar; told: boolean; value: string; handle: PointHandle }) {
  const { of, handle } = props;
  const content = (
    <>
      {of.kind !== undefined && <Shape sign={of.kind} />}
      <span data-told={props.told || undefined}>{of.label}</span>
      <span className="unseen">: {props.value}</span>
    </>
  );
  return of.to === undefined ? (
    <span className="bar-name" role="img" aria-label={`${of.label}: ${props.value}`} {...handle}>
      {content}
    </span>
  ) : (
    <BarLink to={of.to} handle={handle}>
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
