import type { NodeMetrics } from '#adapters/metrics';
import type { Alarm, Cipher, Clock, Envelope, Hash, Random, Signer } from '#kernel';
import type { Store } from '#ledger';

/** Every door of a node to the world. The demonstration, the tests and the simulator hand in their own. */
export interface NodePorts {
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: Random;
  readonly hash: Hash;
  readonly cipher: Cipher;
  readonly envelope: Envelope;
  readonly signer: Signer;
  readonly store: Store;
  /** Secret of the node with which natural keys are hashed; 32 bytes, kept beside the keys. */
  readonly aliasSecret: Uint8Array;
  /** Sends bytes to a partner and resolves when he has them durably; rejects or resolves false when he has not. */
  readonly send: (country: string, bytes: Uint8Array) => Promise<boolean>;
  readonly log: Log;
  /** Hears what is measured; without it nothing is. */
  readonly meter?: NodeMetrics;
  /** Where views are kept between starts; without it a start folds everything anew. */
  readonly snapshots?: SnapshotShelf;
}

/** Sections of bytes under a name, whole or not at all, on stable storage once written. */
export interface SnapshotShelf {
  /** The sections in their order; none where nothing was written. */
  read(name: string): AsyncIterable<Uint8Array>;
  write(name: string, sections: AsyncIterable<Uint8Array>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Structured log: one line an event, never personal data. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** A log that says nothing, for tests and the command line. */
export const silentLog: Log = { info: () => {}, warn: () => {} };
