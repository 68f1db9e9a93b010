import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { InterchangeReader, readMessages } from '#formats/edifact';
import { instant } from '#kernel';
import { interchangeOf } from './edifact-load.ts';
import { type BenchRow, median } from './row.ts';

const rounds = 5;
const receivedAt = instant(Date.parse('2026-07-01T00:00Z'));

/** The floor: a plain tokenizer that notes where segments, elements and components end, and forgets them after each message. */
function plainTokenizer(bytes: Uint8Array): number {
  const marks = new Int32Array(65_536);
  let count = 0;
  let start = 0;
  let segments = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x2b || byte === 0x3a) marks[count++] = at;
    else if (byte === 0x3f) at += 1;
    else if (byte === 0x27) {
      marks[count++] = at;
      segments += 1;
      while ((bytes[start] as number) <= 0x20) start += 1;
      if (bytes[start] === 0x55 && bytes[start + 1] === 0x4e && bytes[start + 2] === 0x54) count = 0;
      start = at + 1;
    }
  }
  return segments;
}

/** Our segments: envelope, counts, references and characters checked, every segment visited. */
function ourSegments(bytes: Uint8Array): number {
  const reader = new InterchangeReader({ tolerance: 'strict' });
  let segments = 0;
  for (const message of reader.push(bytes)) segments += message.count;
  for (const message of reader.finish()) segments += message.count;
  return segments;
}

/** Our typed model, checked by the profile of its addressee. */
function ourModel(bytes: Uint8Array): number {
  let people = 0;
  const reading = readMessages([bytes], { receivedAt, tolerance: 'strict' });
  for (let step = reading.next(); step.done !== true; step = reading.next()) {
    const { data } = step.value;
    if ('people' in data) people += data.people.length;
  }
  return people;
}

interface PeerParser {
  on(name: string, handler: (data: string) => void): void;
  encoding(name: string): void;
  write(text: string): void;
  end(): void;
}

/** `edifact` 1.2.12 collecting the arrays of one message at a time, from text that was decoded beforehand. */
function peerArrays(text: string): number {
  const require = createRequire(new URL('./peers/package.json', import.meta.url));
  const Parser = require('edifact/parser.js') as new () => PeerParser;
  const parser = new Parser();
  let segments: { name: string; elements: string[][] }[] = [];
  let elements: string[][] = [];
  let components: string[] = [];
  let count = 0;
  parser.on('opensegment', (name) => {
    elements = [];
    segments.push({ name, elements });
    count += 1;
    if (name === 'UNH') segments = [];
  });
  parser.on('element', () => {
    components = [];
    elements.push(components);
  });
  parser.on('component', (value) => {
    components.push(value);
  });
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.end();
  return count;
}

/** Megabytes a second of each engine, measured in turn so that all meet the same machine. */
function race(engines: Readonly<Record<string, () => number>>, length: number): Readonly<Record<string, number[]>> {
  const rates: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(engines)) {
      const began = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(began);
      // The first round warms up.
      if (round > 0) rates[name] = [...(rates[name] ?? []), length / (user + system)];
    }
  }
  return rates;
}

/** A row against a floor or peer; without a bar where only the distance is of interest. */
function rowOf(
  name: string,
  rates: readonly number[],
  floor: readonly number[],
  held: { readonly against: string; readonly bar?: number },
): BenchRow {
  const ratio = median(rates.map((rate, round) => rate / (floor[round] ?? Number.NaN)));
  const met = held.bar === undefined ? {} : { met: ratio >= held.bar };
  return { name, value: median(rates), unit: 'MB/s', ratio, ...held, ...met };
}

/** Segments, typed model and memory, beside the plain tokenizer and the peer. CPU time, median of five, in turn. */
export async function bench(): Promise<BenchRow[]> {
  if (!existsSync(new URL('./peers/node_modules/edifact', import.meta.url))) {
    throw new Error('npm ci in bench/peers first');
  }
  const bytes = interchangeOf(11_000);
  const text = Buffer.from(bytes).toString('latin1');
  const {
    plain = [],
    segments = [],
    model = [],
    peer = [],
  } = race(
    {
      plain: () => plainTokenizer(bytes),
      segments: () => ourSegments(bytes),
      model: () => ourModel(bytes),
      peer: () => peerArrays(text),
    },
    bytes.length,
  );
  const peerName = 'edifact 1.2.12 collecting arrays';
  return [
    { name: 'EDIFACT plain byte tokenizer (the floor)', value: median(plain), unit: 'MB/s' },
    { name: peerName, value: median(peer), unit: 'MB/s' },
    rowOf('EDIFACT segments', segments, plain, { against: 'plain byte tokenizer', bar: 0.65 }),
    rowOf('EDIFACT segments', segments, peer, { against: peerName, bar: 2.5 }),
    rowOf('typed PAXLST', model, peer, { against: peerName, bar: 1 }),
    rowOf('typed PAXLST', model, segments, { against: 'EDIFACT segments' }),
    memoryRow(),
  ];
}

function memoryRow(): BenchRow {
  const script = new URL('./edifact-memory.ts', import.meta.url).pathname;
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  const { growthMegabytes } = JSON.parse(printed) as { growthMegabytes: number };
  return {
    name: 'memory over a 1 GB interchange, growth',
    value: growthMegabytes,
    unit: 'MB',
    bar: 50,
    met: growthMegabytes <= 50,
  };
}
