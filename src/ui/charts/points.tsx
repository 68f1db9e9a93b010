import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Lanes, type PointPlace, steppedPoint } from './lanes.ts';

/** What every point of a chart gets: it is one of many of which the Tab key stops at one. */
export interface PointHandle {
  readonly tabIndex: number;
  readonly 'data-point': string;
  readonly onFocus: () => void;
  readonly onPointerEnter: () => void;
}

const nameOf = ({ lane, point }: PointPlace): string => `${lane}-${point}`;

/** Walks from point to point of a chart by the arrow keys; the point that has the focus, or the pointer on it, is told. */
export function usePoints(lanes: Lanes, readingOf: (place: PointPlace) => string) {
  const box = useRef<HTMLDivElement>(null);
  const first = Math.max(
    0,
    lanes.findIndex((points) => points.length > 0),
  );
  const [stop, setStop] = useState<PointPlace>({ lane: first, point: 0 });
  const [told, setTold] = useState<PointPlace | undefined>(undefined);
  const known = lanes[stop.lane]?.[stop.point] === undefined ? { lane: first, point: 0 } : stop;
  const handleOf = (lane: number, point: number): PointHandle => ({
    tabIndex: lane === known.lane && point === known.point ? 0 : -1,
    'data-point': nameOf({ lane, point }),
    onFocus: () => {
      setStop({ lane, point });
      setTold({ lane, point });
    },
    onPointerEnter: () => setTold({ lane, point }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next =
      event.target instanceof Element && event.target.matches('[data-point]')
        ? steppedPoint(event.key, known, lanes)
        : undefined;
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setStop(next));
    box.current?.querySelector<HTMLElement | SVGElement>(`[data-point="${nameOf(next)}"]`)?.focus();
  };
  const reading = told === undefined || lanes[told.lane]?.[told.point] === undefined ? undefined : readingOf(told);
  return { handleOf, reading, frame: { ref: box, onKeyDown } };
}

/** A mark at a place of a drawing, which stretches while the mark does not. `x` and `y` are shares of one, from the top left. */
export function Placed(props: {
  x: number;
  y: number;
  /** The numbers that the place stands for, so that drawing and table can be compared. */
  values?: readonly (string | number)[] | undefined;
  children: ReactNode;
}) {
  return (
    <svg
      aria-hidden="true"
      x={percent(props.x)}
      y={percent(props.y)}
      className="point-place"
      data-values={props.values?.join(' ')}
    >
      {props.children}
    </svg>
  );
}

/** A point that a reader can walk to: its mark, its name for the ear, and a place to press that is large enough. */
export function Point(props: {
  x: number;
  y: number;
  name: string;
  values: readonly (string | number)[];
  handle: PointHandle;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a reader walks from point to point, and acts on none
    <g role="img" aria-label={props.name} className="point" {...props.handle}>
      <Placed x={props.x} y={props.y} values={props.values}>
        <circle r="12" className="point-reach" />
        {props.children}
      </Placed>
    </g>
  );
}

/** A share of one as SVG and CSS take it; places do not need more than a thousandth of a percent. */
export const percent = (share: number): string => `${Math.round(share * 1e5) / 1e3}%`;
