import { type ReactNode, useMemo } from 'react';
import { DrawnShape } from '../components/shape.tsx';
import type { StatusKind } from '../tokens.ts';
import { clustersOf } from './clusters.ts';
import { drawnAt, mapSize, outlines, type Spot, wayBetween } from './ground.ts';

/** A thing on the map. */
export interface Mark {
  readonly key: string;
  readonly spot: Spot;
  /** Names it beside its mark where there is room. */
  readonly label: string;
  readonly count: number;
  readonly kind: StatusKind;
  /** It wants attention: it gets its shape and its label. */
  readonly pressing: boolean;
}

export interface Way {
  readonly key: string;
  readonly from: Spot;
  readonly to: Spot;
}

export interface MapProps {
  readonly name: string;
  /** What it shows today, in one sentence. */
  readonly finding: ReactNode;
  /** What size and signs mean here. */
  readonly legend: string;
  /** The first is the most pressing. */
  readonly marks: readonly Mark[];
  readonly ways: readonly Way[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** What is drawn as one: a mark, or several that stand too near to each other. */
interface Drawn {
  readonly mark: Mark;
  readonly members: readonly Mark[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
}

const smallest = 4;
const largest = 20;
/** Marks nearer than this cannot be pressed one by one. */
const apart = 14;
const letterWidth = 6.5;
const lineHeight = 13;

/** The marks as they are drawn; areas compare, not radii. The chosen one gives its name to what it is drawn with. */
function drawnOf(marks: readonly Mark[], chosen: string | undefined): readonly Drawn[] {
  const placed = marks.flatMap((mark) => {
    const at = drawnAt(mark.spot);
    return at === undefined ? [] : [{ ...mark, x: at[0], y: at[1] }];
  });
  const clusters = clustersOf(placed, apart);
  const most = Math.max(1, ...clusters.map(({ count }) => count));
  return clusters.map(({ first, members, count }) => {
    const named = members.find(({ key }) => key === chosen) ?? first;
    return {
      mark: first,
      members,
      x: first.x,
      y: first.y,
      radius: Math.max(first.pressing ? smallest + 2 : smallest, largest * Math.sqrt(count / most)),
      label: members.length === 1 ? named.label : `${named.label} +${members.length - 1}`,
    };
  });
}

const holds = ({ members }: Drawn, chosen: string | undefined): boolean => members.some(({ key }) => key === chosen);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function boxOf({ x, y, radius, label }: Drawn): Box {
  const left = x + radius + 3;
  return { left, top: y - lineHeight / 2, right: left + label.length * letterWidth, bottom: y + lineHeight / 2 };
}

/** Labels of what presses, as far as they do not lie over each other; the chosen one has its own always. */
function labelled(drawn: readonly Drawn[], chosen: string | undefined): readonly Drawn[] {
  const taken: Box[] = [];
  const first = drawn.filter((one) => holds(one, chosen));
  return [...first, ...drawn.filter((one) => one.mark.pressing && !holds(one, chosen))].filter((one) => {
    const box = boxOf(one);
    if (!holds(one, chosen) && taken.some((other) => meet(other, box))) return false;
    taken.push(box);
    return true;
  });
}

/**
 * Three countries from above. It is for the eye: the list beside it says the same, and is what keys and readers use.
 */
export function BorderMap({ name, finding, legend, marks, ways, chosen, onChoose }: MapProps) {
  const ground = useMemo(outlines, []);
  const drawn = useMemo(() => drawnOf(marks, chosen), [marks, chosen]);
  const bySize = useMemo(
    () =>
      [...drawn].sort(
        (one, other) => Number(one.mark.pressing) - Number(other.mark.pressing) || other.radius - one.radius,
      ),
    [drawn],
  );
  const ring = drawn.find((one) => holds(one, chosen));
  return (
    <figure className="map" aria-label={name}>
      <figcaption>{finding}</figcaption>
      <div className="map-drawing" translate="no">
        <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} aria-hidden="true" focusable="false">
          {ground.map(({ country, path }) => (
            <path key={country} className="map-land" d={path} />
          ))}
          {ways.map(({ key, from, to }) => (
            <path key={key} className="map-way" d={wayBetween(from, to)} />
          ))}
          {bySize.map((one) => (
            <MarkSign key={one.mark.key} drawn={one} chosen={chosen} onChoose={onChoose} />
          ))}
          {ring !== undefined && <circle className="map-ring" cx={ring.x} cy={ring.y} r={ring.radius + 4} />}
          {labelled(drawn, chosen).map((one) => (
            <text
              key={one.mark.key}
              className="map-label"
              data-chosen={holds(one, chosen) || undefined}
              x={one.x + one.radius + 4}
              y={one.y + 4}
            >
              {one.label}
            </text>
          ))}
        </svg>
      </div>
      <p className="map-legend quiet">{legend}</p>
    </figure>
  );
}

/** A pointer may choose it, each press the next of those drawn as one; what a pointer does here, the list does for keys. */
function MarkSign(props: { drawn: Drawn; chosen: string | undefined; onChoose: (key: string) => void }) {
  const { mark, members, x, y, radius } = props.drawn;
  const size = Math.max(9, radius * 1.1);
  const next = members[(members.findIndex(({ key }) => key === props.chosen) + 1) % members.length] ?? mark;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the list beside it has the link
    <g
      className="map-mark"
      data-kind={mark.kind}
      data-members={members.length}
      onClick={() => props.onChoose(next.key)}
    >
      <circle cx={x} cy={y} r={radius} />
      {mark.pressing && (
        <g transform={`translate(${x - size / 2} ${y - size / 2 - size / 16}) scale(${size / 16})`}>
          <DrawnShape sign={mark.kind} />
        </g>
      )}
    </g>
  );
}
