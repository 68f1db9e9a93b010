import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { err, invariant } from '#kernel';
import { ledgerFindings, type Store } from '#ledger';
import type { Network } from '#node';
import { lastingNetwork } from '../../support/lasting-network.ts';
import { paxlst } from './paxlst.ts';

let folder = '';
let open: Network | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-resume-'));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  await rm(folder, { recursive: true });
});

/** A store that takes everything but an answer to a lodgement, as when the process dies before that is written. */
const neverAnswers = (store: Store): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const append: Store['append'] = async (group) =>
        group.entries.some(({ header }) => header.kind === 'lodgement.answered')
          ? err(ledgerFindings.find('LED-0104', { cause: 'test' }))
          : target.append(group);
      const value: unknown = name === 'append' ? append : Reflect.get(target, name, target);
      return typeof value === 'function' && name !== 'append' ? value.bind(target) : value;
    },
  });

const input = {
  ...{ bytes: paxlst({ from: 'YYZ', to: 'YVR' }), mediaType: 'application/edifact' },
  ...{ actor: { name: 'desk', organisation: 'AC' }, idempotencyKey: 'one' },
};
const inbox = async () => (await open?.node('CA').messages.after('AC', 0, 10))?.map(({ text }) => text) ?? [];

test('what was received and not answered is answered after the restart, once, and its carrier finds the reply', async () => {
  open = await lastingNetwork({ folder, around: (store, country) => (country === 'CA' ? neverAnswers(store) : store) });
  expect((await open.node('CA').lodge(input)).ok).toBe(false);
  await open.node('CA').settled();
  expect(await inbox()).toEqual([]);
  await open.close();

  open = await lastingNetwork({ folder });
  await open.node('CA').settled();
  const [reply, ...more] = await inbox();
  expect(more).toEqual([]);
  expect(reply).toContain('CUSRES');
  expect(reply).toContain('RFF+ABO:ABO1');
  const again = await open.node('CA').lodge(input);
  invariant(again.ok, 'a healthy store takes everything');
  expect(again.value.replies.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual([reply]);
  await open.close();

  open = await lastingNetwork({ folder });
  await open.node('CA').settled();
  expect(await inbox()).toEqual([reply]);
}, 60_000);

test('what was answered is not answered again', async () => {
  open = await lastingNetwork({ folder });
  expect((await open.node('CA').lodge(input)).ok).toBe(true);
  await open.close();
  open = await lastingNetwork({ folder });
  await open.node('CA').settled();
  expect(await inbox()).toEqual([]);
}, 60_000);
