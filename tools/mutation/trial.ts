import type { RunnerTask as Task, RunnerTestCase as Test } from 'vitest';
import { startTests } from 'vitest/internal/browser';
import type { Modules } from './modules.ts';

type Runner = Parameters<typeof startTests>[1];

/** What the instrumented code reads and writes: which mutant is on, and who passed which. */
export interface Switchboard {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
  mutantCoverage: { static: Hits; readonly perTest: Record<string, Hits> };
}
export type Hits = Record<string, number>;

const nameOf = (task: Task): string => (task.suite === undefined ? task.name : `${nameOf(task.suite)} > ${task.name}`);
/** The same test has the same name in every trial. */
const idOf = (test: Test): string => `${test.file.filepath} > ${nameOf(test)}`;
const testsOf = (tasks: readonly Task[]): readonly Test[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task.tasks) : [task]));

const config: Runner['config'] = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

/** Runs the tests of one file that are wanted, until one fails. Returns whether all passed. */
export async function passes(
  modules: Modules,
  path: string,
  board: Switchboard,
  wanted: (id: string) => boolean,
): Promise<boolean> {
  let failed = false;
  const runner: Runner = {
    config,
    importFile: (file) => modules.evaluate(file),
    onCollected: (files) => {
      for (const test of testsOf(files)) if (!wanted(idOf(test))) test.mode = 'skip';
    },
    onBeforeRunTask: (test) => {
      if (failed) test.mode = 'skip';
      board.currentTestId = test.mode === 'skip' ? undefined : idOf(test);
    },
    onAfterRunTask: (test) => {
      board.currentTestId = undefined;
      failed ||= test.result?.state === 'fail';
    },
  };
  const [file] = await startTests([path], runner);
  return !failed && file?.result?.state !== 'fail';
}
