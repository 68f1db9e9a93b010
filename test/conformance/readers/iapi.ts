import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Cusres,
  type Paxlst,
  readInterchange,
  readWire,
  writeCusres,
  writePaxlst,
  writeWire,
} from '#formats/edifact';
import type { Conformance } from '../kind.ts';
import { receivedAt } from './edifact-samples.ts';
import { run as replay } from './iapi-replay.ts';

/**
 * Interactive scenarios. One passes when a strict reader reads each of its interchanges without an error, each is written
 * again byte for byte, and its replay ends as its log expected.
 */
export async function run(folder: string): Promise<Conformance> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const replayed = await replay(folder);
  const failures = [...files.flatMap((file) => faultsOfInterchanges(folder, file)), ...replayed.failures];
  const failed = files.filter((file) => failures.some((failure) => failure.startsWith(file)));
  return { found: files.length, passed: files.length - failed.length, failures };
}

function faultsOfInterchanges(folder: string, file: string): string[] {
  const { events } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    events: { seq: number; interchange?: string }[];
  };
  return events.flatMap(({ seq, interchange }) => {
    const fault = interchange === undefined ? undefined : faultOf(new TextEncoder().encode(interchange));
    return fault === undefined ? [] : [`${file}: event ${seq}: ${fault}`];
  });
}

function faultOf(bytes: Uint8Array): string | undefined {
  if (Buffer.compare(writeWire(readWire(bytes)), bytes) !== 0) return 'its parts do not give its bytes';
  const { messages, refusal } = readInterchange(bytes, { receivedAt, tolerance: 'strict' });
  const [message] = messages;
  if (message === undefined || refusal !== undefined) return 'a strict reader refuses it';
  if (message.unrecognised.length > 0) return `${message.unrecognised.length} parts were not understood`;
  const written = message.kind.startsWith('cusres')
    ? writeCusres(message.data as Cusres)
    : writePaxlst(message.data as Paxlst);
  return Buffer.compare(written, bytes) === 0 ? undefined : 'the model is written as other bytes';
}
