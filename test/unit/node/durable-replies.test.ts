import { expect, test } from 'vitest';
import { durableReplies } from '#node';
import { livesOf } from '../../support/lives.ts';

const lives = livesOf('replies');
const reply = { status: 422, mediaType: 'application/x-any', body: Uint8Array.of(0, 255, 128, 10) };

test('a kept reply is given again byte for byte, after a restart too, and under no other key', async () => {
  const before = await lives.begin();
  const kept = durableReplies(before.node('CA').access);
  expect(await kept.get('one')).toBeUndefined();
  await kept.put('one', { digest: 'd1', reply });
  expect(await kept.get('one')).toEqual({ digest: 'd1', reply });
  expect(await kept.get('two')).toBeUndefined();
  expect(await durableReplies(before.node('US').access).get('one')).toBeUndefined();
  await lives.end();
  const after = await lives.begin();
  expect(await durableReplies(after.node('CA').access).get('one')).toEqual({ digest: 'd1', reply });
}, 60_000);
