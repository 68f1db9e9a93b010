import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { digestOf, lastingNetwork } from '../support/lasting-network.ts';
import { paxlst } from '../unit/node/paxlst.ts';

/**
 * Three nodes under load until the process is killed: `node node-worker.mjs FOLDER`. Each answer that a carrier got is a
 * line on standard output: country, lodgement, idempotency key, digest of the replies.
 */
const [folder = ''] = process.argv.slice(2);
const network = await lastingNetwork({ folder, pace: { epochLength: 60, snapshotEvery: 50 } });
const say = (line: string): void => void writeSync(1, `${line}\n`);
say('opened');

const ways = [
  { at: 'CA', from: 'YYZ', to: 'MEX' },
  { at: 'US', from: 'SEA', to: 'YVR' },
  // Mexico only passes it on.
  { at: 'MX', from: 'SEA', to: 'YVR' },
] as const;

async function carrier(number: number): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const { at, ...legs } = ways[(number + turn) % ways.length] ?? ways[0];
    const key = randomUUID();
    const bytes = paxlst({ ...legs, reference: key.slice(0, 8), conveyance: `AC${100 + ((number * 7 + turn) % 50)}` });
    const actor = { name: 'AC', organisation: 'AC' };
    const lodged = await network
      .node(at)
      .lodge({ bytes, actor, mediaType: 'application/edifact', idempotencyKey: key });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    const { lodgement, replies } = lodged.value;
    say(`A ${at} ${lodgement} ${key} ${await digestOf(replies)}`);
  }
}

await Promise.all(Array.from({ length: 6 }, (_, number) => carrier(number)));
