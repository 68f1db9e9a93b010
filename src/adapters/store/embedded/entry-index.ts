import { type AggregateId, aggregateId, byteAt } from '#kernel';
import { type EntryHeader, putU32, putU64, u32At, u64At } from '#ledger';
import { grown, IdTable, signed, unsigned, wide, wordsOfBytes, wordsOfHex } from './id-table.ts';

/** Places of the fields in a header's bytes (see the ledger's header). */
const aggregateAt = 1;
const aliasFlagAt = 77;
const aliasAt = 78;

/** A record of the index file: location (8 bytes), length (4), whether an alias follows (4), aggregate (16). An alias takes a record's length of its own. */
export const indexRecordLength = 32;

/** Copies 16 bytes: making a view of so few to copy from would cost more. */
function copy16(bytes: Uint8Array, from: number, into: Uint8Array, at: number): void {
  for (let index = 0; index < 16; index += 1) into[at + index] = byteAt(bytes, from + index);
}

/** Where an entry lies in the journal. */
export interface EntryPlace {
  /** Segment number x 2^32 + offset. */
  readonly location: number;
  readonly length: number;
}

/**
 * Where each entry lies, and which entries belong to which aggregate, in typed arrays: 16 bytes an entry and some 50 an
 * aggregate. An entry is first admitted (its version counts), later placed (it is durable and can be read).
 */
export class EntryIndex {
  readonly #aggregates = new IdTable(4);
  readonly #aliases = new IdTable(8);
  #owners = unsigned(256);
  /** By aggregate: the last admitted version, and the number of the last durable entry. */
  #versions = unsigned(1024);
  #last = signed(1024);
  /** By entry: where it lies, and the entry of the same aggregate before it. */
  #locations = wide(1024);
  #lengths = unsigned(1024);
  #previous = signed(1024);
  #size = 0;
  /** Records that are not in the index file yet. */
  #unsaved = new Uint8Array(indexRecordLength * 1024);
  #unsavedLength = 0;
  readonly #id = new Uint32Array(4);
  readonly #alias = new Uint32Array(8);

  /** How many entries are durable. */
  get size(): number {
    return this.#size;
  }

  versionOf(aggregate: AggregateId): number {
    const number = this.#aggregates.find(wordsOfHex(aggregate, this.#id));
    return number < 0 ? 0 : (this.#versions[number] ?? 0);
  }

  aggregateOf(alias: string): AggregateId | undefined {
    const number = this.#aliases.find(wordsOfHex(alias, this.#alias));
    return number < 0 ? undefined : aggregateId(this.#aggregates.hex(this.#owners[number] ?? 0));
  }

  /** Counts an entry that is on its way; returns the number of its aggregate. */
  admit(header: EntryHeader): number {
    const owner = this.#admit(wordsOfHex(header.aggregate, this.#id));
    if (header.alias !== undefined) this.#own(owner, wordsOfHex(header.alias, this.#alias));
    return owner;
  }

  /** Counts an entry that was found in the journal; returns the number of its aggregate. */
  admitBytes(header: Uint8Array): number {
    const owner = this.#admit(wordsOfBytes(header, aggregateAt, this.#id));
    if (header[aliasFlagAt] === 1) this.#own(owner, wordsOfBytes(header, aliasAt, this.#alias));
    return owner;
  }

  #admit(id: Uint32Array): number {
    let number = this.#aggregates.find(id);
    if (number < 0) {
      number = this.#aggregates.add(id);
      this.#versions = grown(this.#versions, number + 1, unsigned);
      this.#last = grown(this.#last, number + 1, signed);
      this.#last[number] = -1;
    }
    this.#versions[number] = (this.#versions[number] ?? 0) + 1;
    return number;
  }

  #own(owner: number, alias: Uint32Array): void {
    const number = this.#aliases.add(alias);
    this.#owners = grown(this.#owners, number + 1, unsigned);
    this.#owners[number] = owner;
  }

  /** Places an admitted entry of the aggregate with the number `owner`, which has become durable; its header stands in `bytes` from `from`. */
  place(owner: number, at: EntryPlace, bytes: Uint8Array, from: number): void {
    this.#place(owner, at);
    this.#save(at, bytes, from);
  }

  #place(aggregate: number, { location, length }: EntryPlace): void {
    const number = this.#size;
    this.#locations = grown(this.#locations, number + 1, wide);
    this.#lengths = grown(this.#lengths, number + 1, unsigned);
    this.#previous = grown(this.#previous, number + 1, signed);
    this.#locations[number] = location;
    this.#lengths[number] = length;
    this.#previous[number] = this.#last[aggregate] ?? -1;
    this.#last[aggregate] = number;
    this.#size += 1;
  }

  #save({ location, length }: EntryPlace, bytes: Uint8Array, from: number): void {
    const at = this.#unsavedLength;
    if (at + 2 * indexRecordLength > this.#unsaved.length) {
      const larger = new Uint8Array(this.#unsaved.length * 2);
      larger.set(this.#unsaved);
      this.#unsaved = larger;
    }
    const into = this.#unsaved;
    const alias = bytes[from + aliasFlagAt] ?? 0;
    putU64(into, at, location);
    putU32(into, at + 8, length);
    putU32(into, at + 12, alias);
    copy16(bytes, from + aggregateAt, into, at + 16);
    if (alias === 1) {
      copy16(bytes, from + aliasAt, into, at + indexRecordLength);
      copy16(bytes, from + aliasAt + 16, into, at + indexRecordLength + 16);
    }
    this.#unsavedLength += indexRecordLength * (1 + alias);
  }

  /** Hands over the records that are to be added to the index file. */
  takeUnsaved(): Uint8Array {
    const records = this.#unsaved.subarray(0, this.#unsavedLength);
    this.#unsaved = new Uint8Array(indexRecordLength * 1024);
    this.#unsavedLength = 0;
    return records;
  }

  /** Takes in records of the index file; `records` holds whole ones. */
  load(records: Uint8Array): void {
    for (let at = 0; at < records.length; at += indexRecordLength) {
      const owner = this.#admit(wordsOfBytes(records, at + 16, this.#id));
      this.#place(owner, { location: u64At(records, at), length: u32At(records, at + 8) });
      if (u32At(records, at + 12) !== 1) continue;
      at += indexRecordLength;
      this.#own(owner, wordsOfBytes(records, at, this.#alias));
    }
  }

  /** Where the entry of a number lies. */
  at(number: number): EntryPlace {
    return { location: this.#locations[number] ?? 0, length: this.#lengths[number] ?? 0 };
  }

  /** Where the durable entries of an aggregate above version `after` lie, in version order. */
  placesOf(aggregate: AggregateId, after: number): EntryPlace[] {
    const owner = this.#aggregates.find(wordsOfHex(aggregate, this.#id));
    const places: EntryPlace[] = [];
    let number = owner < 0 ? -1 : (this.#last[owner] ?? -1);
    for (; number >= 0; number = this.#previous[number] ?? -1) places.push(this.at(number));
    return places.reverse().slice(after);
  }
}
