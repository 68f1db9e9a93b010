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

  #missing(found: FoundFrame): KeySlot | undefined {
    return found.body.keys.find((key) => !this.#keys.holds(key));
  }

  #accept(found: FoundFrame): void {
    const missing = this.#missing(found);
    if (missing !== undefined && !this.#forgets(found, missing)) {
      throw new StoreFault(ledgerFindings.find('LED-0202', { file: 'keys', offset: missing.slot * slotLength }));
    }
    const { bytes, base, body, head } = found;
    for (let index = 0; index + 1 < body.starts.length; index += 1) {
      const at = body.starts[index] ?? 0;
      const header = headerBytesAt(bytes, at);
      this.#index.admitBytes(header);
      this.#index.place(header, { location: base + at, length: (body.starts[index + 1] ?? 0) - at });
      this.#sequence.add(header);
    }
    this.entries += head.entries;
    this.#frame = head.number;
    this.#slots += head.keys;
    this.#forgotten.push(...body.forgotten);
  }

  /** A key that came and was forgotten in one frame may be torn: it is overwritten in any case. */
  #forgets(found: FoundFrame, { slot }: KeySlot): boolean {
    return found.body.forgotten.some((one) => one.slot === slot);
  }

  end(): TailEnd {
    const held = this.#held;
    const unfinished = held !== undefined && this.#missing(held) !== undefined;
    if (held !== undefined && !unfinished) this.#accept(held);
    return {
      frame: this.#frame,
      slots: this.#slots,
      forgotten: this.#forgotten,
      cut: unfinished ? held.location : undefined,
    };
  }
}
