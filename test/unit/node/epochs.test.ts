import { expect, test } from 'vitest';
import { invariant } from '#kernel';
import type { Store } from '#ledger';
import type { Network } from '#node';
import type { Lasting } from '../../support/lasting-network.ts';
import { livesOf } from '../../support/lives.ts';
import { paxlst } from './paxlst.ts';

const lives = livesOf('epochs');
let canada: Store | undefined;

const start = (options: Partial<Lasting> = {}): Promise<Network> =>
  lives.begin({
    pace: { epochLength: 4 },
    around: (store, country) => {
      if (country === 'CA') canada = store;
      return store;
    },
    ...options,
  });

async function lodge(network: Network, number: number) {
  const bytes = paxlst({ conveyance: `AC${100 + number}`, reference: `R${number}` });
  const actor = { name: 'AC', organisation: 'AC' };
  const lodged = await network.node('CA').lodge({ bytes, actor, mediaType: 'application/edifact' });
  invariant(lodged.ok, 'lodged');
  return lodged.value;
}

const entriesOf = async (kind: string) => {
  invariant(canada !== undefined, 'opened');
  const all = await canada.sequenced(0, 100_000);
  return all.flatMap(({ entry }) => (entry.header.kind === kind ? [entry.header] : []));
};

test('epochs follow one another, and the bytes of every message are forgotten in all of them', async () => {
  const network = await start();
  for (let number = 1; number <= 6; number += 1) await lodge(network, number);
  await expect.poll(async () => (await entriesOf('node.exchange-epoch')).length).toBeGreaterThan(1);
  const store = canada;
  invariant(store !== undefined, 'opened');
  const living = async () => {
    const keys = await Promise.all((await entriesOf('exchange.wire')).map(({ key }) => store.key(key)));
    return keys.filter((key) => key !== undefined).length;
  };
  await expect.poll(living, { timeout: 5000 }).toBe(0);
  expect(network.node('CA').access.service<{ channels(): readonly object[] }>('exchange').channels()).toMatchObject([
    { awaited: 0, outbox: 0, unanswered: 0 },
    { awaited: 0, outbox: 0, unanswered: 0 },
  ]);
});

test('a start goes on in the last epoch: the partners see nothing of it', async () => {
  const first = await start();
  for (let number = 1; number <= 4; number += 1) await lodge(first, number);
  await first.close();
  const second = await start();
  const lodged = await lodge(second, 9);
  expect(lodged.messages[0]?.outcomes[0]?.partners.map((one) => 'failRule' in one)).toEqual([false, false]);
  expect(lodged.messages[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what waits for a partner that is away is carried from epoch to epoch, and answered when he is back', async () => {
  const away = await start({
    pace: { epochLength: 1 },
    post: async ({ to, from, bytes }, deliver) => to !== 'MX' && from !== 'MX' && deliver(bytes),
  });
  for (const number of [1, 2, 3]) await lodge(away, number);
  expect((await entriesOf('node.exchange-epoch')).length).toBeGreaterThan(0);
  await away.close();
  const back = await start();
  const channels = () =>
    back
      .node('CA')
      .access.service<{ channels(): readonly { outbox: number; awaited: number }[] }>('exchange')
      .channels();
  await expect
    .poll(() => channels().map(({ outbox, awaited }) => [outbox, awaited]), { timeout: 15_000 })
    .toEqual([
      [0, 0],
      [0, 0],
    ]);
});
