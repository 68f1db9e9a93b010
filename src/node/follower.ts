import { instant } from '#kernel';
import type { SequencedEntry, Store } from '#ledger';
import type { NodePorts } from './ports.ts';

/** What a follower of the sequence does: takes entries in order, then rests until there are new ones. */
export interface Following {
  take(news: readonly SequencedEntry[]): Promise<void>;
  rest?(position: number): Promise<void>;
}

/** How many sequenced entries are taken before the event loop gets its turn. */
const sliceLength = 256;
/** How long news wait for more: an append a look would cost more than the append. */
const lagMilliseconds = 25;

/** Reads the sequence of a store from behind a position and keeps up with it, one slice at a time. */
export class Follower {
  readonly #store: Store;
  readonly #following: Following;
  readonly #ports: Pick<NodePorts, 'clock' | 'alarm'>;
  readonly #unsubscribe: () => void;
  #callOff: (() => void) | undefined;
  #position: number;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(ports: Pick<NodePorts, 'clock' | 'alarm' | 'store'>, following: Following, position = 0) {
    const { store } = ports;
    this.#position = position;
    this.#ports = ports;
    this.#store = store;
    this.#following = following;
    this.#unsubscribe = store.onSequenced(() => this.#wakeSoon());
    this.wake();
  }

  #wakeSoon(): void {
    const soon = instant(this.#ports.clock.now() + lagMilliseconds);
    this.#callOff ??= this.#ports.alarm.at(soon, () => this.wake());
  }

  /** Looks again, as after an alarm. */
  wake(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#again = true;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when everything sequenced so far has been taken. */
  async caughtUp(): Promise<void> {
    this.wake();
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#callOff?.();
    this.#stopped = true;
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    this.#again = false;
    while (!this.#stopped) {
      const news = await this.#store.sequenced(this.#position, sliceLength);
      if (news.length === 0) break;
      await this.#following.take(news);
      this.#position = news.at(-1)?.position ?? this.#position;
    }
    if (!this.#stopped) await this.#following.rest?.(this.#position);
  }
}
