import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demonstration } from '#node';
import { paxlst } from '../node/paxlst.ts';
import { ask, openSeats, slow } from './seats.ts';

let seats: Demonstration;
/** What Mexico says reaches the others when the test lets it. */
const held: (() => Promise<boolean>)[] = [];
beforeAll(async () => {
  seats = await openSeats({}, async ({ from, bytes }, deliver) => {
    if (from !== 'MX') return deliver(bytes);
    held.push(() => deliver(bytes));
    return false;
  });
}, slow);
afterAll(() => seats.close());

const officer = { purpose: 'referral' };
const milder = async () =>
  (await ask(seats, 'CA', 'GET /casework/referrals?kind=travel.milder-late-answer', officer)).body.items;
const messages = async (token: string): Promise<readonly { text: string }[]> =>
  (await ask(seats, 'CA', 'GET /carrier/messages', { token })).body.items;

test('a late answer that is milder waits for an officer of the port; his word sends it on, and it is told once', async () => {
  const token = await seats.tokenFor('AC');
  const { body } = await ask(seats, 'CA', 'POST /lodgements', { token, body: paxlst() });
  expect(body.replies[0].text).toContain('NO ANSWER IN TIME FROM MX');
  expect(body.replies[0].text).toContain('ERC+0B');
  while (held.length > 0) await held.shift()?.();
  await expect.poll(async () => (await milder()).length, { timeout: 15_000 }).toBe(1);
  const [referral] = await milder();
  expect(referral).toMatchObject({ subject: 'ABO1', ports: ['YYZ'], about: body.messages[0].journey });
  expect(await messages(token)).toEqual([]);

  const path = `/casework/referrals/${referral.referral}`;
  await ask(seats, 'CA', `POST ${path}/claim`, officer);
  const settled = await ask(seats, 'CA', `POST ${path}/outcome`, {
    ...officer,
    body: { outcome: 'soften', reason: 'Mexico has answered' },
  });
  expect(settled.status).toBe(200);
  await expect.poll(async () => (await messages(token)).length, { timeout: 15_000 }).toBe(1);
  const [told] = await messages(token);
  expect(told?.text).toContain('BGM+132');
  expect(told?.text).toContain('ERC+0A');
  const seen = await ask(seats, 'CA', `GET /travel/flights/${referral.about}/travellers/ABO1`, {
    purpose: 'border-check',
  });
  expect(seen.body).toMatchObject({
    combined: 'board',
    partners: expect.arrayContaining([expect.objectContaining({ country: 'MX', disposition: 'board' })]),
  });
  expect(await milder()).toEqual([]);
});
