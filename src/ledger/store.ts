import type { AggregateId, Instant, KeyId, Reality, Result } from '#kernel';

/** What stands in the clear of one entry: no personal data. At append an entry has no position; the sequencer gives it later. */
export interface EntryHeader {
  readonly aggregate: AggregateId;
  /** From 1, without gaps within the aggregate; a unique (aggregate, version) decides races. */
  readonly version: number;
  readonly at: Instant;
  readonly kind: string;
  readonly key: KeyId;
  /** Salted digest of the payload, 64 hexadecimal digits; the chain covers it, so that forgetting key and salt leaves every proof intact. */
  readonly commitment: string;
  readonly reality: Reality;
  /** On the first entry of an aggregate that has a natural key: its keyed hash, 64 hexadecimal digits. */
  readonly alias?: string;
}

export interface SealedEntry {
  readonly header: EntryHeader;
  /** Sealed under the key that the header names. */
  readonly payload: Uint8Array;
}

/** A data key with the salt of its commitments. Forgetting destroys both. */
export interface DataKey {
  readonly id: KeyId;
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
}

/** Entries that become durable together or not at all, with the keys that they brought. */
export interface Group {
  readonly entries: readonly SealedEntry[];
  readonly keys: readonly DataKey[];
}

/** An entry with its place in the one order of the node, and the chain up to it (64 hexadecimal digits). */
export interface SequencedEntry {
  readonly position: number;
  readonly chain: string;
  readonly entry: SealedEntry;
}

/** The end of the sequence: how many entries, the chain over them, the Merkle root (RFC 6962) over them. */
export interface Head {
  readonly size: number;
  readonly chain: string;
  readonly root: string;
}

/**
 * The port behind which entries are durable. Two adapters, one conformance suite. Nothing is acknowledged before it is
 * on stable storage. A lost race answers with the finding LED-0101 and appends nothing of the group.
 */
export interface Store {
  /** Resolves when the group is on stable storage. Many callers share one sync. */
  append(group: Group): Promise<Result<void>>;
  /** The last durable or pending version of an aggregate; 0 when there is none. */
  versionOf(aggregate: AggregateId): Promise<number>;
  /** Durable entries of one aggregate above `after`, in version order, sequenced or not. */
  read(aggregate: AggregateId, after?: number): Promise<readonly SealedEntry[]>;
  /** The aggregate of a natural key's hash, pending ones included. */
  find(alias: string): Promise<AggregateId | undefined>;
  /** Sequenced entries with a position above `after`, in order. */
  sequenced(after: number, limit: number): Promise<readonly SequencedEntry[]>;
  /** Calls back when positions were given, with the last one. Returns how to stop. */
  onSequenced(listener: (position: number) => void): () => void;
  head(): Promise<Head>;
  /** The key, or undefined when it was forgotten or never was. */
  key(id: KeyId): Promise<DataKey | undefined>;
  /** Destroys keys for good; resolves when the destruction is on stable storage. */
  forget(ids: readonly KeyId[]): Promise<void>;
  close(): Promise<void>;
}
