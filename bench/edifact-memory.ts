import { readMessages } from '#formats/edifact';
import { instant } from '#kernel';
import { interchangeOf } from './edifact-load.ts';

/** Run as a process of its own: reads one interchange of 1 GB in chunks of 64 KiB and prints how much its memory grew. */
const gigabyte = 1_000_000_000;
const whole = interchangeOf(4000);
const text = Buffer.from(whole).toString('latin1');
const first = text.indexOf('UNH+');
const last = text.lastIndexOf('UNZ+');
const head = whole.subarray(0, first);
const body = whole.subarray(first, last);
const copies = Math.floor(gigabyte / body.length);

function* chunks(): Generator<Uint8Array> {
  yield head;
  for (let copy = 0; copy < copies; copy += 1) {
    for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, Math.min(at + 65_536, body.length));
  }
  yield new TextEncoder().encode(`UNZ+${copies * 4000}+1'`);
}

let start = 0;
let most = 0;
let people = 0;
let messages = 0;
const began = process.hrtime.bigint();
const reading = readMessages(chunks(), { receivedAt: instant(Date.parse('2026-07-01T00:00Z')), tolerance: 'strict' });
for (let step = reading.next(); step.done !== true; step = reading.next()) {
  const { data } = step.value;
  if ('people' in data) people += data.people.length;
  messages += 1;
  // The first fifty megabytes warm the heap up, as any process has before a large file comes.
  if (messages % 2000 !== 0) continue;
  const { rss } = process.memoryUsage();
  if (messages === 56_000) start = rss;
  if (start > 0) most = Math.max(most, rss);
}
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.stdout.write(`${JSON.stringify({ growthMegabytes: (most - start) / 1e6, messages, people, seconds })}\n`);
