import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CountryCode, invariant, type KeyId, type LodgementId, type SubjectList } from '#kernel';
import type { DataKey, Group, Store } from '#ledger';
import { aroundStore, type Network, type Post } from '#node';
import type { Lasting } from '../../support/lasting-network.ts';
import { livesOf } from '../../support/lives.ts';
import { paxlst } from './paxlst.ts';

const lives = livesOf('relays');

/** The keys under which Mexico kept raw bytes, with their group or made ahead of it. */
const bytesKeys: DataKey[] = [];
function watched(store: Store, country: CountryCode): Store {
  if (country !== 'MX') return store;
  const made = new Map<KeyId, DataKey>();
  const append = (group: Group) => {
    for (const key of group.keys) made.set(key.id, key);
    for (const { header } of group.entries) {
      const key = header.kind === 'lodgement.bytes' ? made.get(header.key) : undefined;
      if (key !== undefined) bytesKeys.push(key);
    }
    return store.append(group);
  };
  return aroundStore(store, { append });
}

function start(options: Partial<Lasting> = {}): Promise<Network> {
  bytesKeys.length = 0;
  return lives.begin({ around: watched, ...options });
}

/** A flight from the United States to Canada, lodged in Mexico, which it does not touch. */
async function relayed(network: Network) {
  const bytes = paxlst({ from: 'SEA', to: 'YVR' });
  const actor = { name: 'clerk', organisation: 'AC' };
  const lodged = await network.node('MX').lodge({ bytes, actor, mediaType: 'application/edifact' });
  invariant(lodged.ok, 'lodged');
  return lodged.value;
}

const stateIn = (network: Network, lodgement: LodgementId) => network.node('MX').lodging.state(lodgement);

async function everyByte(of: string): Promise<Buffer> {
  const files = await readdir(of, { recursive: true, withFileTypes: true });
  const bytes = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(bytes));
}

const relaysOf = (network: Network): number =>
  network.node('MX').views.read<ReadonlyMap<string, unknown>>('lodgement.relays', 'live').state.size;

test('what was only passed on is forgotten once both have it, in every byte of the folder; the answer stays', async () => {
  const network = await start();
  const lodged = await relayed(network);
  expect(lodged.messages[0]?.outcomes[0]).toMatchObject({ combined: 'board', own: undefined });
  expect(lodged.messages[0]?.outcomes[0]?.partners.map(({ country }) => country).toSorted()).toEqual(['CA', 'US']);
  await expect.poll(async () => (await stateIn(network, lodged.lodgement))?.bytes).toBeUndefined();
  await expect.poll(() => relaysOf(network)).toBe(0);
  await lives.end();
  const bytes = await everyByte(join(lives.folder, 'mx'));
  expect(bytesKeys).toHaveLength(1);
  for (const { id, secret, salt } of bytesKeys) {
    expect(bytes.includes(Buffer.from(id, 'hex'))).toBe(true);
    expect(bytes.includes(Buffer.from(secret))).toBe(false);
    expect(bytes.includes(Buffer.from(salt))).toBe(false);
  }
  expect(bytes.includes('TREMBLAY')).toBe(false);
  const again = await start();
  const state = await stateIn(again, lodged.lodgement);
  expect(state?.received).toMatchObject({ organisation: 'AC', relayed: true });
  expect(state?.answered?.replies[0]?.text).toContain('CUSRES');
  expect(JSON.stringify(state)).not.toContain('TREMBLAY');
});

test('what is this country’s own is kept', async () => {
  const network = await start();
  const bytes = paxlst({ from: 'MEX', to: 'YVR' });
  const actor = { name: 'clerk', organisation: 'AC' };
  const lodged = await network.node('MX').lodge({ bytes, actor, mediaType: 'application/edifact' });
  invariant(lodged.ok, 'lodged');
  await network.node('MX').settled();
  expect((await stateIn(network, lodged.value.lodgement))?.bytes).toEqual(bytes);
  expect(relaysOf(network)).toBe(0);
});

/** Holds back everything that goes to Canada's partners or comes from it, until it is let go. */
function holding(): { readonly post: Post; readonly letGo: () => Promise<void> } {
  const held: (() => Promise<boolean>)[] = [];
  let holds = true;
  return {
    post: async ({ from, to, bytes }, deliver) => {
      if (!holds || (from !== 'CA' && to !== 'CA')) return deliver(bytes);
      held.push(() => deliver(bytes));
      return false;
    },
    letGo: async () => {
      holds = false;
      for (const release of held) await release();
    },
  };
}

test('while one of them has not receipted, the bytes stay; they go when he has', async () => {
  const { post, letGo } = holding();
  const network = await start({ post });
  const lodged = await relayed(network);
  expect(lodged.messages[0]?.findings.map(({ code }) => code)).toContain('NOD-0103');
  await network.node('MX').settled();
  expect((await stateIn(network, lodged.lodgement))?.bytes).toBeDefined();
  expect(relaysOf(network)).toBe(1);
  await letGo();
  await expect.poll(async () => (await stateIn(network, lodged.lodgement))?.bytes).toBeUndefined();
  await expect.poll(() => relaysOf(network)).toBe(0);
});

const noFly: SubjectList = {
  name: 'no-fly',
  version: '1',
  purpose: 'no-fly',
  entries: [
    {
      ...{ entry: 'N-1', kind: 'person', documents: [], nationalities: ['CAN'] },
      names: [{ family: 'TREMBLAY', given: 'LUCIE', whole: 'LUCIE TREMBLAY', quality: 'primary' }],
      datesOfBirth: [{ year: 1981, month: 4, day: 2 }],
    },
  ],
};

test('a stricter word that comes after the bytes were forgotten still reaches the carrier', async () => {
  const { post, letGo } = holding();
  const network = await start({ post, lists: (country) => (country === 'CA' ? [noFly] : []) });
  await relayed(network);
  await letGo();
  const messages = () => network.node('MX').messages.after('AC', 0, 10);
  await expect.poll(async () => (await messages()).length, { timeout: 5000 }).toBe(1);
  const [message] = await messages();
  expect(message?.text).toContain('BGM+132');
  expect(message?.text).toContain('RFF+ABO:ABO1');
  expect(message?.text).not.toContain('TREMBLAY');
});

test('a start forgets what the one before had no time to forget', async () => {
  const { post } = holding();
  const network = await start({ post });
  const lodged = await relayed(network);
  await lives.end();
  const again = await start();
  await expect.poll(async () => (await stateIn(again, lodged.lodgement))?.bytes, { timeout: 10_000 }).toBeUndefined();
});
