import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Reading, type ReadMilestone, type ReportedState, readReport } from '#plan/reading';
import golden from '../golden/plan-2006.json' with { type: 'json' };
import type { Conformance } from '../kind.ts';
import { unlikeReport } from './plan-register.ts';

/** What the folder says of the founding report, made by other means than ours. */
interface Seed {
  readonly chapters: readonly { readonly chapter: string; readonly initiatives: number; readonly milestones: number }[];
  readonly distinct_status_raw: Readonly<Record<string, number>>;
  readonly rows: readonly SeedRow[];
}
interface SeedRow {
  readonly line: number;
  readonly parsed: Readonly<Record<string, unknown>>;
}

const file = 'expected_counts_and_sample.json';
/** Rows that say "on track" past their first month, seen from August 2006 (exchange reference, 7.4). */
const contradictory = [30, 31, 42, 44, 92, 110, 111, 131, 142, 205, 206, 207, 221];
const seenFrom = '2006-08';

/** The same values without what is undefined, as JSON has them. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A milestone in the words of the seed, which writes CN for Canada. */
const inSeedWords = ({ line, goal, chapter, initiative, key, text, statusRaw, said, due }: ReadMilestone): unknown =>
  plain({ line, part: goal, chapter, initiative, milestone: key, text, status_raw: statusRaw, parsed: said, due });

const withCanada = ({ parsed, ...row }: SeedRow): unknown => ({
  ...row,
  parsed: Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name === 'US-CN' ? 'US-CA' : name, value])),
});

/** A milestone as the golden file has it: the report's own words by their digest only. */
const goldenRow = ({ line, key, due, said, scope }: ReadMilestone, raw: string): unknown =>
  plain({ line, key, due, said, scope, digest: createHash('sha256').update(raw).digest('hex') });

const compare = (what: string, read: unknown, known: unknown): readonly string[] =>
  isDeepStrictEqual(read, known) ? [] : [`${what}: ${JSON.stringify(read)}, not ${JSON.stringify(known)}`];

function isLateOnTrack({ said, due }: ReadMilestone): boolean {
  const [first] = due.flatMap((one) => ('computed' in one ? [one.computed] : [])).sort();
  return said?.scope === 'all' && said.all.status === 'on-track' && first !== undefined && first < seenFrom;
}

/** "Fall" stands for its middle. */
const monthNumber = (month: string): number => {
  const [year, inYear] = month.replace('-Fall', '-10').split('-').map(Number);
  return (year ?? 0) * 12 + (inYear ?? 0);
};

const statesOf = ({ said }: ReadMilestone): readonly ReportedState[] => {
  if (said === undefined) return [];
  return said.scope === 'all' ? [said.all, said.all] : [said['US-CA'], said['US-MX']].flatMap((one) => one ?? []);
};

/** What the numbers say (exchange reference, 7.4): how what was due by June 2006 stands, and by how much is put off. */
function compareNumbers({ milestones }: Reading): readonly string[] {
  const firstDue = ({ due }: ReadMilestone) =>
    due.flatMap((one) => ('computed' in one ? [one.computed] : [])).sort()[0];
  const due = milestones.filter((one) => (firstDue(one) ?? '9999') <= '2006-06');
  const standing: Record<string, number> = {};
  for (const { status } of due.flatMap(statesOf)) {
    const state = status.replace('completed-ongoing', 'completed');
    standing[state] = (standing[state] ?? 0) + 1;
  }
  const slips = milestones.flatMap((one) => {
    const [forecast] = statesOf(one).flatMap((state) => state.forecast ?? []);
    const month = firstDue(one);
    return forecast === undefined || month === undefined ? [] : [monthNumber(forecast.iso) - monthNumber(month)];
  });
  const known = { completed: 23, 'partially-completed': 6, delayed: 20, initiated: 15, 'on-track': 28 };
  return [
    ...compare(
      'due by June 2006',
      [due.length, ...Object.entries(standing).sort()],
      [46, ...Object.entries(known).sort()],
    ),
    ...compare(
      'slips',
      slips.toSorted((a, b) => a - b),
      [4, 4, 7, 7, 10, 15, 15, 15, 24],
    ),
  ];
}

/** Counts of the whole: chapters with what they hold, statuses, and what the numbers say. */
function compareCounts({ goals, chapters, initiatives, milestones }: Reading, seed: Seed): readonly string[] {
  const counted = chapters.map(({ name, code }) => ({
    chapter: name,
    initiatives: initiatives.filter(({ key }) => key.startsWith(code)).length,
    milestones: milestones.filter(({ chapter }) => chapter === name).length,
  }));
  const known = seed.chapters.map(({ chapter, initiatives: some, milestones: many }) => ({
    ...{ chapter, initiatives: some, milestones: many },
  }));
  const statuses: Record<string, number> = {};
  for (const { statusRaw } of milestones) statuses[statusRaw] = (statuses[statusRaw] ?? 0) + 1;
  return [
    ...compare('goals', goals.length, 3),
    ...compare('chapters', counted, known),
    ...compare('initiatives and milestones', [initiatives.length, milestones.length], [27, 106]),
    ...compare('statuses', [Object.keys(statuses).length, statuses], [24, seed.distinct_status_raw]),
    ...compare(
      'on track past their month',
      milestones.filter(isLateOnTrack).map(({ line }) => line),
      contradictory,
    ),
  ];
}

/**
 * Reads the founding report, which stands beside the data folder, and compares it: the counts and the rows of the seed
 * field by field, all rows with the golden file of this repository, and the raw lines with the bytes. A sample is a row.
 */
export function run(folder: string): Promise<Conformance> {
  const report = join(folder, '../../../plan/report-2006.txt');
  const missing = [report, join(folder, file)].filter((path) => !existsSync(path));
  if (missing.length > 0) return Promise.resolve({ found: 0, passed: 0, failures: [`${missing.join()} is missing`] });
  const bytes = readFileSync(report);
  const seed: Seed = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const reading = readReport(bytes);
  const byLine = new Map(reading.milestones.map((one) => [one.line, one]));
  const rows = golden.rows.flatMap((known) => {
    const read = byLine.get(known.line);
    const given = seed.rows.find(({ line }) => line === known.line);
    const row = read && goldenRow(read, reading.lines[known.line - 1] ?? '');
    const failures = [
      ...compare(`line ${known.line}`, row, plain(known)),
      ...(given === undefined ? [] : compare(`seed line ${known.line}`, read && inSeedWords(read), withCanada(given))),
    ];
    return failures.length === 0 ? [] : [failures.join('; ')];
  });
  const whole = [
    ...compareCounts(reading, seed),
    ...compareNumbers(reading),
    ...compare('bytes', Buffer.from(reading.lines.join('\n')).equals(bytes), true),
    ...unlikeReport(reading),
    ...compare('rows given', [seed.rows.length, golden.rows.length], [39, 106]),
    ...reading.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${code} at ${at?.segment}`),
  ];
  return Promise.resolve({ found: 106, passed: 106 - rows.length, failures: [...rows, ...whole] });
}
