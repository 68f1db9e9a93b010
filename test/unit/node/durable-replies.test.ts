import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { durableReplies } from '#node';
import { lastingNetwork } from '../../support/lasting-network.ts';

const reply = { status: 422, mediaType: 'application/x-any', body: Uint8Array.of(0, 255, 128, 10) };

test('a kept reply is given again byte for byte, after a restart too, and under no other key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-replies-'));
  const before = await lastingNetwork({ folder });
  const kept = durableReplies(before.node('CA').access);
  expect(await kept.get('one')).toBeUndefined();
  await kept.put('one', { digest: 'd1', reply });
  expect(await kept.get('one')).toEqual({ digest: 'd1', reply });
  expect(await kept.get('two')).toBeUndefined();
  expect(await durableReplies(before.node('US').access).get('one')).toBeUndefined();
  await before.close();
  const after = await lastingNetwork({ folder });
  expect(await durableReplies(after.node('CA').access).get('one')).toEqual({ digest: 'd1', reply });
  await after.close();
  await rm(folder, { recursive: true });
}, 60_000);
