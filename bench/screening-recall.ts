import type { Found, Method } from './screening-peers.ts';
import type { BenchQuery, BenchSets } from './screening-sets.ts';

/** What a method found of one set. */
export interface Recall {
  readonly method: string;
  readonly set: string;
  readonly asked: number;
  /** Shares of the questions whose entry was among the first ten, and above the score of 1 % of the innocents. */
  readonly atTen: number;
  readonly atOnePercent: number;
  readonly missed: readonly { readonly query: BenchQuery; readonly found: Found }[];
}

const isWanted = (query: BenchQuery, id: string): boolean => query.wanted.includes(id);

/** The score that `share` of the innocents exceed, by the best that was found of each. */
async function threshold(method: Method, innocents: readonly BenchQuery[], share: number): Promise<number> {
  const tops: number[] = [];
  for (const innocent of innocents) tops.push((await method.find(innocent))[0]?.score ?? Number.NEGATIVE_INFINITY);
  tops.sort((a, b) => b - a);
  return tops[Math.floor(innocents.length * share)] ?? Number.NEGATIVE_INFINITY;
}

/** Asks a method every question of every set, and the innocents. */
export async function recallOf(
  method: Method,
  sets: BenchSets,
  innocents = sets.innocents,
): Promise<readonly Recall[]> {
  const least = await threshold(method, innocents, 0.01);
  const rows: Recall[] = [];
  for (const [set, queries] of Object.entries(sets.sets)) {
    const missed: { query: BenchQuery; found: Found }[] = [];
    let above = 0;
    for (const query of queries) {
      const found = await method.find(query);
      const hit = found.find(({ id }) => isWanted(query, id));
      if (hit === undefined) missed.push({ query, found });
      else if (hit.score > least) above += 1;
    }
    const asked = queries.length;
    rows.push({
      method: method.name,
      set,
      asked,
      atTen: 1 - missed.length / asked,
      atOnePercent: above / asked,
      missed,
    });
  }
  return rows;
}
