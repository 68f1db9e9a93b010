import { headerBytesAt, type KeySlot, ledgerFindings } from '#ledger';
import { StoreFault } from '../fault.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { EntryIndex } from './entry-index.ts';
import type { FoundFrame } from './journal.ts';
import { type KeyFile, slotLength } from './key-file.ts';
import type { SequenceFile } from './sequence-file.ts';

/** Where the journal leads, and what recovery has to finish. */
export interface TailEnd {
  readonly frame: number;
  readonly slots: number;
  readonly forgotten: readonly KeySlot[];
  /** Where the journal is to be cut off, when its last frame was never acknowledged. */
  readonly cut: number | undefined;
}

/** What the journal holds beyond the checkpoint. Each frame is taken in when the next one proves that it was acknowledged. */
export class Tail {
  readonly #keys: KeyFile;
  readonly #index: EntryIndex;
  readonly #sequence: SequenceFile;
  readonly #forgotten: KeySlot[] = [];
  /** Keys that frames brought and that are not whole in their slots. */
  readonly #absent: KeySlot[] = [];
  #held: FoundFrame | undefined;
  #frame: number;
  #slots: number;
  entries = 0;

  constructor(keys: KeyFile, index: EntryIndex, sequence: SequenceFile, checkpoint: Checkpoint | undefined) {
    this.#keys = keys;
    this.#index = index;
    this.#sequence = sequence;
    this.#frame = checkpoint?.frame ?? 0;
    this.#slots = checkpoint?.slots ?? 1;
  }

  take(found: FoundFrame): void {
    if (this.#held !== undefined) this.#accept(this.#held);
    this.#held = found;
  }

  #accept(found: FoundFrame): void {
    for (const key of found.body.keys) if (!this.#keys.holds(key)) this.#absent.push(key);
    const { bytes, base, body, head } = found;
    for (let index = 0; index + 1 < body.starts.length; index += 1) {
      const at = body.starts[index] ?? 0;
      const header = headerBytesAt(bytes, at);
      const place = { location: base + at, length: (body.starts[index + 1] ?? 0) - at };
      this.#index.place(this.#index.admitBytes(header), place, header, 0);
      this.#sequence.add(header);
    }
    this.entries += head.entries;
    this.#frame = head.number;
    this.#slots += head.keys;
    this.#forgotten.push(...body.forgotten);
  }

  end(): TailEnd {
    const held = this.#held;
    const unfinished = held !== undefined && this.#lacksKeys(held);
    if (held !== undefined && !unfinished) this.#accept(held);
    this.#refuseAbsent();
    return {
      frame: this.#frame,
      slots: this.#slots,
      forgotten: this.#forgotten,
      cut: unfinished ? held.location : undefined,
    };
  }

  /** True when a key that the frame brought was never whole; one that it also forgot may have been torn by that. */
  #lacksKeys({ body }: FoundFrame): boolean {
    const forgotten = new Set(body.forgotten.map((key) => key.slot));
    return body.keys.some((key) => !forgotten.has(key.slot) && !this.#keys.holds(key));
  }

  /** A key that an acknowledged frame brought may be torn only by its being forgotten, which is then done again. */
  #refuseAbsent(): void {
    const forgotten = new Set(this.#forgotten.map((key) => key.slot));
    const absent = this.#absent.find((key) => !forgotten.has(key.slot));
    if (absent === undefined) return;
    throw new StoreFault(ledgerFindings.find('LED-0202', { file: 'keys', offset: absent.slot * slotLength }));
  }
}
