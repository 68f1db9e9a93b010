import { expect, test } from 'vitest';
import { invariant } from '#kernel';
import { threeNodes } from './harness.ts';
import { paxlst } from './paxlst.ts';

test('a node that stops takes no letter any more, and tells its partner to send it again', async () => {
  const letters: Uint8Array[] = [];
  const network = await threeNodes({
    post: async ({ to, bytes }, deliver) => {
      if (to === 'US') letters.push(bytes);
      return to !== 'US' && deliver(bytes);
    },
  });
  const actor = { name: 'AC', organisation: 'AC' };
  await network.node('CA').lodge({ bytes: paxlst({}), actor, mediaType: 'application/edifact' });
  const [letter] = letters;
  invariant(letter !== undefined, 'Canada asks the United States');
  await network.node('US').close();
  expect(await network.node('US').receive(letter)).toMatchObject({ ok: false, error: { code: 'EXC-0115' } });
  await network.node('CA').close();
  await network.node('MX').close();
});
