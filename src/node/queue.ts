/** Runs work of one name one after the other, in the order of its arrival; other names go on meanwhile. */
export class Queue<Name> {
  readonly #tails = new Map<Name, Promise<unknown>>();

  run<Value>(name: Name, work: () => Promise<Value>): Promise<Value> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result.then(
      () => {},
      () => {},
    );
    this.#tails.set(name, tail);
    void tail.then(() => {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
    });
    return result;
  }
}
