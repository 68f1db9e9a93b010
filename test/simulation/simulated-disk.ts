import type { Disk, DiskFile } from '#adapters';

/** Numbers from 0 up to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Change = { readonly at: number; readonly bytes: Uint8Array } | { readonly size: number };

function applied(content: Uint8Array, change: Change): Uint8Array {
  // Copied each time, since what was synced must stay as it was; the files of a simulation are small.
  if ('size' in change) {
    const cut = new Uint8Array(change.size);
    cut.set(content.subarray(0, change.size));
    return cut;
  }
  const longer = new Uint8Array(Math.max(content.length, change.at + change.bytes.length));
  longer.set(content);
  longer.set(change.bytes, change.at);
  return longer;
}

/** What a file holds, what of it is on stable storage, and what was done that no sync has made so. */
class Inode {
  content: Uint8Array = new Uint8Array(0);
  stable: Uint8Array = new Uint8Array(0);
  changes: Change[] = [];
  /** Changes that have become stable, of all that there ever were. */
  #settled = 0;

  change(change: Change): void {
    this.content = applied(this.content, change);
    this.changes.push(change);
  }

  /** How many changes there have been: what a sync that begins now will make stable. */
  get changed(): number {
    return this.#settled + this.changes.length;
  }

  /** Makes the changes up to one stable. Syncs overlap, and the one that began first may end last. */
  sync(changed = this.changed): void {
    const count = Math.max(0, changed - this.#settled);
    for (const change of this.changes.splice(0, count)) this.stable = applied(this.stable, change);
    this.#settled += count;
  }
}

export interface Faults {
  /** After so many operations the power fails; nothing is ever heard of the ones under way. */
  readonly crashAfter: number;
  /** The operation that fails with an error, once. */
  readonly failAt?: number;
  /** At rest no operation takes time: for what is only compared. */
  readonly atRest?: boolean;
}

const sector = 512;

/**
 * A disk that keeps only what was synced. At a crash each change that was not synced is kept, lost, or torn: cut at any
 * byte, or kept in some sectors and lost in others, in any order; names made or changed since the directory was synced
 * are lost from some point on.
 */
export class SimulatedDisk implements Disk {
  readonly #random: () => number;
  readonly #faults: Faults;
  #names: Map<string, Inode>;
  #stableNames: Map<string, Inode>;
  #nameChanges: Map<string, Inode>[] = [];
  #operations = 0;
  #crashed: (() => void) | undefined;
  /** Resolves when the power has failed. */
  readonly crash: Promise<void>;

  constructor(random: () => number, faults: Faults, names: Map<string, Inode> = new Map()) {
    this.#random = random;
    this.#faults = faults;
    this.#names = new Map(names);
    this.#stableNames = new Map(names);
    this.crash = new Promise((resolve) => {
      this.#crashed = resolve;
    });
  }

  get operations(): number {
    return this.#operations;
  }

  /** An operation takes a while; after the crash it never ends. */
  async #operation(): Promise<void> {
    if (this.#faults.atRest) return;
    this.#operations += 1;
    const mine = this.#operations;
    if (mine > this.#faults.crashAfter) {
      this.#crashed?.();
      await new Promise(() => {});
    }
    for (let turns = Math.floor(this.#random() * 3); turns > 0; turns -= 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#operations > this.#faults.crashAfter) await new Promise(() => {});
    if (mine === this.#faults.failAt) throw new Error('EIO: simulated');
  }

  async names(): Promise<readonly string[]> {
    await this.#operation();
    return [...this.#names.keys()];
  }

  async open(name: string): Promise<DiskFile> {
    await this.#operation();
    let inode = this.#names.get(name);
    if (inode === undefined) {
      inode = new Inode();
      this.#rename((names) => names.set(name, inode as Inode));
    }
    return this.#file(inode);
  }

  #rename(change: (names: Map<string, Inode>) => void): void {
    this.#names = new Map(this.#names);
    change(this.#names);
    this.#nameChanges.push(this.#names);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#operation();
    const inode = this.#names.get(from);
    if (inode === undefined) throw new Error(`ENOENT: ${from}`);
    this.#rename((names) => {
      names.delete(from);
      names.set(to, inode);
    });
  }

  async remove(name: string): Promise<void> {
    await this.#operation();
    this.#rename((names) => names.delete(name));
  }

  async sync(): Promise<void> {
    const synced = this.#names;
    await this.#operation();
    const at = this.#nameChanges.indexOf(synced);
    // Another sync that began later has already ended: what is stable stays so.
    if (at < 0) return;
    this.#stableNames = synced;
    this.#nameChanges = this.#nameChanges.slice(at + 1);
  }

  #file(inode: Inode): DiskFile {
    return {
      size: async () => {
        await this.#operation();
        return inode.content.length;
      },
      read: async (into, at) => {
        await this.#operation();
        const found = inode.content.subarray(at, at + into.length);
        into.set(found);
        return found.length;
      },
      write: async (bytes, at) => {
        // The bytes are taken over at once: what the caller does with its buffer later is its own affair.
        inode.change({ at, bytes: bytes.slice() });
        await this.#operation();
      },
      writeThrough: async (bytes, at) => {
        inode.change({ at, bytes: bytes.slice() });
        const { changed } = inode;
        await this.#operation();
        inode.sync(changed);
      },
      truncate: async (size) => {
        inode.change({ size });
        await this.#operation();
      },
      sync: async () => {
        const { changed } = inode;
        await this.#operation();
        inode.sync(changed);
      },
      close: async () => {
        await this.#operation();
      },
    };
  }

  /** What the next start finds. */
  afterCrash(faults: Faults): SimulatedDisk {
    const names = new Map(this.#pick([this.#stableNames, ...this.#nameChanges]));
    const survivors = new Map<Inode, Inode>();
    for (const [name, inode] of names) {
      const survivor = survivors.get(inode) ?? this.#survivor(inode);
      survivors.set(inode, survivor);
      names.set(name, survivor);
    }
    return new SimulatedDisk(this.#random, faults, names);
  }

  #pick<Value>(from: readonly Value[]): Value {
    return from[Math.floor(this.#random() * from.length)] as Value;
  }

  #survivor(inode: Inode): Inode {
    const survivor = new Inode();
    survivor.content = inode.stable;
    for (const change of inode.changes) {
      for (const kept of this.#torn(change)) survivor.content = applied(survivor.content, kept);
    }
    survivor.stable = survivor.content;
    return survivor;
  }

  /** What is left of one change that was not synced. */
  #torn(change: Change): Change[] {
    const fate = this.#random();
    if (fate < 0.25) return [];
    if (fate < 0.5 || 'size' in change) return [change];
    if (fate < 0.75) {
      return [{ at: change.at, bytes: change.bytes.subarray(0, Math.floor(this.#random() * change.bytes.length)) }];
    }
    const pieces: Change[] = [];
    for (let from = 0; from < change.bytes.length; ) {
      const end = Math.min(change.bytes.length, (Math.floor((change.at + from) / sector) + 1) * sector - change.at);
      if (this.#random() < 0.5) pieces.push({ at: change.at + from, bytes: change.bytes.subarray(from, end) });
      from = end;
    }
    return pieces;
  }

  /** Every byte that lies on stable storage or may still come there. */
  everything(): Uint8Array {
    const inodes = new Set([...this.#names.values(), ...this.#stableNames.values()]);
    return Buffer.concat([...inodes].flatMap((inode) => [inode.content, inode.stable]));
  }

  /** Changes one bit of what is stored. */
  rot(name: string, at: number, bit: number): void {
    const inode = this.#names.get(name);
    if (inode === undefined) throw new Error(`ENOENT: ${name}`);
    const content = inode.content.slice();
    content[at] = (content[at] ?? 0) ^ (1 << bit);
    inode.content = content;
    inode.stable = content;
  }

  contentOf(name: string): Uint8Array {
    return this.#names.get(name)?.content ?? new Uint8Array(0);
  }

  /** The same disk at rest, as a copy. */
  copy(): SimulatedDisk {
    const names = new Map<string, Inode>();
    for (const [name, inode] of this.#names) {
      const same = new Inode();
      same.content = inode.content;
      same.stable = inode.content;
      names.set(name, same);
    }
    return new SimulatedDisk(this.#random, { crashAfter: 0, atRest: true }, names);
  }
}
