import { instant } from '#kernel';
import type { SequencedEntry, Store } from '#ledger';
import type { NodePorts } from './ports.ts';

/** What a follower of the sequence does: says behind which position it begins, and takes entries in order. */
export interface Following {
  begin(): Promise<number>;
  take(news: readonly SequencedEntry[]): Promise<void>;
}

/** How many sequenced entries are read at a time. */
const sliceLength = 512;
/** How long news wait for more: an append a look would cost more than the append. */
const lagMilliseconds = 25;

/** Reads the sequence of a store from behind a position and keeps up with it, one slice at a time. */
export class Follower {
  readonly #store: Store;
  readonly #following: Following;
  readonly #ports: Pick<NodePorts, 'clock' | 'alarm'>;
  readonly #unsubscribe: () => void;
  #callOff: (() => void) | undefined;
  #position: number | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(ports: Pick<NodePorts, 'clock' | 'alarm' | 'store'>, following: Following) {
    const { store } = ports;
    this.#ports = ports;
    this.#store = store;
    this.#following = following;
    this.#unsubscribe = store.onSequenced(() => this.#wakeSoon());
    this.#wake();
  }

  /** True once it was told to stop. */
  get stopped(): boolean {
    return this.#stopped;
  }

  #wakeSoon(): void {
    const soon = instant(this.#ports.clock.now() + lagMilliseconds);
    this.#callOff ??= this.#ports.alarm.at(soon, () => this.#wake());
  }

  #wake(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#again = true;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.#wake();
    });
  }

  /** Resolves when everything sequenced so far has been taken. */
  async caughtUp(): Promise<void> {
    this.#wake();
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#callOff?.();
    this.#stopped = true;
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    this.#position ??= await this.#following.begin();
    this.#again = false;
    while (!this.#stopped) {
      const news = await this.#store.sequenced(this.#position, sliceLength);
      if (news.length === 0) break;
      await this.#following.take(news);
      this.#position = news.at(-1)?.position ?? this.#position;
    }
  }
}
