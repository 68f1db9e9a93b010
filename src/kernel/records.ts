import type { z } from 'zod';

/** Parses each record object once, however many functions look at it on its way; what was parsed, or made by the domain, is parsed. */
export class Records<Rec> {
  readonly #schema: z.ZodType<Rec>;
  readonly #known = new WeakMap<object, Rec>();

  constructor(schema: z.ZodType<Rec>) {
    this.#schema = schema;
  }

  parse(value: unknown): Rec {
    if (typeof value !== 'object' || value === null) return this.#schema.parse(value);
    const before = this.#known.get(value);
    if (before !== undefined) return before;
    const record = this.made(this.#schema.parse(value));
    this.#known.set(value, record);
    return record;
  }

  /** A record as the domain itself made it: its type has said that it fits. */
  made<Made extends Rec | undefined>(record: Made): Made {
    if (typeof record === 'object' && record !== null) this.#known.set(record, record);
    return record;
  }
}
