import { decide, interpret, loadOrder, loadTable } from '#decisions';
import { travel } from '#domains/travel';
import type { FactValues, PlainDate, Subject } from '#kernel';
import { buildIndex, screen } from '#screening';
import dispositions from '../data/decisions/travel/dispositions.json' with { type: 'json' };
import us from '../data/decisions/travel/us.json' with { type: 'json' };
import { listOf, numbers, vocabulary } from './names.ts';
import { type BenchRow, median } from './row.ts';

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
  for (const one of asked) for (const name of names) if (name === one) hits += 1;
  return hits;
}

const sortedName = (parts: readonly string[]): string => parts.join(' ').toUpperCase().split(' ').sort().join(' ');

function screening(): readonly BenchRow[] {
  const random = numbers(7);
  const word = vocabulary(random);
  const list = listOf(listed, word);
  const before = process.memoryUsage().rss;
  const since = process.hrtime.bigint();
  const index = buildIndex([list]);
  const built = Number(process.hrtime.bigint() - since) / 1e9;
  const grown = (process.memoryUsage().rss - before) / 1e6;
  const all = subjectsOf(20_000, word);
  const found = screen(index, all);
  const innocent = all.filter((_, at) => found[at]?.length === 0);
  const noHit = microseconds(innocent.length, () => screen(index, innocent));
  const mixed = microseconds(all.length, () => screen(index, all));
  const names = list.entries.map(({ names: [name] }) => sortedName([name?.family ?? '', name?.given ?? '']));
  const asked = innocent.slice(0, 50).map(({ names: [name] }) => sortedName([name?.family ?? '', name?.given ?? '']));
  const naive = microseconds(asked.length, () => scan(names, asked));
  return [
    { name: 'index of 100,000 names built', value: built, unit: 's', bar: 5, met: built <= 5 },
    { name: 'index of 100,000 names, memory', value: grown, unit: 'MB', bar: 200, met: grown <= 200 },
    {
      name: 'screening, no hit, 100,000 names',
      value: noHit,
      unit: 'us/subject',
      against: `scan of normalised names for equality, ${Math.round(naive / noHit)} times as long`,
      bar: 20,
      met: noHit <= 20,
    },
    {
      name: `screening, ${Math.round((100 * (all.length - innocent.length)) / all.length)}% with a candidate`,
      value: mixed,
      unit: 'us/subject',
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

/** Screening of 100,000 names and deciding, each beside its floor. */
export const bench = (): Promise<BenchRow[]> => Promise.resolve([...screening(), ...deciding()]);
