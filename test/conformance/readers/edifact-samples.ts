import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Envelope, InterchangeReader, readInterchange, readWire, writeWire } from '#formats/edifact';
import { hasError, instant } from '#kernel';

/** A sample file of a folder. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The day on which the newest of the samples was lodged. */
export const receivedAt = instant(Date.parse('2026-07-01T10:00Z'));

/** The files of a folder that are messages. */
export const samplesOf = (folder: string): readonly Sample[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** The segments of a lodgement, each as its elements and components, and its envelopes. */
export function segmentsIn(bytes: Uint8Array): { segments: string[]; envelopes: Envelope[] } {
  const reader = new InterchangeReader({ tolerance: 'lenient' });
  const segments: string[] = [];
  const envelopes: Envelope[] = [];
  const take = (messages: ReturnType<InterchangeReader['push']>) => {
    for (const message of messages) {
      const { segmentBreak: _break, ...envelope } = message.envelope;
      envelopes.push(envelope);
      for (let index = 0; index < message.count; index += 1) {
        message.segments.seek(index);
        const elements = Array.from({ length: message.segments.elements }, (_, element) =>
          Array.from({ length: message.segments.components(element + 1) }, (_, component) =>
            message.segments.text(element + 1, component + 1),
          ).join(' : '),
        );
        segments.push([message.segments.tagText(), ...elements].join(' + '));
      }
    }
  };
  take(reader.push(bytes));
  take(reader.finish());
  return { segments, envelopes };
}

/** What is wrong with reading a sample as bare EDIFACT: no message, a tag that is none, or bytes that do not come back. */
export function faultsOfTokens({ name, bytes }: Sample): string[] {
  const faults: string[] = [];
  const { messages, findings } = readInterchange(bytes, { receivedAt, tolerance: 'lenient' });
  if (messages.length === 0) faults.push(`${name}: no message was found`);
  const all = [...findings, ...messages.flatMap((message) => message.findings)];
  const untold = all.filter(({ code }) => code === 'EDI-0123' || code === 'EDI-0303');
  for (const { code, at } of untold) faults.push(`${name}: ${code} at ${at?.offset}`);
  if (Buffer.compare(writeWire(readWire(bytes)), bytes) !== 0) faults.push(`${name}: the bytes do not come back`);
  return faults;
}

/** True when a strict reader has nothing against the lodgement. */
export function isValid(bytes: Uint8Array): boolean {
  const { messages, findings } = readInterchange(bytes, { receivedAt, tolerance: 'strict' });
  return !hasError([...findings, ...messages.flatMap((message) => message.findings)]);
}
