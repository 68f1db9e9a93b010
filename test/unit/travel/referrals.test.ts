import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeUtf8, type SubjectList } from '#kernel';
import type { Demonstration } from '#node';
import { paxlst } from '../node/paxlst.ts';
import { ask, openSeats, slow } from './seats.ts';

/** Somebody of whom the list knows no more than the name. */
const namesake = (family: string): SubjectList => ({
  name: 'no-fly',
  version: '1',
  purpose: 'no-fly',
  entries: [
    {
      entry: 'N-1',
      kind: 'person',
      names: [{ family, given: 'LUCIE', quality: 'primary' }],
      datesOfBirth: [],
      nationalities: [],
      documents: [],
    },
  ],
});

let seats: Demonstration;
beforeAll(async () => {
  seats = await openSeats({ CA: [namesake('TREMBLAY')] });
}, slow);
afterAll(() => seats.close());

const settled = () => seats.network.node('CA').settled();
const officer = { purpose: 'referral' };

interface Lodged {
  readonly journey: string;
  readonly token: string;
  readonly reply: string;
}

/** Lodges a list of one for Canada and hands back what came of it. */
async function lodge(flight: Parameters<typeof paxlst>[0]): Promise<Lodged> {
  const token = await seats.tokenFor('AC');
  const { body } = await ask(seats, 'CA', 'POST /lodgements', { token, body: paxlst(flight) });
  await settled();
  return { journey: body.messages[0].journey, token, reply: body.replies[0].text };
}
const traveller = async (journey: string, subject: string) =>
  (await ask(seats, 'CA', `GET /travel/flights/${journey}/travellers/${subject}`, { purpose: 'border-check' })).body;
const flight = async (journey: string) =>
  (await ask(seats, 'CA', 'GET /travel/flights?window=999h')).body.items.find(
    (one: { journey: string }) => one.journey === journey,
  );
const messages = async (token: string): Promise<readonly string[]> =>
  (await ask(seats, 'CA', 'GET /carrier/messages', { token })).body.items.map((one: { text: string }) => one.text);

async function settle(referral: string, outcome: string) {
  const claimed = await ask(seats, 'CA', `POST /casework/referrals/${referral}/claim`, officer);
  expect(claimed.status).toBe(200);
  const decided = await ask(seats, 'CA', `POST /casework/referrals/${referral}/outcome`, {
    ...officer,
    body: { outcome, reason: 'compared with the document' },
  });
  expect(decided).toMatchObject({ status: 200, body: { outcome } });
  await settled();
  await settled();
}

test('an officer’s word clears the referral, corrects the answer by a 132, and waits for the 312', async () => {
  const { journey, token, reply } = await lodge({ conveyance: 'AC501', reference: 'R1', transaction: 'T1' });
  expect(reply).toContain('ERC+2');
  const before = await traveller(journey, 'R1');
  expect(before).toMatchObject({ combined: 'refer', own: { disposition: 'refer' } });
  expect(before.own.reasons[0].facts).toEqual({ 'list.no-fly': 'adjudicate' });
  expect((await flight(journey)).referralsOpen).toBe(1);

  const { body: referral } = await ask(seats, 'CA', `GET /casework/referrals/${before.referral}`, officer);
  expect(referral).toMatchObject({ about: journey, subject: 'R1', kind: 'travel.identity', ports: ['YYZ'] });

  await settle(before.referral, 'board');
  const after = await traveller(journey, 'R1');
  expect(after.combined).toBe('board');
  expect(after.referral).toBeUndefined();
  expect(after.history.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining(['assessed', 'replied', 'settled', 'corrected']),
  );
  expect((await flight(journey)).referralsOpen).toBe(0);
  const [told] = await messages(token);
  expect(told).toContain('BGM+132');
  expect(told).toContain('RFF+ABO:R1');
  expect(told).toContain('RFF+TN:T1');

  const answer = (told ?? '')
    .replace('BGM+132', 'BGM+312')
    .replace(/UNB\+([^+]+)\+([^+]+)\+([^+]+)\+/, 'UNB+$1+$3+$2+');
  const acknowledged = await ask(seats, 'CA', 'POST /lodgements', { token, body: encodeUtf8(answer) });
  expect(acknowledged.body.status).toBe('accepted');
  await settled();
  expect((await traveller(journey, 'R1')).history.at(-1).what).toBe('acknowledged');
});

test('a word that the carrier has already is not told twice, and a second outcome is refused', async () => {
  const { journey, token } = await lodge({ conveyance: 'AC502', reference: 'R2', transaction: 'T2' });
  const before = (await messages(token)).length;
  const { referral } = await traveller(journey, 'R2');
  await settle(referral, 'refuse');
  expect(await messages(token)).toHaveLength(before + 1);
  const again = await ask(seats, 'CA', `POST /casework/referrals/${referral}/outcome`, {
    ...officer,
    body: { outcome: 'board', reason: 'changed my mind' },
  });
  expect(again.status).toBe(409);
  await settled();
  expect(await messages(token)).toHaveLength(before + 1);
  expect((await traveller(journey, 'R2')).combined).toBe('refuse');
});

test('an outcome on what was superseded meanwhile changes nothing that is newer', async () => {
  const { journey, token } = await lodge({ conveyance: 'AC503', reference: 'R3', transaction: 'T3' });
  const { referral } = await traveller(journey, 'R3');
  const before = (await messages(token)).length;
  await lodge({ conveyance: 'AC503', reference: 'R3', transaction: 'T3B', family: 'NOBODY', functionCode: 'CP' });
  expect((await traveller(journey, 'R3')).combined).toBe('board');
  await settle(referral, 'refuse');
  const after = await traveller(journey, 'R3');
  expect(after.combined).toBe('board');
  expect(after.referral).toBeUndefined();
  expect(await messages(token)).toHaveLength(before);
});

test('a referral that only asks to be looked at changes no word', async () => {
  const { journey, token } = await lodge({
    conveyance: 'AC504',
    reference: 'R4',
    transaction: 'T4',
    family: 'LOPEZ',
    from: 'QQQ',
    to: 'YYZ',
  });
  const { referral, combined } = await traveller(journey, 'R4');
  const { body } = await ask(seats, 'CA', `GET /casework/referrals/${referral}`, officer);
  expect(body.kind).toBe('travel.place');
  const before = (await messages(token)).length;
  await settle(referral, 'noted');
  const after = await traveller(journey, 'R4');
  expect(after).toMatchObject({ combined });
  expect(after.referral).toBeUndefined();
  expect(await messages(token)).toHaveLength(before);
});
