import { afterEach, expect, test } from 'vitest';
import { invariant } from '#kernel';
import type { Lodged, Network } from '#node';
import { threeNodes } from './harness.ts';
import { paxlst } from './paxlst.ts';

let open: Network | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const edifact = 'application/edifact';
const textOf = (lodged: Lodged): string => lodged.replies.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n');

async function lodge(network: Network, input: { organisation?: string; key?: string; bytes?: Uint8Array } = {}) {
  const { organisation = 'AC', key, bytes = paxlst() } = input;
  const lodged = await network.node('CA').lodge({
    ...{ bytes, mediaType: edifact, actor: { name: 'clerk', organisation } },
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
  invariant(lodged.ok, 'a store in memory takes everything');
  return lodged.value;
}

test('lodgements with one key at the same time are one lodgement, worked on once', async () => {
  const sent: string[] = [];
  open = await threeNodes({
    post: async ({ from, to, bytes }, deliver) => {
      if (from === 'CA' && Buffer.from(bytes).includes('"kind":"forwarding"')) sent.push(to);
      return deliver(bytes);
    },
  });
  const network = open;
  const all = await Promise.all(Array.from({ length: 10 }, () => lodge(network, { key: 'one' })));
  expect(new Set(all.map(({ lodgement }) => lodgement)).size).toBe(1);
  expect(new Set(all.map(textOf)).size).toBe(1);
  expect(sent.toSorted()).toEqual(['MX', 'US']);
});

test('a key belongs to its organisation, and other keys are other lodgements', async () => {
  open = await threeNodes();
  const network = open;
  const all = await Promise.all([
    lodge(network, { key: 'one' }),
    lodge(network, { key: 'two' }),
    lodge(network, { key: 'one', organisation: 'WS' }),
    lodge(network),
    lodge(network),
  ]);
  expect(new Set(all.map(({ lodgement }) => lodgement)).size).toBe(5);
});

test('a repeated key is answered with the words and replies of the first time, whatever it brings', async () => {
  open = await threeNodes();
  const first = await lodge(open, { key: 'one' });
  const again = await lodge(open, { key: 'one', bytes: new Uint8Array() });
  expect(textOf(again)).toBe(textOf(first));
  expect(again.status).toBe(first.status);
  const words = (lodged: Lodged) =>
    lodged.messages.map(({ reference, outcomes }) => [
      reference,
      outcomes.map(({ subject, combined }) => ({ subject, combined })),
    ]);
  expect(words(again)).toEqual(words(first));
});
