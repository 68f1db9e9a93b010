import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { decodeUtf8, encodeUtf8, fromHex, type Hash, toHex } from '#kernel';
import { Frontier, Sequence } from '#ledger';
import type { Landed } from './commit.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { EntryIndex } from './entry-index.ts';
import type { SequenceFile } from './sequence-file.ts';

const checkpointSchema = z.object({
  format: z.literal(1),
  store: z.string(),
  /** The end of the last frame, its number, and how many entries there were. */
  location: z.number(),
  frame: z.number(),
  entries: z.number(),
  /** Slots of the key file that are taken. */
  slots: z.number(),
  indexLength: z.number(),
  indexSum: z.number(),
  chain: z.string(),
  edge: z.array(z.string()),
});

/** Up to where everything that is made from the journal was on stable storage, so that a restart reads only what came later. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>;

const name = 'checkpoint';
const fresh = 'checkpoint.new';

/** Replaces the checkpoint: the old one stands until the new one is whole. */
export async function writeCheckpoint(disk: Disk, checkpoint: Checkpoint): Promise<void> {
  const text = JSON.stringify(checkpoint);
  const file = await disk.open(fresh);
  await file.truncate(0);
  await file.write(encodeUtf8(`${crc32(text)}\n${text}`), 0);
  await file.sync();
  await file.close();
  await disk.rename(fresh, name);
  await disk.sync();
}

/** The last checkpoint; undefined when there is none, or it is not whole. */
export async function readCheckpoint(disk: Disk): Promise<Checkpoint | undefined> {
  if (!(await disk.names()).includes(name)) return undefined;
  const file = await disk.open(name);
  const bytes = new Uint8Array(await file.size());
  await file.read(bytes, 0);
  await file.close();
  const [sum, text = ''] = decodeUtf8(bytes).split('\n');
  if (sum !== String(crc32(text))) return undefined;
  return checkpointSchema.safeParse(JSON.parse(text)).data;
}

/** The sequence as it stood at a checkpoint. */
export function sequenceAt(checkpoint: Checkpoint, hash: Hash): Sequence {
  const edge = checkpoint.edge.map((text) => fromHex(text) ?? new Uint8Array(32));
  const frontier = new Frontier(hash, checkpoint.entries, edge);
  return new Sequence(hash, frontier, fromHex(checkpoint.chain) ?? new Uint8Array(32));
}

/** What checkpoints are made of. */
export interface CheckpointParts {
  readonly store: string;
  readonly disk: Disk;
  readonly index: EntryIndex;
  readonly sequence: SequenceFile;
  readonly indexFile: DiskFile;
  readonly indexLength: number;
  readonly indexSum: number;
}

/** Writes a checkpoint every so many entries, in the background, and when the store closes. */
export class Checkpointer {
  readonly #parts: CheckpointParts;
  readonly #every: number;
  readonly #failed: (cause: string) => void;
  #indexLength: number;
  #indexSum: number;
  #since = 0;
  #last: Landed | undefined;
  #running: Promise<void> = Promise.resolve();
  #busy = false;

  constructor(parts: CheckpointParts, every: number, failed: (cause: string) => void) {
    this.#parts = parts;
    this.#every = every;
    this.#failed = failed;
    this.#indexLength = parts.indexLength;
    this.#indexSum = parts.indexSum;
  }

  /** Notes a frame that has landed. What the checkpoint will hold is taken at once: the next frame is already on its way. */
  landed(landed: Landed): void {
    this.#last = landed;
    this.#since += landed.entries;
    if (this.#since < this.#every || this.#busy) return;
    this.#start(landed);
  }

  #start({ end, frame, slots, wiped }: Landed): void {
    const { store, index, sequence } = this.#parts;
    const { chain, edge } = sequence.current;
    const records = index.takeUnsaved();
    const at = this.#indexLength;
    this.#since = 0;
    this.#last = undefined;
    this.#indexLength += records.length;
    this.#indexSum = crc32(records, this.#indexSum);
    this.#busy = true;
    const checkpoint: Checkpoint = {
      ...{ format: 1, store, location: end, frame, slots },
      ...{ entries: index.size, indexLength: this.#indexLength, indexSum: this.#indexSum },
      ...{ chain: toHex(chain), edge: edge.map((hash) => toHex(hash)) },
    };
    this.#running = Promise.all([wiped, this.#made(records, at)])
      .then(([whole]) => (whole ? writeCheckpoint(this.#parts.disk, checkpoint) : undefined))
      .catch((error: unknown) => this.#failed(String(error)))
      .finally(() => {
        this.#busy = false;
      });
  }

  /** Makes what the checkpoint counts on durable. */
  async #made(records: Uint8Array, at: number): Promise<void> {
    const { indexFile, sequence } = this.#parts;
    await Promise.all([
      sequence.save().then(() => sequence.sync()),
      indexFile.write(records, at).then(() => indexFile.sync()),
    ]);
  }

  /** Writes a last checkpoint when something came since the one before. Nothing may be on its way any more. */
  async finish(): Promise<void> {
    await this.#running;
    if (this.#last !== undefined) this.#start(this.#last);
    await this.#running;
  }

  /** Resolves when no checkpoint is being written. */
  idle(): Promise<void> {
    return this.#running;
  }
}
