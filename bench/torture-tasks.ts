import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { rooms } from '../tools/rooms.ts';

/** One piece of a long task: a program of its own. */
export interface Slice {
  readonly name: string;
  /** Arguments of node. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** After so many minutes it hangs, and has failed. */
  readonly minutes: number;
}

/** A full count, and how it is cut. */
export interface Task {
  readonly name: string;
  readonly what: string;
  readonly slices: number;
  /** What one slice is, as the table says it. */
  readonly slice: string;
  sliceOf(number: number): Slice;
  /** What the table says of the result, after a slice and what stood there before. */
  note(slice: Slice, before: string): string;
}

const vitest = (project: string, ...rest: readonly string[]): readonly string[] => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  project,
  ...rest,
];
const silent = (): string => '';

const fuzz: Task = {
  ...{
    name: 'fuzz',
    what: 'mutated messages of every format, and HTTP requests',
    slices: 10,
    slice: '100,000 of each',
  },
  sliceOf: (number) => ({
    name: `seed + ${number}`,
    program: vitest('fuzz'),
    environment: { TRIPOINT_FUZZ: '100000', TRIPOINT_FUZZ_SLICE: String(number) },
    minutes: 60,
  }),
  note: silent,
};

const kill: Task = {
  ...{ name: 'kill', what: 'kill -9 under load: store, node, watched folder', slices: 10, slice: '20 of each' },
  sliceOf: (number) => ({
    name: `kills ${number * 20 + 1} to ${number * 20 + 20}`,
    program: vitest('kill'),
    environment: { TRIPOINT_KILLS: '20' },
    minutes: 30,
  }),
  note: silent,
};

const seedsASlice = 500;
const simulation: Task = {
  ...{ name: 'simulation', what: 'crash, torn write, lost bytes; partners that fail', slices: 20, slice: '500 seeds' },
  sliceOf: (number) => ({
    name: `seeds from ${number * seedsASlice + 1}`,
    program: vitest('simulation'),
    environment: { TRIPOINT_SEED: String(number * seedsASlice + 1), TRIPOINT_SEEDS: String(seedsASlice) },
    minutes: 60,
  }),
  note: silent,
};

/** Pure rooms, whole. */
const mutated = rooms.filter(({ pure, folder }) => pure && execFileSync('git', ['ls-files', folder]).length > 0);

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** The mutation score of the last run: killed and timed out, of those that could have been. */
function score(): string {
  const path = resolve(import.meta.dirname, '../.tmp/mutation.json');
  if (!existsSync(path)) return '?';
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const found = all.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const missed = all.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  return `${((100 * found) / Math.max(1, found + missed)).toFixed(1)} %`;
}

const mutation: Task = {
  ...{ name: 'mutation', what: 'mutation of pure rooms', slices: mutated.length, slice: 'one room' },
  sliceOf: (number) => ({
    name: mutated[number]?.name ?? '',
    program: ['--import', 'tsx', 'tools/mutate.ts', mutated[number]?.folder ?? ''],
    environment: {},
    minutes: 240,
  }),
  note: ({ name }, before) => [...(before === '' ? [] : [before]), `${name} ${score()}`].join(', '),
};

/** All full counts, the quickest first. */
export const tasks: readonly Task[] = [fuzz, kill, simulation, mutation];
