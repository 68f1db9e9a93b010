import { spawn } from 'node:child_process';

/** A step of a longer run: a program of its own, or a function of this one that returns what is wrong, a line each. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<Done>;
}
export interface Done {
  readonly ok: boolean;
  readonly output: string;
}

/** A step that is a program; its output is shown when it fails. */
export const program = (name: string, command: string, args: readonly string[]): Step => ({
  name,
  run: () =>
    new Promise((resolve) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      const take = (piece: Buffer): void => {
        output += piece.toString();
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.on('error', (failed) => resolve({ ok: false, output: failed.message }));
      child.on('close', (code) => resolve({ ok: code === 0, output }));
    }),
});

/** A step that is a function: no line, no fault. */
export const lines = (name: string, find: () => Promise<readonly string[]>): Step => ({
  name,
  run: async () => {
    const found = await find();
    return { ok: found.length === 0, output: found.join('\n') };
  },
});

/** Runs the steps, at most `width` at a time; prints each with its time, and what failed at the end. Returns the names that failed. */
export async function runSteps(steps: readonly Step[], width: number): Promise<readonly string[]> {
  const waiting = [...steps];
  const failed: { readonly name: string; readonly output: string }[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { name } = step;
      const started = performance.now();
      const { ok, output } = await step.run();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(32)} ${seconds.padStart(6)} s\n`);
      if (!ok) failed.push({ name, output });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  for (const { name, output } of failed) process.stdout.write(`\n--- ${name}\n${output.trimEnd()}\n`);
  return failed.map((one) => one.name);
}
