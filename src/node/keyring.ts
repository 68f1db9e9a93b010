import type { DataKey } from '#ledger';
import type { Recorder } from './recorder.ts';

/** The data keys of one lodgement or case: one a retention class, made when first needed. */
export class Keyring {
  readonly #recorder: Recorder;
  readonly #keys = new Map<string, DataKey>();
  #fresh: DataKey[] = [];

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** The key of one retention class. */
  of(retention: string): DataKey {
    const known = this.#keys.get(retention);
    if (known !== undefined) return known;
    const key = this.#recorder.newKey();
    this.#keys.set(retention, key);
    this.#fresh.push(key);
    return key;
  }

  /** Keys made since the last call: they go along with the group that uses them first. */
  takeFresh(): readonly DataKey[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
