import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decide, interpret, loadOrder, loadTable } from '#decisions';
import { travel } from '#domains/travel';
import type { FactValues, PlainDate, Subject } from '#kernel';
import { buildIndex, screen } from '#screening';
import dispositions from '../data/decisions/travel/dispositions.json' with { type: 'json' };
import us from '../data/decisions/travel/us.json' with { type: 'json' };
import { listOf, numbers, vocabulary } from './names.ts';
import { type BenchRow, median } from './row.ts';
import { jaroWinkler, scanPeer, screenMethod, trigramPeer } from './screening-peers.ts';
import { type Recall, recallOf } from './screening-recall.ts';
import { benchSets } from './screening-sets.ts';

const rounds = 5;
const listed = 100_000;

const subjectsOf = (count: number, word: () => string): readonly Subject[] =>
  Array.from({ length: count }, (_, at) => ({
    reference: String(at),
    kind: 'person' as const,
    names: [{ family: word(), given: word() }],
    dateOfBirth: '1980-01-01' as PlainDate,
    nationalities: ['MEX'],
    documents: [{ type: 'P', number: `S${at + 100_000}` }],
  }));

/** Microseconds of processor an item, the median of five rounds: what other work a machine has does not count. */
function microseconds(count: number, work: () => void): number {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / count;
    }),
  );
}

/** The floor: every listed name compared with every subject, both already normalised. */
function scan(names: readonly string[], asked: readonly string[]): number {
  let hits = 0;
  for (const one of asked) for (const name of names) if (jaroWinkler(name, one) > 0.95) hits += 1;
  return hits;
}

const sortedName = (parts: readonly string[]): string => parts.join(' ').toUpperCase().split(' ').sort().join(' ');

const perSecond = (microsecondsEach: number): number => 1e6 / microsecondsEach;

function screening(): readonly BenchRow[] {
  const random = numbers(7);
  const word = vocabulary(random);
  const list = listOf(listed, word);
  const before = process.memoryUsage().rss;
  const since = process.hrtime.bigint();
  const index = buildIndex([list]);
  const built = Number(process.hrtime.bigint() - since) / 1e9;
  const grown = (process.memoryUsage().rss - before) / 1e6;
  const asked = subjectsOf(500, word);
  const each = perSecond(microseconds(asked.length, () => screen(index, asked)));
  const names = list.entries.map(({ names: [name] }) => sortedName([name?.family ?? '', name?.given ?? '']));
  const some = asked.slice(0, 5).map(({ names: [name] }) => sortedName([name?.family ?? '', name?.given ?? '']));
  const naive = perSecond(microseconds(some.length, () => scan(names, some)));
  return [
    { name: 'index of 100,000 names built', value: built, unit: 's', bar: 5, met: built <= 5 },
    { name: 'index of 100,000 names, memory', value: grown, unit: 'MB', bar: 200, met: grown <= 200 },
    {
      name: 'screening against 100,000 names, batched',
      value: each,
      unit: 'subjects/s a core',
      against: `Jaro-Winkler with every name, ${naive.toPrecision(2)}/s`,
      bar: 3000,
      bound: 'at least',
      met: each >= 3000,
    },
  ];
}

const facts: FactValues = {
  'list.no-fly': 'none',
  'list.lookout': 'none',
  'list.sanctions': 'none',
  'list.lost-document': 'none',
  'document.type': 'P',
  'document.state': 'valid',
  'traveller.role': 'passenger',
  'traveller.dataMissing': [],
  'traveller.dateOfBirthInFuture': false,
  'journey.direction': 'inbound',
  'journey.mode': 'air',
  'message.late': false,
};

function deciding(): readonly BenchRow[] {
  const order = loadOrder(dispositions);
  const table = order.ok ? loadTable(us, travel.facts, order.value) : order;
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  const times = 50_000;
  const repeat = (engine: typeof decide) => () => {
    for (let at = 0; at < times; at += 1) engine(table.value, facts);
  };
  const compiled = microseconds(times, repeat(decide));
  const interpreted = microseconds(times, repeat(interpret));
  return [
    {
      name: `decision, ${table.value.rows.length} rows, the last one speaks`,
      value: 1e6 / compiled,
      unit: 'decisions/s',
      ratio: interpreted / compiled,
      against: 'the same table interpreted',
      bar: 2,
      met: interpreted / compiled >= 2,
    },
  ];
}

const data = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'screening');
const seed = 7;

/** What each way to look for a name finds, side by side on the same list; nothing where the data is not at hand. */
async function recalls(): Promise<readonly BenchRow[]> {
  if (!existsSync(data)) return [];
  const sets = benchSets(data, seed);
  const peer = await trigramPeer(sets.list);
  const peers = [peer.gin, peer.knn, scanPeer(sets.list)];
  const rows = await recallOf(screenMethod(sets.list), sets);
  const others: Recall[] = [];
  // The peers take minutes over all innocents; a tenth of them fixes their threshold.
  const few = sets.innocents.filter((_, at) => at % 10 === 0);
  for (const method of peers) others.push(...(await recallOf(method, sets, few)));
  await peer.stop();
  return rows.flatMap((row) => {
    const beside = others.filter(({ set }) => set === row.set);
    const best = Math.max(...beside.map(({ atTen }) => atTen));
    const told = beside.map(
      ({ method, atTen, atOnePercent }) => `${method} ${atTen.toFixed(3)} / ${atOnePercent.toFixed(3)}`,
    );
    const bar = { against: told.join(', '), bound: 'at least' as const };
    const trigram = beside.find(({ method }) => method === peer.gin.name)?.atOnePercent ?? 0;
    return [
      {
        ...bar,
        name: `${row.set}, ${row.asked}: recall at 10`,
        value: row.atTen,
        unit: '',
        bar: best,
        met: row.atTen >= best,
      },
      {
        ...bar,
        name: `${row.set}: recall at 1% false positives`,
        value: row.atOnePercent,
        unit: '',
        bar: trigram,
        met: row.atOnePercent >= trigram,
      },
    ];
  });
}

/** Screening and deciding, each beside its floor or peers. */
export const bench = async (): Promise<BenchRow[]> => [...screening(), ...deciding(), ...(await recalls())];
