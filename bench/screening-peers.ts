import anyAscii from 'any-ascii';
import postgres from 'postgres';
import { buildIndex, rank } from '#screening';
import { startCluster } from '../test/postgres/cluster.ts';
import type { BenchEntry, BenchQuery } from './screening-sets.ts';

/** What a method finds of one question: entries with the highest score first, each once. */
export type Found = readonly { readonly id: string; readonly score: number }[];

/** A way to look for a name. */
export interface Method {
  readonly name: string;
  find(query: BenchQuery): Promise<Found>;
}

const most = 10;

/** Of names found, best first, their entries once each. */
export function entriesOf(names: Iterable<{ readonly id: string; readonly score: number }>): Found {
  const best = new Map<string, number>();
  for (const { id, score } of names) {
    if (!best.has(id)) best.set(id, score);
    if (best.size === most) break;
  }
  return [...best].map(([id, score]) => ({ id, score }));
}

/** A name as the peers are given it: in ASCII and lower case. */
export const asciiOf = (name: string): string => anyAscii(name).toLowerCase();

/** pg_trgm in a PostgreSQL of its own: the index GIN with a threshold of .3, and the nearest by GiST. */
export async function trigramPeer(list: readonly BenchEntry[], nearest = true) {
  const cluster = await startCluster();
  await cluster.restart({ shared_buffers: '512MB', synchronous_commit: 'off', fsync: 'off' });
  const sql = postgres(await cluster.database('names'), { max: 1, onnotice: () => undefined });
  await sql`create extension pg_trgm`;
  await sql`create table names (entry int not null, name text not null)`;
  const rows = list.flatMap(({ names }, entry) => names.map((name) => [entry, asciiOf(name)] as const));
  for (let at = 0; at < rows.length; at += 20_000) {
    const part = rows.slice(at, at + 20_000);
    await sql`insert into names select * from unnest(${part.map(([entry]) => entry)}::int[], ${part.map(([, name]) => name)}::text[])`;
  }
  const since = process.hrtime.bigint();
  await sql`create index on names using gin (name gin_trgm_ops)`;
  const builtSeconds = Number(process.hrtime.bigint() - since) / 1e9;
  if (nearest) await sql`create index on names using gist (name gist_trgm_ops)`;
  await sql`vacuum analyze names`;
  await sql`set pg_trgm.similarity_threshold = 0.3`;
  const found = (answer: readonly postgres.Row[]): Found =>
    entriesOf(answer.map(({ entry, score }) => ({ id: list[entry as number]?.id ?? '', score: score as number })));
  const gin: Method = {
    name: 'pg_trgm GIN .3',
    find: async ({ name }) => {
      const text = asciiOf(name);
      return found(
        await sql`select entry, similarity(name, ${text}) as score from names where name % ${text} order by score desc, entry limit 60`,
      );
    },
  };
  const knn: Method = {
    name: 'pg_trgm KNN',
    find: async ({ name }) => {
      const text = asciiOf(name);
      return found(
        await sql`select entry, 1 - (name <-> ${text}) as score from names order by name <-> ${text} limit 60`,
      );
    },
  };
  const stop = async (): Promise<void> => {
    await sql.end();
    await cluster.stop();
  };
  return { gin, knn, builtSeconds, stop };
}

/** Jaro similarity with Winkler's bonus for a common beginning (up to 4 letters, .1 each). */
export function jaroWinkler(a: string, b: string): number {
  const window = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const taken = new Uint8Array(b.length);
  const inCommon: string[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const end = Math.min(b.length, at + window + 1);
    for (let other = Math.max(0, at - window); other < end; other += 1) {
      if (taken[other] === 1 || a[at] !== b[other]) continue;
      taken[other] = 1;
      inCommon.push(a.charAt(at));
      break;
    }
  }
  const common = inCommon.length;
  if (common === 0) return 0;
  let turned = 0;
  let next = 0;
  for (let other = 0; other < b.length; other += 1) {
    if (taken[other] === 0) continue;
    if (b[other] !== inCommon[next]) turned += 1;
    next += 1;
  }
  const jaro = (common / a.length + common / b.length + (common - turned / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const kinds = { person: 'person', organization: 'organisation', vessel: 'vessel' } as const;

/** Our own, as `tripoint screen` ranks. */
export function screenMethod(list: readonly BenchEntry[]): Method {
  const entries = list.map(({ id, kind, names }) => ({
    entry: id,
    kind: kinds[kind],
    names: names.map((whole) => ({ whole, quality: 'primary' as const })),
    datesOfBirth: [],
    nationalities: [],
    documents: [],
  }));
  const index = buildIndex([{ name: 'bench', version: '1', purpose: 'lookout', entries }]);
  return {
    name: 'tripoint',
    find: ({ id, kind, name }) => {
      const names = [{ whole: name }];
      const subject = { reference: id, kind: kinds[kind], names, nationalities: [], documents: [] };
      return Promise.resolve(rank(index, subject, most).map(({ entry, score }) => ({ id: entry, score })));
    },
  };
}

const sortedWords = (name: string): string =>
  asciiOf(name)
    .split(/[^a-z0-9]+/)
    .sort()
    .join(' ')
    .trim();

/** Every name compared with every question: sorted words, Jaro-Winkler. */
export function scanPeer(list: readonly BenchEntry[]): Method {
  const rows = list.flatMap(({ id, names }) => names.map((name) => ({ id, text: sortedWords(name) })));
  return {
    name: 'Jaro-Winkler scan',
    find: ({ name }) => {
      const text = sortedWords(name);
      const best = new Map<string, number>();
      let least = 0;
      for (const row of rows) {
        const score = jaroWinkler(text, row.text);
        if (score <= least) continue;
        if (score > (best.get(row.id) ?? 0)) best.set(row.id, score);
        if (best.size < 64) continue;
        const kept = [...best].sort(([, x], [, y]) => y - x).slice(0, most);
        least = kept.at(-1)?.[1] ?? 0;
        best.clear();
        for (const [id, value] of kept) best.set(id, value);
      }
      const found = [...best].map(([id, score]) => ({ id, score })).sort((x, y) => y.score - x.score);
      return Promise.resolve(entriesOf(found));
    },
  };
}
