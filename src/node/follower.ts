import type { SequencedEntry, Store } from '#ledger';

/** What a follower of the sequence does: takes entries in order, then rests until there are new ones. */
export interface Following {
  take(news: readonly SequencedEntry[]): Promise<void>;
  rest?(position: number): Promise<void>;
}

/** How many sequenced entries are taken before the event loop gets its turn. */
const sliceLength = 256;

/** Reads the sequence of a store from behind a position and keeps up with it, one slice at a time. */
export class Follower {
  readonly #store: Store;
  readonly #following: Following;
  readonly #unsubscribe: () => void;
  #position: number;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(store: Store, following: Following, position = 0) {
    this.#position = position;
    this.#store = store;
    this.#following = following;
    this.#unsubscribe = store.onSequenced(() => this.wake());
    this.wake();
  }

  /** Looks again, as after an alarm. */
  wake(): void {
    this.#again = true;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when everything sequenced so far has been taken. */
  async caughtUp(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    await this.caughtUp();
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
