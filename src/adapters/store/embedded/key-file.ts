import { crc32 } from 'node:zlib';
import { err, type KeyId, ok, type Result } from '#kernel';
import { type DataKey, hexAt, type KeySlot, ledgerFindings, putHex, putU32, u32At } from '#ledger';
import { StoreFault } from '../fault.ts';
import type { DiskFile } from './disk.ts';
import { IdTable, wordsOfBytes, wordsOfHex } from './id-table.ts';

/**
 * The file of data keys: slots of a fixed length that divides a disk's sector, so that writing one never tears another.
 * Slot: state (4 bytes: 1 living, 2 forgotten), id (16), secret (32), salt (32), checksum (4), zeros. A slot is written
 * once, and once more to forget. Slot 0 names the store.
 */
export const slotLength = 128;
const sumAt = 84;
const living = 1;
const forgotten = 2;
const named = 3;
const cached = 4096;
/** Slots that are read in one go, and how often that is remembered. */
const pageSlots = 128;
const mostPages = 32;
const pageOf = (slot: number): number => slot - (slot % pageSlots);

function putSlot(into: Uint8Array, at: number, state: number, id: string): void {
  into.fill(0, at, at + slotLength);
  putU32(into, at, state);
  putHex(into, at + 4, id);
}

const seal = (slot: Uint8Array, at: number): void => putU32(slot, at + sumAt, crc32(slot.subarray(at, at + sumAt)));
const whole = (slot: Uint8Array, at: number): boolean =>
  u32At(slot, at + sumAt) === crc32(slot.subarray(at, at + sumAt));

/** The bytes of a slot of a page, when it holds the key of that id whole. */
function keyIn(page: Uint8Array, slot: number, id: KeyId): Uint8Array | undefined {
  const bytes = page.subarray(slot * slotLength, (slot + 1) * slotLength);
  return bytes.length === slotLength && whole(bytes, 0) && hexAt(bytes, 4, 16) === id ? bytes : undefined;
}

/** What a slot held when the file was opened. */
const absent = 0;

export class KeyFile {
  readonly #file: DiskFile;
  readonly #table = new IdTable(4);
  readonly #words = new Uint32Array(4);
  /** By slot; slots that are reserved but not yet written count as living. */
  #states: number[] = [named];
  readonly #cache = new Map<KeyId, DataKey>();
  /** Pages by their first slot: keys lie in the order of the entries, and the ledger is mostly read in that order. */
  readonly #pages = new Map<number, Promise<Uint8Array>>();

  private constructor(file: DiskFile) {
    this.#file = file;
  }

  /** Starts a new file. */
  static async create(file: DiskFile, store: string): Promise<KeyFile> {
    const slot = new Uint8Array(slotLength);
    putSlot(slot, 0, named, store);
    seal(slot, 0);
    await file.write(slot, 0);
    await file.sync();
    return new KeyFile(file);
  }

  /**
   * Reads a file. Slots that are not whole are `absent` until `settle` says what they should hold; LED-0205 when the file
   * is of another store or none.
   */
  static async open(file: DiskFile, store: string): Promise<Result<KeyFile>> {
    const keys = new KeyFile(file);
    const slots = Math.ceil((await file.size()) / slotLength);
    const chunk = new Uint8Array(slotLength * 32_768);
    for (let first = 0; first < slots; first += 32_768) {
      const got = await file.read(chunk, first * slotLength);
      for (let at = 0; at < got; at += slotLength) {
        const state = at + slotLength <= got && whole(chunk, at) ? u32At(chunk, at) : absent;
        const slot = first + at / slotLength;
        if (slot === 0 && (state !== named || hexAt(chunk, 4, 16) !== store)) {
          return err(ledgerFindings.find('LED-0205', { file: 'keys' }));
        }
        if (slot > 0) keys.#add(wordsOfBytes(chunk, at + 4, keys.#words), state);
      }
    }
    chunk.fill(0);
    return ok(keys);
  }

  #add(id: Uint32Array, state: number): number {
    // A torn slot may hold the id of none or, half written, that of another: it is numbered, but never found.
    const slot = this.#states.push(state) - 1;
    const number = this.#table.find(id) < 0 ? this.#table.add(id) : this.#table.add(Uint32Array.of(0, 0, slot, slot));
    if (number !== slot - 1) throw new RangeError('a slot for each number');
    return slot;
  }

  /** Slots that are taken, slot 0 included. */
  get slots(): number {
    return this.#states.length;
  }

  #slotOf(id: KeyId): number {
    return this.#table.find(wordsOfHex(id, this.#words)) + 1;
  }

  has(id: KeyId): boolean {
    const slot = this.#slotOf(id);
    return slot > 0 && this.#states[slot] === living;
  }

  /** Takes slots for new keys, which are then known, and written with the next group. */
  reserve(keys: readonly DataKey[]): readonly KeySlot[] {
    return keys.map((key) => {
      const slot = this.#add(wordsOfHex(key.id, this.#words), living);
      this.#remember(key);
      return { slot, id: key.id };
    });
  }

  #remember(key: DataKey): void {
    if (this.#cache.size >= cached) {
      const [oldest] = this.#cache.keys();
      if (oldest !== undefined) this.#cache.delete(oldest);
    }
    this.#cache.set(key.id, key);
  }

  /** Writes keys that were reserved one after another; they are on stable storage when it resolves. */
  async write(slots: readonly KeySlot[], keys: readonly DataKey[]): Promise<void> {
    const [first] = slots;
    if (first === undefined) return;
    const bytes = new Uint8Array(slots.length * slotLength);
    keys.forEach((key, index) => {
      const at = index * slotLength;
      putSlot(bytes, at, living, key.id);
      bytes.set(key.secret, at + 20);
      bytes.set(key.salt, at + 52);
      seal(bytes, at);
    });
    await this.#file.writeThrough(bytes, first.slot * slotLength);
    bytes.fill(0);
  }

  /** The slots of those of `ids` that live; from now on nobody is given them. */
  retire(ids: readonly KeyId[]): readonly KeySlot[] {
    const slots: KeySlot[] = [];
    for (const id of ids) {
      const slot = this.#slotOf(id);
      if (slot <= 0 || this.#states[slot] !== living) continue;
      this.#states[slot] = forgotten;
      this.#cache.delete(id);
      this.#pages.delete(pageOf(slot));
      slots.push({ slot, id });
    }
    return slots;
  }

  /** Overwrites slots and syncs: the keys are gone. */
  async destroy(slots: readonly KeySlot[]): Promise<void> {
    const writing = slots.map(({ slot, id }) => {
      const bytes = new Uint8Array(slotLength);
      putSlot(bytes, 0, forgotten, id);
      seal(bytes, 0);
      this.#states[slot] = forgotten;
      return this.#file.write(bytes, slot * slotLength);
    });
    await Promise.all(writing);
    await this.#file.sync();
  }

  async get(id: KeyId): Promise<DataKey | undefined> {
    const slot = this.#slotOf(id);
    if (slot <= 0 || this.#states[slot] !== living) return undefined;
    const known = this.#cache.get(id);
    if (known !== undefined) return known;
    const bytes = await this.#slot(slot, id);
    // While the slot was being read the key may have been forgotten.
    if (this.#states[slot] !== living) return undefined;
    if (bytes === undefined) {
      throw new StoreFault(ledgerFindings.find('LED-0202', { file: 'keys', offset: slot * slotLength }));
    }
    const key = { id, secret: bytes.slice(20, 52), salt: bytes.slice(52, 84) };
    this.#remember(key);
    return key;
  }

  /** The bytes of a living slot: of a page that was read before, where they stand there already, or read now. */
  async #slot(slot: number, id: KeyId): Promise<Uint8Array | undefined> {
    const first = pageOf(slot);
    const known = this.#pages.get(first);
    return (known && keyIn(await known, slot - first, id)) ?? keyIn(await this.#read(first), slot - first, id);
  }

  #read(first: number): Promise<Uint8Array> {
    const bytes = this.#readPage(first);
    this.#pages.delete(first);
    this.#pages.set(first, bytes);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > mostPages && oldest !== undefined) this.#pages.delete(oldest);
    return bytes;
  }

  async #readPage(first: number): Promise<Uint8Array> {
    const page = new Uint8Array(pageSlots * slotLength);
    return page.subarray(0, await this.#file.read(page, first * slotLength));
  }

  /** True when the slot holds the key of that id, living or forgotten. */
  holds({ slot, id }: KeySlot): boolean {
    const state = this.#states[slot] ?? absent;
    return state !== absent && this.#table.find(wordsOfHex(id, this.#words)) === slot - 1;
  }

  /** The first taken slot that holds no whole key; undefined when each does. */
  firstAbsent(): number | undefined {
    const slot = this.#states.indexOf(absent);
    return slot < 0 ? undefined : slot;
  }

  /** Wipes and cuts off what stands from `slots` on: keys of a group that was never acknowledged. */
  static async cut(file: DiskFile, slots: number): Promise<void> {
    const size = await file.size();
    const from = slots * slotLength;
    if (size <= from) return;
    await file.write(new Uint8Array(size - from), from);
    await file.sync();
    await file.truncate(from);
    await file.sync();
  }

  close(): Promise<void> {
    this.#cache.clear();
    this.#pages.clear();
    return this.#file.close();
  }
}
