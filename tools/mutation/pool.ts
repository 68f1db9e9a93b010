import { type ChildProcess, fork } from 'node:child_process';
import type { Message, Status, Work } from './child.ts';

/** What became of a mutant. */
export interface Outcome {
  /** `hung`: its process had to be ended, or died of it. */
  readonly status: Status | 'hung';
  readonly text: string;
}
export interface FileOutcome {
  readonly path: string;
  readonly outcomes: readonly Outcome[];
  /** Tests that fail without any mutant. */
  readonly broken: readonly string[];
}

/** A process that tries mutants; one that hangs is ended, and the next process goes on after that mutant. */
class Trier {
  #child: ChildProcess | undefined;

  async file(path: string, tests: readonly string[]): Promise<FileOutcome> {
    const outcomes = new Map<string, Outcome>();
    let broken: readonly string[] | undefined;
    while (broken === undefined) broken = await this.#some({ path, tests, done: [...outcomes.keys()] }, outcomes);
    return { path, outcomes: [...outcomes.values()], broken };
  }

  /** Until the file is done, or a mutant hung; then undefined. */
  #some(work: Work, outcomes: Map<string, Outcome>): Promise<readonly string[] | undefined> {
    this.#child ??= fork(new URL('child.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    const child = this.#child;
    return new Promise((resolve, reject) => {
      let clock: NodeJS.Timeout | undefined;
      let current: string | undefined;
      const end = (broken?: readonly string[]): void => {
        clearTimeout(clock);
        child.removeAllListeners();
        resolve(broken);
      };
      child.on('exit', (code) => {
        this.#child = undefined;
        clearTimeout(clock);
        if (current === undefined) reject(new Error(`${work.path}: the tests ended the process (${code})`));
        else end();
      });
      child.on('message', (message: Message) => {
        clearTimeout(clock);
        if (message.kind === 'finished') return end(message.broken);
        const { id, text } = message.mutant;
        if (message.kind === 'end') {
          outcomes.set(id, { status: message.status, text });
          return;
        }
        current = id;
        // Whatever ends the process, the mutant did it.
        outcomes.set(id, { status: 'hung', text });
        clock = setTimeout(() => child.kill('SIGKILL'), message.milliseconds);
      });
      child.send(work);
    });
  }

  close(): void {
    this.#child?.kill();
  }
}

/** Tries the mutants of the files, `width` files at a time, as long as `goOn`. */
export async function tryFiles(
  files: readonly { readonly path: string; readonly tests: readonly string[] }[],
  width: number,
  take: (outcome: FileOutcome) => void,
  goOn: () => boolean,
): Promise<void> {
  const waiting = [...files];
  const worker = async (): Promise<void> => {
    const trier = new Trier();
    for (let file = waiting.shift(); file !== undefined && goOn(); file = waiting.shift()) {
      take(await trier.file(file.path, file.tests));
    }
    trier.close();
  };
  await Promise.all(Array.from({ length: width }, worker));
}
