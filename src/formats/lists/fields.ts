/**
 * What a record says under the list's own names. What is taken is gone, so that what nobody took can be kept as it was:
 * nothing is dropped because a reader did not know it.
 */
export class Fields {
  readonly #texts: Map<string, string>;

  /** Empty texts are left out; of two under one name both are kept, with a semicolon between them. */
  constructor(pairs: Iterable<readonly [string, string]>) {
    this.#texts = new Map();
    for (const [name, written] of pairs) {
      const text = written.trim();
      const before = this.#texts.get(name);
      if (text !== '') this.#texts.set(name, before === undefined ? text : `${before}; ${text}`);
    }
  }

  /** The text under the first of these names that has one, which is taken; undefined when none has. */
  take(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = this.#texts.get(name);
      if (text === undefined) continue;
      this.#texts.delete(name);
      return text;
    }
    return undefined;
  }

  /** True while there is a text under the name. */
  has(name: string): boolean {
    return this.#texts.has(name);
  }

  /** The texts under these names that have one, in the order of the names; all are taken. */
  takeAll(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.take(name) ?? []);
  }

  /** What nobody took. */
  rest(): Iterable<readonly [string, string]> {
    return this.#texts;
  }
}
