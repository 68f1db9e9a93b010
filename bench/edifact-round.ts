import { createRequire } from 'node:module';
import { InterchangeReader, readMessages } from '#formats/edifact';
import { instant } from '#kernel';
import { interchangeOf } from './edifact-load.ts';
import { median } from './row.ts';

/**
 * Run as a process of its own: measures each engine in turn, so that all meet the same machine, and prints megabytes for
 * each second of CPU. How fast a compiled loop is depends on where the engine happens to put it, which differs by a factor
 * of two from process to process: so a round is a process.
 */
const receivedAt = instant(Date.parse('2026-07-01T00:00Z'));

/**
 * The floor: a plain tokenizer that notes where segments, elements and components end, and forgets them after each message.
 * It checks nothing, knows one set of separators, and makes no text.
 */
function plainTokenizer(bytes: Uint8Array): number {
  const components = new Int32Array(65_536);
  const elements = new Int32Array(65_536);
  const ends = new Int32Array(65_536);
  let [component, element, end, start, segments] = [0, 0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x3a) components[component++] = at;
    else if (byte === 0x2b) {
      elements[element++] = component;
      components[component++] = at;
    } else if (byte === 0x3f) at += 1;
    else if (byte === 0x27) {
      elements[element++] = component;
      components[component++] = at;
      ends[end++] = element;
      segments += 1;
      while ((bytes[start] ?? 0) <= 0x20) start += 1;
      if (bytes[start] === 0x55 && bytes[start + 1] === 0x4e && bytes[start + 2] === 0x54) {
        component = 0;
        element = 0;
        end = 0;
      }
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

const bytes = interchangeOf(11_000);
const text = Buffer.from(bytes).toString('latin1');
const engines = {
  plain: () => plainTokenizer(bytes),
  segments: () => ourSegments(bytes),
  model: () => ourModel(bytes),
  peer: () => peerArrays(text),
};

const rates = new Map<string, number[]>();
for (let turn = 0; turn < 9; turn += 1) {
  for (const [name, run] of Object.entries(engines)) {
    const began = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(began);
    // The first four turns warm up: the engine compiles what it finds hot.
    if (turn >= 4) rates.set(name, [...(rates.get(name) ?? []), bytes.length / (user + system)]);
  }
}
const printed = Object.fromEntries([...rates].map(([name, values]) => [name, median(values)]));
process.stdout.write(`${JSON.stringify(printed)}\n`);
