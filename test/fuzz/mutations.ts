/** A number below a bound; the same numbers again for the same seed. */
export type Random = (below: number) => number;

/** A small repeatable generator (Mulberry32): what fails is found again by its round. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One of a list. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Bytes that mean something to the format, which a mutation exchanges for each other or puts anywhere. */
export interface Alphabet {
  readonly signs: Uint8Array;
  /** Pieces of text that mean something: a segment, a line, a quotation mark that never ends. */
  readonly pieces: readonly Uint8Array[];
}

type Mutation = (bytes: Uint8Array, random: Random, alphabet: Alphabet, others: readonly Uint8Array[]) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A stretch of at most `most` bytes: where it begins and ends. */
function stretch(bytes: Uint8Array, random: Random, most: number): readonly [number, number] {
  const start = random(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random(most + 1))];
}

const flip: Mutation = (bytes, random) => {
  const changed = bytes.slice();
  if (changed.length > 0) changed[random(changed.length)] = random(256);
  return changed;
};

const remove: Mutation = (bytes, random) => {
  const [start, end] = stretch(bytes, random, 40);
  return joined(bytes.subarray(0, start), bytes.subarray(end));
};

const repeat: Mutation = (bytes, random) => {
  const [start, end] = stretch(bytes, random, 120);
  const times = random(100) === 0 ? 1 + random(200) : 2;
  const pieces = Array.from({ length: times }, () => bytes.subarray(start, end));
  return joined(bytes.subarray(0, start), ...pieces, bytes.subarray(end));
};

const splice: Mutation = (bytes, random, _alphabet, others) => {
  const other = pick(others, random);
  const [start, end] = stretch(other, random, 400);
  const at = random(bytes.length + 1);
  return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
};

const truncate: Mutation = (bytes, random) => bytes.slice(0, random(bytes.length + 1));

/** Writes one sign in the place of another, wherever it stands or at one place. */
const exchange: Mutation = (bytes, random, { signs }) => {
  const [from, to] = [signs[random(signs.length)] ?? 0, signs[random(signs.length)] ?? 0];
  if (random(4) === 0) return bytes.map((byte) => (byte === from ? to : byte));
  const places = [...bytes.keys()].filter((at) => bytes[at] === from);
  const changed = bytes.slice();
  if (places.length > 0) changed[pick(places, random)] = to;
  return changed;
};

const insert: Mutation = (bytes, random, { pieces }) => {
  const at = random(bytes.length + 1);
  return joined(bytes.subarray(0, at), pick(pieces, random), bytes.subarray(at));
};

const mutations: readonly Mutation[] = [flip, flip, remove, repeat, splice, truncate, exchange, exchange, insert];

/** Changes a sample in one to four places. */
export function mutate(samples: readonly Uint8Array[], random: Random, alphabet: Alphabet): Uint8Array {
  let bytes = pick(samples, random);
  for (let change = random(4); change >= 0; change -= 1) {
    bytes = pick(mutations, random)(bytes, random, alphabet, samples);
  }
  return bytes;
}

/** How many messages of each kind are tried; a million by `TRIPOINT_FUZZ=1000000`. */
export const rounds = Number(process.env['TRIPOINT_FUZZ'] ?? 100_000);

/** Which of many runs this is: each tries other messages. */
const slice = Number(process.env['TRIPOINT_FUZZ_SLICE'] ?? 0);

/** One kind of trial: what is mutated, how often, what reads it, and what must hold of each answer. */
export interface Trial<Answer> {
  readonly samples: readonly Uint8Array[];
  readonly alphabet: Alphabet;
  readonly seed: number;
  readonly count: number;
  /** Only this is measured. */
  readonly read: (bytes: Uint8Array, round: number) => Answer;
  /** Throws when an answer is not as it must be. */
  readonly check: (answer: Answer, bytes: Uint8Array, round: number) => void;
}

/**
 * Reads so many mutated samples and measures the processor time of the reading, in batches: what other work a machine has
 * does not count.
 * @returns milliseconds a kilobyte, of the whole and of the slowest batch
 */
export function tryAll<Answer>(trial: Trial<Answer>): { readonly whole: number; readonly slowest: number } {
  const random = randomFrom(trial.seed + slice);
  let milliseconds = 0;
  let kilobytes = 0;
  let slowest = 0;
  for (let done = 0; done < trial.count; done += batch) {
    const tried = Array.from({ length: Math.min(batch, trial.count - done) }, () =>
      mutate(trial.samples, random, trial.alphabet),
    );
    const started = process.cpuUsage().user;
    const answers = tried.map((bytes, index) => named(bytes, done + index, () => trial.read(bytes, done + index)));
    const took = (process.cpuUsage().user - started) / 1000;
    for (const [index, answer] of answers.entries()) {
      const bytes = tried[index] ?? new Uint8Array();
      named(bytes, done + index, () => trial.check(answer, bytes, done + index));
    }
    const size = tried.reduce((total, { length }) => total + Math.max(1, length / 1024), 0);
    slowest = Math.max(slowest, took / size);
    milliseconds += took;
    kilobytes += size;
  }
  return { whole: milliseconds / kilobytes, slowest };
}

const batch = 500;

/** Does something whose failure names its round and holds its bytes. */
function named<Answer>(bytes: Uint8Array, round: number, work: () => Answer): Answer {
  try {
    return work();
  } catch (cause) {
    const text = Buffer.from(bytes).toString('base64').slice(0, 20_000);
    throw new Error(`round ${round}, bytes (base64) ${text}`, { cause });
  }
}
