import { link, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#kernel';
import { ledgerFindings } from '#ledger';
import { codeOf } from '../fault.ts';

/** Held while a store is open. */
export interface Lock {
  release(): Promise<void>;
}

/** Who holds a lock: a pid alone may have been given to another process since, its start time has not. */
const holderSchema = z.object({ pid: z.int(), started: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** When a process started, as the kernel counts it, with the boot that it belongs to; empty where there is no such process. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    // Field 3 of stat(5) is the state; a zombie holds no file any more. Field 22 is the start time.
    return fields[0] === 'Z'
      ? ''
      : `${fields[19]}@${(await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()}`;
  } catch {
    return '';
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function lives(holder: Holder): Promise<boolean> {
  const proc = (await startOf(process.pid)) !== '';
  return proc ? (await startOf(holder.pid)) === holder.started : answers(holder.pid);
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** True when a new name for `temporary` could be made; the name appears with its content or not at all. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock of a directory, which stands beside it: `<directory>.lock.<n>`. A live holder refuses (LED-0201). The
 * lock of a dead one is passed over by making the next number, which only one can; so nobody ever removes a lock that
 * another has just taken, and nobody has to tidy up after a crash.
 */
export async function takeLock(directory: string): Promise<Result<Lock>> {
  const whole = resolve(directory);
  const prefix = `${basename(whole)}.lock.`;
  const path = (number: number): string => join(dirname(whole), `${prefix}${number}`);
  const temporary = join(
    dirname(whole),
    `${basename(whole)}.lock-${process.pid}-${Math.random().toString(36).slice(2)}`,
  );
  await writeFile(temporary, JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }), { flag: 'wx' });
  const numbers = async (): Promise<number[]> =>
    (await readdir(dirname(whole)))
      .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
      .map((name) => Number(name.slice(prefix.length)))
      .sort((a, b) => a - b);
  const living = async (but?: number): Promise<Holder | undefined> => {
    for (const number of await numbers()) {
      const holder = number === but ? undefined : await holderOf(path(number));
      if (holder !== undefined && (await lives(holder))) return holder;
    }
    return undefined;
  };
  const refused = ({ pid }: Holder): Result<Lock> =>
    err(ledgerFindings.find('LED-0201', { directory: whole, pid: String(pid) }));
  try {
    for (;;) {
      const holder = await living();
      if (holder !== undefined) return refused(holder);
      const stale = await numbers();
      const mine = (stale.at(-1) ?? 0) + 1;
      if (!(await claim(temporary, path(mine)))) continue;
      // Another may have started from an emptier list than ours: look again now that ours can be seen.
      const other = await living(mine);
      if (other !== undefined) {
        await unlink(path(mine));
        return refused(other);
      }
      for (const number of stale) await unlink(path(number)).catch(() => undefined);
      return ok({ release: () => unlink(path(mine)) });
    }
  } finally {
    await unlink(temporary);
  }
}
