/** Turns counts (one a bucket, one place more) into the places where each bucket starts, and returns their sum. */
function startsOf(counts: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    counts[at] = sum;
    sum += count;
  }
  return sum;
}

/** Buckets of numbers, one after another: bucket `b` is `filed` from `start[b]` to `start[b + 1]`. */
export interface Filing {
  readonly start: Int32Array;
  readonly filed: Int32Array;
}

/** Hands pairs of a bucket and a value to its argument, the same ones each time that it is called. */
export type Pairs = (each: (bucket: number, value: number) => void) => void;

/** How many values each bucket will hold, as starts; the last start is how many there are. */
export function countInto(start: Int32Array, pairs: Pairs): void {
  pairs((bucket) => {
    start[bucket] = (start[bucket] ?? 0) + 1;
  });
  startsOf(start);
}

/** Files the values that were counted: a bucket keeps their order. */
export function fileInto({ start, filed }: Filing, pairs: Pairs): void {
  pairs((bucket, value) => {
    const place = start[bucket] ?? 0;
    filed[place] = value;
    start[bucket] = place + 1;
  });
  // Each start has moved to its end, which is where the next one starts.
  start.copyWithin(1, 0, start.length - 1);
  start[0] = 0;
}

/** A filing of its own. */
export function filing(buckets: number, pairs: Pairs): Filing {
  const start = new Int32Array(buckets + 1);
  countInto(start, pairs);
  const filed = new Int32Array(start.at(-1) ?? 0);
  fileInto({ start, filed }, pairs);
  return { start, filed };
}

/** Pairs by the low bits of hashes; the buckets are a power of two. */
export const byHash =
  (hashes: Int32Array, values: Int32Array, buckets: number): Pairs =>
  (each) => {
    hashes.forEach((hash, at) => {
      each(hash & (buckets - 1), values[at] ?? 0);
    });
  };

/** Writes texts of ASCII one after another, with the place where each starts. */
export function putTexts(texts: readonly string[], starts: Int32Array, bytes: Uint8Array): void {
  let at = 0;
  texts.forEach((text, number) => {
    starts[number] = at;
    for (let letter = 0; letter < text.length; letter += 1) bytes[at + letter] = text.charCodeAt(letter);
    at += text.length;
  });
  starts[texts.length] = at;
}
