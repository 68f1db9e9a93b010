import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import fc from 'fast-check';
import { Modules } from './modules.ts';
import { type Hits, passes, type Switchboard } from './trial.ts';

/** The mutants of a file, one after the other, as the parent asks. It is told of each, and ends what hangs. */

export interface Work {
  readonly path: string;
  readonly tests: readonly string[];
  /** Mutants that are done already. */
  readonly done: readonly string[];
}
export type Status = 'noticed' | 'survived' | 'untested';
export type Message =
  | { readonly kind: 'finished'; readonly broken: readonly string[] }
  | { readonly kind: 'begin'; readonly mutant: Mutant; readonly milliseconds: number }
  | { readonly kind: 'end'; readonly mutant: Mutant; readonly status: Status };
export interface Mutant {
  readonly id: string;
  /** Where it is and what it does, for a person. */
  readonly text: string;
}

/** How often a mutant may be passed, of how often its code was passed before: a loop without end is cut short here. */
const patience = 100;
/** Few runs of a property find what is worth finding, and always the same ones: a score that comes by luck goes by luck. */
fc.configureGlobal({ numRuns: 25, seed: 1, endOnFailure: true });

const tell = (message: Message): void => {
  process.send?.(message);
};
const quiet = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };

async function instrument(path: string): Promise<{ readonly code: string; readonly mutants: readonly Mutant[] }> {
  const source = readFileSync(path, 'utf8');
  const { files, mutants } = await new Instrumenter(quiet as never).instrument(
    [{ name: path, mutate: true, content: source }],
    { plugins: null, ignorers: [], excludedMutations: [] },
  );
  const lines = source.split('\n');
  return {
    code: files[0]?.content ?? '',
    mutants: mutants.map(({ id, location, mutatorName, replacement }) => ({
      id,
      text: `${path}:${location.start.line + 1}:${location.start.column + 1} ${mutatorName}: ${(lines[location.start.line] ?? '').trim()}  =>  ${replacement}`,
    })),
  };
}

/** What the tests pass when no mutant is on. */
interface Baseline {
  readonly files: readonly TestFile[];
  readonly perTest: Readonly<Record<string, Hits>>;
}
interface TestFile {
  readonly path: string;
  readonly milliseconds: number;
  /** Which mutants are passed while it is loaded: all its tests may notice them. */
  readonly loads: Hits;
}

const board: Switchboard = {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: undefined,
  hitLimit: undefined,
  mutantCoverage: { static: {}, perTest: {} },
};
Object.assign(globalThis, { __stryker__: board });

/** The quickest tests come first. Tests that fail as the code is written notice nothing. */
async function baseline(modules: Modules, tests: readonly string[]): Promise<Baseline & { broken: readonly string[] }> {
  const files: TestFile[] = [];
  const broken: string[] = [];
  Object.assign(board, { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } });
  for (const path of tests) {
    const loads: Hits = {};
    board.mutantCoverage.static = loads;
    const started = performance.now();
    const passed = await passes(modules, path, board, () => true);
    if (passed) files.push({ path, milliseconds: performance.now() - started, loads: { ...loads } });
    else broken.push(path);
  }
  files.sort((a, b) => a.milliseconds - b.milliseconds);
  return { files, broken, perTest: structuredClone(board.mutantCoverage.perTest) };
}

async function tryMutant(modules: Modules, mutant: Mutant, { files, perTest }: Baseline): Promise<Status> {
  const { id } = mutant;
  const covering = new Set(Object.keys(perTest).filter((test) => perTest[test]?.[id] !== undefined));
  const wanted = files.filter(
    (file) => file.loads[id] !== undefined || [...covering].some((test) => test.startsWith(`${file.path} > `)),
  );
  const hits = [...files.map((file) => file.loads), ...Object.values(perTest)].map((one) => one[id] ?? 0);
  const hitLimit = hits.reduce((sum, one) => sum + one, 0) * patience;
  Object.assign(board, { activeMutant: id, hitCount: 0, hitLimit });
  for (const file of wanted) {
    tell({ kind: 'begin', mutant, milliseconds: 5_000 + 10 * file.milliseconds });
    const any = file.loads[id] !== undefined;
    const passed = await passes(modules, file.path, board, (test) => any || covering.has(test));
    if (!passed || (board.hitCount ?? 0) > hitLimit) return 'noticed';
  }
  return wanted.length === 0 ? 'untested' : 'survived';
}

async function work({ path, tests, done }: Work): Promise<void> {
  const { code, mutants } = await instrument(path);
  const modules = new Modules(path, code);
  const reaching = tests.filter((test) => modules.reaches(test));
  for (const test of reaching) await modules.prepare(test);
  const { broken, ...known } = await baseline(modules, reaching);
  for (const mutant of mutants.filter(({ id }) => !done.includes(id))) {
    tell({ kind: 'end', mutant, status: await tryMutant(modules, mutant, known) });
  }
  tell({ kind: 'finished', broken });
}

// What a mutant leaves behind is not what a test noticed.
process.on('unhandledRejection', () => undefined);
process.on(
  'message',
  (message) =>
    void work(message as Work).catch((failed: unknown) => {
      process.stderr.write(`${failed}\n`);
      process.exit(1);
    }),
);
