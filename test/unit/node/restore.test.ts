import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { invariant } from '#kernel';
import { backupLedger, makeRecoveryKey, restoreLedger, verifyLedgerAt } from '#node';
import { lastingNetwork } from '../../support/lasting-network.ts';
import { paxlst } from './paxlst.ts';

let folder = '';
let archives = { ledger: '', keys: '' };
let recovery = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-restore-'));
  const network = await lastingNetwork({ folder: join(folder, 'nodes') });
  const actor = { name: 'AC', organisation: 'AC' };
  await network
    .node('CA')
    .lodge({ bytes: paxlst({ from: 'YYZ', to: 'YVR' }), mediaType: 'application/edifact', actor });
  await network.close();
  const key = await makeRecoveryKey(join(folder, 'recovery.key'));
  invariant(key.ok, 'a new key in a new folder');
  const place = { data: join(folder, 'nodes', 'ca') };
  const made = await backupLedger({ place, to: join(folder, 'archives'), recoveryKey: key.value });
  invariant(made.ok, 'a ledger that nobody uses is backed up');
  archives = made.value;
  recovery = await readFile(join(folder, 'recovery.key'), 'utf8');
}, 60_000);
afterEach(() => rm(folder, { recursive: true }));

const restore = () => restoreLedger({ data: join(folder, 'places', 'ca') }, { ...archives, recovery });
const places = () => readdir(join(folder, 'places'));

test('a whole backup comes to its place, and nothing else stands beside it', async () => {
  const restored = await restore();
  expect(restored).toMatchObject({ ok: true });
  expect(await places()).toEqual(['ca']);
  const verified = await verifyLedgerAt({ data: join(folder, 'places', 'ca') }, {});
  expect(verified).toMatchObject({ ok: true, value: { findings: [], head: restored.ok && restored.value } });
  expect(await restore()).toMatchObject({ ok: false, error: { code: 'LED-0402' } });
});

test.each([
  ['its last byte is another', (bytes: Buffer) => bytes.fill(bytes.at(-1) === 0 ? 1 : 0, bytes.length - 1)],
  ['its end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
])('a damaged archive of entries, %s: the place stays as empty as it was', async (_how, damage) => {
  await writeFile(archives.ledger, damage(await readFile(archives.ledger)));
  expect(await restore()).toMatchObject({ ok: false, error: { code: 'LED-0401', parameters: { archive: 'ledger' } } });
  expect(await places()).toEqual([]);
});

test('an archive that is not there leaves nothing either', async () => {
  await rm(archives.keys);
  expect(await restore()).toMatchObject({ ok: false, error: { code: 'NOD-0208' } });
  expect(await places()).toEqual([]);
});

test('a ledger whose node runs is not backed up: it is said whose it is, and to stop that first', async () => {
  const network = await lastingNetwork({ folder: join(folder, 'nodes') });
  const order = { place: { data: join(folder, 'nodes', 'ca') }, to: join(folder, 'more'), recoveryKey: '1'.repeat(64) };
  expect(await backupLedger(order)).toMatchObject({
    ok: false,
    error: { code: 'LED-0201', parameters: { pid: String(process.pid) } },
  });
  await network.close();
}, 60_000);
