import { expect, test } from 'vitest';
import { readInterchange, readMessages, readWire, type Stretch, stretches, writeWire } from '#formats/edifact';
import { encodeUtf8, type Finding, hasError, instant, type Message } from '#kernel';
import { edifactSamples } from './edifact-samples.ts';
import { type Alphabet, randomFrom, rounds, tryAll } from './mutations.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const samples = edifactSamples(receivedAt);
const alphabet: Alphabet = {
  signs: encodeUtf8("'+:?*.-, \r\n\0\u001c\u001d\u001fUA09é"),
  pieces: [
    ...["UNA:+.? '", "UNA:+.?*'", 'UNA', "UNB+UNOA:4+A+B+261124:0800+1'", "UNG+PAXLST+A+B+261124:0800+1+UN+D:05B'"],
    ...["UNH+1+PAXLST:D:05B:UN:IATA'", 'UNH', "UNT+99+1'", "UNE+1+1'", "UNZ+1+1'", "UNS+D'", "'''", '???', '+++:::'],
    ...["BGM+250'", "NAD+FM+++X'", "TDT+34+X1'", "LOC+87'", "DTM+329:000229'", "DTM+36:991332'", "CNT+42:x'", "DOC+P'"],
    ...["ERP+1'", "ERC+9Z'", "FTX+AAP+++a:b'", "RFF+ABO:'", "UCI+1'", "UCM+1+PAXLST:D:05B:UN+4'", "UCS+x'", '<html>'],
    ...['\r\n', ' ', '?\r\n+', '\u00ff\u00fe', '漢', 'PK\u0003\u0004', '\u001f\u008b'],
  ].map((text) => encodeUtf8(text)),
};

/** What must hold of every answer, whatever was lodged. */
function checkPlaces(bytes: Uint8Array, findings: readonly Finding[], messages: readonly Message<unknown>[]): void {
  const within = (offset: number | undefined): boolean =>
    offset === undefined || (offset >= 0 && offset <= bytes.length);
  for (const { code, at } of findings) {
    const counts = [at?.message, at?.segment, at?.element, at?.component].filter((count) => count !== undefined);
    const located = at?.offset !== undefined && within(at.offset) && counts.every((count) => count >= 1);
    if (!located) throw new Error(`${code} is not located: ${JSON.stringify(at)}`);
  }
  let end = 0;
  for (const { offset, length, unrecognised } of messages) {
    if (offset < end || length < 0 || offset + length > bytes.length)
      throw new Error(`a message at ${offset}, ${length}`);
    end = offset + length;
    for (const part of unrecognised) {
      if (part.offset < offset || part.offset + part.length > end) throw new Error(`unrecognised at ${part.offset}`);
    }
  }
}

/** The segments of each message as they are cut for showing, under the numbers by which findings name them. */
function segmentsByNumber(bytes: Uint8Array): ReadonlyMap<string, Stretch> {
  const numbered = new Map<string, Stretch>();
  let message = 0;
  let segment = 0;
  for (const stretch of stretches(bytes)) {
    if (stretch.kind !== 'segment') continue;
    if (stretch.tag === 'UNH') message += 1;
    if (stretch.tag === 'UNH') segment = 0;
    else if (segment === 0 || ['UNB', 'UNG', 'UNE', 'UNZ'].includes(stretch.tag)) {
      segment = 0;
      continue;
    }
    segment += 1;
    numbered.set(`${message} ${segment}`, stretch);
    if (stretch.tag === 'UNT') segment = 0;
  }
  return numbered;
}

/** Each segment that a finding names is where it says. */
function checkSegments(bytes: Uint8Array, findings: readonly Finding[]): void {
  const segments = segmentsByNumber(bytes);
  const lastEnd = Math.max(0, ...[...segments.values()].map((segment) => segment.offset + segment.length));
  for (const { code, at } of findings) {
    const { message, segment: number, offset = 0, tag } = at ?? {};
    if (message === undefined || number === undefined || tag === undefined) continue;
    const segment = segments.get(`${message} ${number}`);
    // A segment that breaks off at the end of the bytes is not cut for showing.
    if (segment === undefined && offset >= lastEnd) continue;
    const inside = segment !== undefined && offset >= segment.offset && offset <= segment.offset + segment.length;
    if (!inside) throw new Error(`${code} at ${JSON.stringify(at)} is in ${JSON.stringify(segment)}`);
  }
}

const all = ({ findings, messages }: { findings: readonly Finding[]; messages: readonly Message<unknown>[] }) => [
  ...findings,
  ...messages.flatMap((message) => message.findings),
];

/** The same bytes in chunks of any size. */
function readInChunks(bytes: Uint8Array, seed: number) {
  const random = randomFrom(seed);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random(200);
    chunks.push(bytes.slice(at, end));
    at = end;
  }
  const steps = readMessages(chunks, { receivedAt, tolerance: 'lenient' });
  const messages: Message<unknown>[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { messages, ...step.value };
    messages.push(step.value);
  }
}

/** A refusal is a CONTRL that a strict reader takes. */
function checkRefusal(refusal: Uint8Array): void {
  const reading = readInterchange(refusal, { receivedAt, tolerance: 'strict' });
  if (reading.messages[0]?.kind !== 'contrl D.3') throw new Error('the refusal is no CONTRL');
  const errors = all(reading).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`the refusal has errors: ${JSON.stringify(errors)}`);
}

const toleranceOf = (round: number) => (round % 2 === 0 ? 'strict' : 'lenient');

test(`${rounds} mutated interchanges: no crash, no hang, each finding located, 1 ms a KB at most`, () => {
  const seen = new Map<string, number>();
  const { whole, slowest } = tryAll({
    samples,
    alphabet,
    seed: 20_261_124,
    count: rounds,
    read: (bytes, round) => readInterchange(bytes, { receivedAt, tolerance: toleranceOf(round) }),
    check: (reading, bytes, round) => {
      const findings = all(reading);
      checkPlaces(bytes, findings, reading.messages);
      for (const { code } of findings) seen.set(code, (seen.get(code) ?? 0) + 1);
      const { refusal } = reading;
      if (hasError(findings) !== (refusal !== undefined)) throw new Error('an error and no refusal, or the reverse');
      if (round % 10 !== 1) return;
      checkSegments(bytes, findings);
      if (Buffer.compare(writeWire(readWire(bytes)), bytes) !== 0) throw new Error('the bytes do not come back');
      const chunked = all(readInChunks(bytes, round));
      if (JSON.stringify(chunked) !== JSON.stringify(findings)) throw new Error('in chunks it is read otherwise');
      if (refusal !== undefined) checkRefusal(refusal);
    },
  });
  process.stdout.write(
    `EDIFACT: ${whole.toFixed(3)} ms a KB, the slowest batch ${slowest.toFixed(3)}; ${seen.size} codes\n`,
  );
  expect(whole).toBeLessThan(1);
  // The mutations reach every part of the reader, or this proves nothing.
  expect(seen.size).toBeGreaterThan(45);
});
