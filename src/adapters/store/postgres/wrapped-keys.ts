import type { Sql, TransactionSql } from 'postgres';
import { type KeyId, type Random, toHex } from '#kernel';
import { type DataKey, keyIdAt, ledgerFindings, putHex } from '#ledger';
import { createAesGcm } from '../../crypto/index.ts';
import { StoreFault } from '../fault.ts';
import { buckets, type EpochFile } from './epoch-file.ts';

/** The bucket of a key: the first byte of its id. */
export const bucketOf = (id: KeyId): number => Number.parseInt(id.slice(0, 2), 16) % buckets;

const nonceLength = 12;

/** An epoch and its key. */
interface Epoch {
  readonly number: number;
  readonly key: Uint8Array;
}

/** A data key as its row holds it. */
export interface WrappedKey {
  readonly id: string;
  readonly bucket: number;
  readonly wrapped: string;
}

/** Data keys in the database, wrapped by epoch keys outside of it. */
export class WrappedKeys {
  readonly #sql: Sql;
  readonly #epochs: EpochFile;
  readonly #random: Random;
  readonly #cipher = createAesGcm();

  constructor(sql: Sql, epochs: EpochFile, random: Random) {
    this.#sql = sql;
    this.#epochs = epochs;
    this.#random = random;
  }

  #wrap({ id, secret, salt }: DataKey, epoch: Epoch): Uint8Array {
    const nonce = this.#random.bytes(nonceLength);
    const plain = new Uint8Array(64);
    plain.set(secret);
    plain.set(salt, 32);
    const sealed = this.#cipher.seal(epoch.key, nonce, plain, idBytes(id));
    return Buffer.concat([nonce, sealed]);
  }

  #unwrap(id: KeyId, wrapped: Uint8Array, epoch: Epoch): DataKey {
    const nonce = wrapped.subarray(0, nonceLength);
    const plain = this.#cipher.open(epoch.key, nonce, wrapped.subarray(nonceLength), idBytes(id));
    if (plain === undefined) throw unreadable(bucketOf(id));
    return { id, secret: plain.slice(0, 32), salt: plain.slice(32) };
  }

  /** The epoch of each bucket, which stays as it is until the transaction ends. */
  async #epochsOf(tx: TransactionSql, wanted: readonly number[]): Promise<ReadonlyMap<number, Epoch>> {
    const rows = await tx<{ bucket: number; number: number }[]>`
      select bucket, number from tripoint.epoch where bucket = any(${[...wanted]}::int[]) order by bucket for share`;
    const epochs = new Map<number, Epoch>();
    for (const { bucket, number } of rows) {
      epochs.set(bucket, await this.#epoch(bucket, number));
    }
    return epochs;
  }

  async #epoch(bucket: number, number: number): Promise<Epoch> {
    const key = await this.#epochs.key(bucket, number);
    if (key === undefined) throw unreadable(bucket);
    return { number, key };
  }

  /** Makes the first epoch of each bucket of a new database. */
  async begin(): Promise<void> {
    await this.#sql.begin(async (tx) => {
      const rows = await tx<{ bucket: number; number: number }[]>`
        select bucket, number from tripoint.epoch order by bucket for update`;
      for (const { bucket, number } of rows) {
        if (number === 0) await this.#epochs.make(bucket, 1);
        // What a crash left: the key of an epoch that was not committed, or of one that had been replaced.
        else await this.#epochs.destroy(bucket, number - 1);
      }
      await tx`update tripoint.epoch set number = 1 where number = 0`;
    });
  }

  /** The rows of new keys. */
  async wrapAll(tx: TransactionSql, keys: readonly DataKey[]): Promise<readonly WrappedKey[]> {
    if (keys.length === 0) return [];
    const epochs = await this.#epochsOf(tx, [...new Set(keys.map((key) => bucketOf(key.id)))]);
    return keys.map((key) => {
      const bucket = bucketOf(key.id);
      const epoch = epochs.get(bucket);
      if (epoch === undefined) throw unreadable(bucket);
      return { id: key.id, bucket, wrapped: toHex(this.#wrap(key, epoch)) };
    });
  }

  async get(id: KeyId): Promise<DataKey | undefined> {
    // The epoch may be replaced between the reading of the row and that of the file: then both are read again.
    for (let attempt = 0; ; attempt += 1) {
      const [row] = await this.#sql<{ wrapped: Uint8Array | null; number: number }[]>`
        select wrapped, number from tripoint.data_key join tripoint.epoch using (bucket)
        where id = ${idBytes(id)}`;
      if (row === undefined || row.wrapped === null) return undefined;
      const key = await this.#epochs.key(bucketOf(id), row.number);
      if (key !== undefined) return this.#unwrap(id, row.wrapped, { number: row.number, key });
      if (attempt >= 3) throw unreadable(bucketOf(id));
    }
  }

  /** New epoch key, re-wrap the living, commit, destroy the old epoch's key; bucket by bucket. */
  async forget(ids: readonly KeyId[]): Promise<void> {
    const byBucket = new Map<number, KeyId[]>();
    for (const id of ids) byBucket.set(bucketOf(id), [...(byBucket.get(bucketOf(id)) ?? []), id]);
    for (const [bucket, some] of byBucket) {
      await this.#sql.begin((tx) => this.#forgetIn(tx, bucket, some));
      // Under the row's lock: nobody else may be making the next epoch's key in the same slot right now.
      await this.#sql.begin(async (tx) => {
        const [row] = await tx<{ number: number }[]>`
          select number from tripoint.epoch where bucket = ${bucket} for update`;
        if (row !== undefined) await this.#epochs.destroy(bucket, row.number - 1);
      });
    }
  }

  async #forgetIn(tx: TransactionSql, bucket: number, ids: readonly KeyId[]): Promise<void> {
    const [row] = await tx<{ number: number }[]>`
      select number from tripoint.epoch where bucket = ${bucket} for update`;
    const forgotten = await tx`
      update tripoint.data_key set wrapped = null
      where wrapped is not null and id in (select decode(id, 'hex') from unnest(${[...ids]}::text[]) id)`;
    if (row === undefined || forgotten.count === 0) return;
    const old = await this.#epoch(bucket, row.number);
    const next = { number: row.number + 1, key: await this.#epochs.make(bucket, row.number + 1) };
    const living = await tx<{ id: Uint8Array; wrapped: Uint8Array }[]>`
      select id, wrapped from tripoint.data_key where bucket = ${bucket} and wrapped is not null`;
    const wraps = living.map((one) => {
      const id = keyIdAt(one.id, 0);
      return { id, wrapped: toHex(this.#wrap(this.#unwrap(id, one.wrapped, old), next)) };
    });
    const rewrapped: string[] = wraps.map((one) => one.id);
    await tx`
      update tripoint.data_key set wrapped = decode(fresh.wrapped, 'hex')
      from unnest(${rewrapped}::text[], ${wraps.map((one) => one.wrapped)}::text[])
        fresh (id, wrapped)
      where data_key.id = decode(fresh.id, 'hex')`;
    await tx`update tripoint.epoch set number = ${next.number} where bucket = ${bucket}`;
  }

  close(): Promise<void> {
    return this.#epochs.close();
  }
}

const idBytes = (id: KeyId): Uint8Array => {
  const bytes = Buffer.alloc(16);
  putHex(bytes, 0, id);
  return bytes;
};

/** The file of epochs is not the one that this database was used with, or has rotted. */
const unreadable = (bucket: number): StoreFault =>
  new StoreFault(ledgerFindings.find('LED-0202', { file: 'epochs', offset: bucket * 256 }));
