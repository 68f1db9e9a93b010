/** A point of a chart: the how-many-eth of which lane. A lane is a series, or a row of a timeline. */
export interface PointPlace {
  readonly lane: number;
  readonly point: number;
}

/** Where each point of each lane stands along the axis; lanes without points are passed over. */
export type Lanes = readonly (readonly number[])[];

/**
 * Where a key leads: left and right along the lane, up and down to the nearest point of the next lane that has one, Home and
 * End to the ends of the lane. Undefined when the key does not walk or there is no point.
 */
export function steppedPoint(key: string, from: PointPlace, lanes: Lanes): PointPlace | undefined {
  const lane = lanes[from.lane] ?? [];
  const along = (point: number): PointPlace => ({
    lane: from.lane,
    point: Math.max(0, Math.min(lane.length - 1, point)),
  });
  switch (key) {
    case 'ArrowRight':
      return along(from.point + 1);
    case 'ArrowLeft':
      return along(from.point - 1);
    case 'Home':
      return along(0);
    case 'End':
      return along(lane.length - 1);
    case 'ArrowDown':
      return across(1, from, lanes);
    case 'ArrowUp':
      return across(-1, from, lanes);
    default:
      return undefined;
  }
}

function across(step: 1 | -1, from: PointPlace, lanes: Lanes): PointPlace {
  const here = lanes[from.lane]?.[from.point] ?? 0;
  for (let lane = from.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const points = lanes[lane] ?? [];
    if (points.length > 0) return { lane, point: nearest(points, here) };
  }
  return from;
}

function nearest(points: readonly number[], to: number): number {
  let best = 0;
  for (const [at, place] of points.entries()) {
    if (Math.abs(place - to) < Math.abs((points[best] ?? 0) - to)) best = at;
  }
  return best;
}
