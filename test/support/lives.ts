import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Network } from '#node';
import { type Lasting, lastingNetwork } from './lasting-network.ts';

/** The lives of one network, test by test: each test has a folder of its own, and what is open at its end is closed. */
export class Lives {
  folder = '';
  /** The network that is open now. */
  open: Network | undefined;

  /** Begins another life in the same folder; the one before has ended, by `end` or as its process died. */
  async begin(options: Partial<Lasting> = {}): Promise<Network> {
    this.open = await lastingNetwork({ folder: this.folder, ...options });
    return this.open;
  }

  async end(): Promise<void> {
    await this.open?.close();
    this.open = undefined;
  }
}

/** Lives for the tests of a file, whose folders bear its name. */
export function livesOf(name: string): Lives {
  const lives = new Lives();
  beforeEach(async () => {
    lives.folder = await mkdtemp(join(tmpdir(), `tripoint-${name}-`));
  });
  afterEach(async () => {
    await lives.end();
    await rm(lives.folder, { recursive: true });
  });
  return lives;
}
