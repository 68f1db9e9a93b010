import { deserialize, serialize } from 'node:v8';
import { encodeUtf8, fromHex, type Instant, instant, invariant, type KeyId, keyId, toHex } from '#kernel';
import { newDataKey } from '#ledger';
import type { NodePorts } from './ports.ts';

/** A fold of the sequence as it stood after the entry at `position`. */
export interface Snapshot {
  readonly position: number;
  readonly state: unknown;
}

/** At least this many entries lie between two snapshots of a fold. */
const usualEvery = 20_000;
const idBytes = 16;
const nonceBytes = 12;

/**
 * Folds of the sequence, kept so that a start need not fold everything anew. Each is sealed under a key of the ledger
 * that is destroyed once a newer one stands. Whatever is wrong with one (lost, torn, of another program or another
 * ledger) it is not there, and the fold is made again.
 */
export class Snapshots {
  readonly #ports: NodePorts;
  /** What the shape of the states depends on; bound into the seal, so that another program finds none. */
  readonly #form: string;
  readonly #keys = new Map<string, KeyId>();

  /** Entries after which a fold is kept again, at least. */
  readonly every: number;

  constructor(ports: NodePorts, form: string, every = usualEvery) {
    this.#ports = ports;
    this.#form = form;
    this.every = every;
  }

  async read(name: string): Promise<Snapshot | undefined> {
    const bytes = await this.#ports.snapshots?.read(name);
    const id = keyId(toHex(bytes?.subarray(0, idBytes) ?? new Uint8Array()));
    if (bytes === undefined || id === undefined) return undefined;
    this.#keys.set(name, id);
    const key = await this.#ports.store.key(id);
    if (key === undefined) return undefined;
    const sealedAt = idBytes + nonceBytes;
    const nonce = bytes.subarray(idBytes, sealedAt);
    const plain = this.#ports.cipher.open(key.secret, nonce, bytes.subarray(sealedAt), this.#bound(name));
    return plain === undefined ? undefined : deserialize(plain);
  }

  /** Keeps a snapshot and returns its bytes' number. The key is durable before it, and the key before it is forgotten after it. */
  async write(name: string, snapshot: Snapshot): Promise<number> {
    const { random, cipher, store, snapshots } = this.#ports;
    const plain = serialize(snapshot);
    const key = newDataKey(random);
    const nonce = random.bytes(nonceBytes);
    const sealed = cipher.seal(key.secret, nonce, plain, this.#bound(name));
    const id = fromHex(key.id);
    invariant(id !== undefined, 'a key id is hexadecimal');
    const appended = await store.append({ entries: [], keys: [key] });
    if (!appended.ok) return plain.length;
    await snapshots?.write(name, Buffer.concat([id, nonce, sealed]));
    const before = this.#keys.get(name);
    this.#keys.set(name, key.id);
    if (before !== undefined) await store.forget([before]);
    return plain.length;
  }

  #bound(name: string): Uint8Array {
    return encodeUtf8(`${this.#form} ${name}`);
  }
}

/** A larger state is kept more rarely: serialising it holds everything else up. */
const bytesPerEntry = 500;
/** How long nothing may have come for a moment to be quiet. */
const quietMilliseconds = 1000;
/** So many times the entries after which one is due, it is made in any case. */
const patience = 10;

export interface Keeping {
  readonly name: string;
  readonly state: () => unknown;
}

/** Decides when a fold is kept: in a quiet second once enough has come, in any case when very much has, and at the end. */
export class SnapshotKeeper {
  readonly #ports: NodePorts;
  readonly #snapshots: Snapshots;
  readonly #keeping: Keeping;
  #kept: number;
  #position: number;
  #due: number;
  #callOff: () => void = () => {};
  #writing: Promise<void> | undefined;

  constructor(ports: NodePorts, snapshots: Snapshots, keeping: Keeping & { readonly position: number }) {
    this.#ports = ports;
    this.#snapshots = snapshots;
    this.#keeping = keeping;
    this.#due = snapshots.every;
    this.#kept = keeping.position;
    this.#position = keeping.position;
  }

  /** The fold has taken everything up to `position` and rests. */
  rested(position: number): void {
    this.#callOff();
    this.#position = position;
    const news = position - this.#kept;
    if (news >= this.#due * patience) this.#keep();
    else if (news >= this.#due) this.#callOff = this.#ports.alarm.at(this.#soon(), () => this.#keep());
  }

  /** Keeps what has come since the last time, and ends. */
  async close(): Promise<void> {
    this.#callOff();
    await this.#writing;
    if (this.#position > this.#kept) this.#keep();
    await this.#writing;
  }

  #soon(): Instant {
    return instant(this.#ports.clock.now() + quietMilliseconds);
  }

  #keep(): void {
    if (this.#ports.snapshots === undefined || this.#writing !== undefined) return;
    const position = this.#position;
    this.#kept = position;
    this.#writing = this.#snapshots
      .write(this.#keeping.name, { position, state: this.#keeping.state() })
      .then((bytes) => {
        this.#due = Math.max(this.#snapshots.every, Math.ceil(bytes / bytesPerEntry));
      })
      .catch((problem: unknown) => this.#ports.log.warn('snapshot-not-kept', { problem: String(problem) }))
      .finally(() => {
        this.#writing = undefined;
      });
  }
}
