import type { StatusKind } from '../tokens.ts';

/** Something drawn: where its middle is, in units of the drawing. */
export interface Placeable {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly kind: StatusKind;
  readonly pressing: boolean;
}

/** Things that stand too near to each other to be told apart, drawn as one where the first of them stands. */
export interface Cluster<Thing extends Placeable> {
  /** The most pressing of them, which gives it its place, its name and its state. */
  readonly first: Thing;
  readonly members: readonly Thing[];
  readonly count: number;
}

/**
 * Clusters of things given in the order of what presses, none nearer to another than `reach`. Each thing goes to the nearest
 * cluster within reach of its first member; so no cluster spreads further than that, however many stand in a row.
 */
export function clustersOf<Thing extends Placeable>(
  things: readonly Thing[],
  reach: number,
): readonly Cluster<Thing>[] {
  const clusters: { first: Thing; members: Thing[] }[] = [];
  for (const thing of things) {
    let nearest: { first: Thing; members: Thing[] } | undefined;
    let distance = reach;
    for (const cluster of clusters) {
      const away = Math.hypot(cluster.first.x - thing.x, cluster.first.y - thing.y);
      if (away < distance) [nearest, distance] = [cluster, away];
    }
    if (nearest === undefined) clusters.push({ first: thing, members: [thing] });
    else nearest.members.push(thing);
  }
  return clusters.map(({ first, members }) => ({
    first,
    members,
    count: members.reduce((sum, { count }) => sum + count, 0),
  }));
}
