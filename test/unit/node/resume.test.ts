import { expect, test } from 'vitest';
import { err, invariant } from '#kernel';
import { ledgerFindings, type Store } from '#ledger';
import { aroundStore } from '#node';
import { livesOf } from '../../support/lives.ts';
import { paxlst } from './paxlst.ts';

const lives = livesOf('resume');

/** A store that takes everything but an answer to a lodgement, as when the process dies before that is written. */
const neverAnswers = (store: Store): Store =>
  aroundStore(store, {
    append: async (group) =>
      group.entries.some(({ header }) => header.kind === 'lodgement.answered')
        ? err(ledgerFindings.find('LED-0104', { cause: 'test' }))
        : store.append(group),
  });

const input = {
  ...{ bytes: paxlst({ from: 'YYZ', to: 'YVR' }), mediaType: 'application/edifact' },
  ...{ actor: { name: 'desk', organisation: 'AC' }, idempotencyKey: 'one' },
};
const inbox = async () => (await lives.open?.node('CA').messages.after('AC', 0, 10))?.map(({ text }) => text) ?? [];

test('what was received and not answered is answered after the restart, once, and its carrier finds the reply', async () => {
  let open = await lives.begin({ around: (store, country) => (country === 'CA' ? neverAnswers(store) : store) });
  expect((await open.node('CA').lodge(input)).ok).toBe(false);
  await open.node('CA').settled();
  expect(await inbox()).toEqual([]);
  await lives.end();

  open = await lives.begin();
  await open.node('CA').settled();
  const [reply, ...more] = await inbox();
  expect(more).toEqual([]);
  expect(reply).toContain('CUSRES');
  expect(reply).toContain('RFF+ABO:ABO1');
  const again = await open.node('CA').lodge(input);
  invariant(again.ok, 'a healthy store takes everything');
  expect(again.value.replies.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual([reply]);
  await lives.end();

  open = await lives.begin();
  await open.node('CA').settled();
  expect(await inbox()).toEqual([reply]);
}, 60_000);

test('what was answered is not answered again', async () => {
  let open = await lives.begin();
  expect((await open.node('CA').lodge(input)).ok).toBe(true);
  await lives.end();
  open = await lives.begin();
  await open.node('CA').settled();
  expect(await inbox()).toEqual([]);
}, 60_000);
