import { type ReactNode, useMemo } from 'react';
import { DrawnShape } from '../components/shape.tsx';
import { useSpeech } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
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
  /** The first is the most pressing. */
  readonly marks: readonly Mark[];
  readonly ways: readonly Way[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

interface Drawn extends Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const smallest = 4;
const largest = 20;
const letterWidth = 6.5;
const lineHeight = 13;

/** Areas compare, not radii. */
function drawnOf(marks: readonly Mark[]): readonly Drawn[] {
  const most = Math.max(1, ...marks.map(({ count }) => count));
  return marks.flatMap((mark) => {
    const at = drawnAt(mark.spot);
    if (at === undefined) return [];
    const radius = Math.max(mark.pressing ? smallest + 2 : smallest, largest * Math.sqrt(mark.count / most));
    return [{ ...mark, x: at[0], y: at[1], radius }];
  });
}

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
  const first = drawn.filter(({ key }) => key === chosen);
  return [...first, ...drawn.filter(({ key, pressing }) => pressing && key !== chosen)].filter((mark) => {
    const box = boxOf(mark);
    if (mark.key !== chosen && taken.some((other) => meet(other, box))) return false;
    taken.push(box);
    return true;
  });
}

/**
 * Three countries from above. It is for the eye: the list beside it says the same, and is what keys and readers use.
 */
export function BorderMap({ name, finding, marks, ways, chosen, onChoose }: MapProps) {
  const ground = useMemo(outlines, []);
  const drawn = useMemo(() => drawnOf(marks), [marks]);
  const bySize = useMemo(
    () => [...drawn].sort((one, other) => Number(one.pressing) - Number(other.pressing) || other.radius - one.radius),
    [drawn],
  );
  const ring = drawn.find(({ key }) => key === chosen);
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
          {bySize.map((mark) => (
            <MarkSign key={mark.key} mark={mark} onChoose={onChoose} />
          ))}
          {ring !== undefined && <circle className="map-ring" cx={ring.x} cy={ring.y} r={ring.radius + 4} />}
          {labelled(drawn, chosen).map((mark) => (
            <text
              key={mark.key}
              className="map-label"
              data-chosen={mark.key === chosen || undefined}
              x={mark.x + mark.radius + 4}
              y={mark.y + 4}
            >
              {mark.label}
            </text>
          ))}
        </svg>
      </div>
      <Legend />
    </figure>
  );
}

/** A pointer may choose it; what a pointer does here, the list does for keys. */
function MarkSign({ mark, onChoose }: { mark: Drawn; onChoose: (key: string) => void }) {
  const { x, y, radius, kind, pressing, key } = mark;
  const size = Math.max(9, radius * 1.1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the list beside it has the link
    <g className="map-mark" data-kind={kind} onClick={() => onChoose(key)}>
      <circle cx={x} cy={y} r={radius} />
      {pressing && (
        <g transform={`translate(${x - size / 2} ${y - size / 2 - size / 16}) scale(${size / 16})`}>
          <DrawnShape sign={kind} />
        </g>
      )}
    </g>
  );
}

function Legend() {
  const { say } = useSpeech();
  return <p className="map-legend quiet">{say('map.legend')}</p>;
}
