import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { commit } from './machine.ts';
import { markdown } from './table.ts';
import { type Slice, type Task, tasks } from './torture-tasks.ts';

const root = resolve(import.meta.dirname, '..');
const stateFile = resolve(root, '.tmp/torture.json');
const page = resolve(root, 'docs/reference/torture.md');

/** How far each task has come. Slices that failed are counted and kept by name, and are not tried again by themselves. */
const stateSchema = z.record(
  z.string(),
  z.object({
    done: z.number(),
    failed: z.array(z.string()),
    seconds: z.number(),
    date: z.string(),
    commit: z.string(),
    note: z.string(),
  }),
);
type State = z.infer<typeof stateSchema>;

const load = (): State => (existsSync(stateFile) ? stateSchema.parse(JSON.parse(readFileSync(stateFile, 'utf8'))) : {});

function keep(state: State): void {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, `${JSON.stringify(state, null, 2)}\n`);
  const rows = tasks.map((task): readonly string[] => {
    const one = state[task.name];
    const whole = `${task.slices} x ${task.slice}`;
    if (one === undefined) return [task.what, whole, '0', '', '', ''];
    const failed = one.failed.length === 0 ? 'none' : `**${one.failed.join('; ')}**`;
    return [task.what, whole, String(one.done), failed, one.note, `${one.date}, ${one.commit}`];
  });
  const text = [
    '# Torture',
    '',
    'Written by `npm run bench -- torture`: the full counts of what the CI tries in part. It runs in slices and goes on',
    'where it stopped; `torture --again` begins anew, `torture NAME...` runs some.',
    '',
    markdown(['what', 'slices', 'done', 'failed', 'result', 'last run'], rows),
    '',
  ];
  writeFileSync(page, text.join('\n'));
}

interface Ran {
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

function runSlice(slice: Slice): Ran {
  const began = performance.now();
  const ran = spawnSync(process.execPath, [...slice.program], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...slice.environment, NO_COLOR: '1' },
    maxBuffer: 1 << 28,
    timeout: slice.minutes * 60_000,
  });
  const output = `${ran.stdout}\n${ran.stderr}`;
  return { ok: ran.status === 0, seconds: (performance.now() - began) / 1000, output };
}

function carryOn(task: Task, state: State): void {
  for (let number = state[task.name]?.done ?? 0; number < task.slices; number += 1) {
    const slice = task.sliceOf(number);
    process.stdout.write(`${task.name} ${number + 1} of ${task.slices} (${slice.name}) `);
    const ran = runSlice(slice);
    const before = state[task.name];
    state[task.name] = {
      done: number + 1,
      failed: [...(before?.failed ?? []), ...(ran.ok ? [] : [slice.name])],
      seconds: (before?.seconds ?? 0) + ran.seconds,
      date: new Date().toISOString().slice(0, 10),
      commit: commit(),
      note: task.note(slice, before?.note ?? ''),
    };
    keep(state);
    process.stdout.write(`${ran.ok ? 'ok' : 'FAILED'} in ${Math.round(ran.seconds)} s\n`);
    if (ran.ok) continue;
    process.stdout.write(`${ran.output.slice(-4000)}\n`);
    process.exitCode = 1;
  }
}

/** Runs what is left of the full counts; interrupted, it goes on at the slice that it was in. */
export function torture(asked: readonly string[]): void {
  const again = asked.includes('--again');
  const names = asked.filter((name) => name !== '--again');
  const unknown = names.find((name) => tasks.every((task) => task.name !== name));
  if (unknown !== undefined) {
    process.stdout.write(`there is ${tasks.map((task) => task.name).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const chosen = tasks.filter((task) => names.length === 0 || names.includes(task.name));
  const state = load();
  if (again) for (const task of chosen) delete state[task.name];
  keep(state);
  for (const task of chosen) carryOn(task, state);
}
