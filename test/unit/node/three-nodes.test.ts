import { afterEach, expect, test } from 'vitest';
import { decodeLatin1, type SubjectList } from '#kernel';
import type { Network } from '#node';
import { threeNodes } from './harness.ts';
import { paxlst } from './paxlst.ts';

let open: Network | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const start = async (options: Parameters<typeof threeNodes>[0] = {}): Promise<Network> => {
  open = await threeNodes(options);
  return open;
};
const carrier = { name: 'AC', organisation: 'AC' };
const edifact = 'application/edifact';

test('a list lodged in Canada for Mexico is answered by both, and the reply is a CUSRES', async () => {
  const { node } = await start();
  const lodged = await node('CA').lodge({ bytes: paxlst(), mediaType: edifact, actor: carrier });
  if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
  expect(lodged.value).toMatchObject({ status: 'accepted' });
  const [outcome] = lodged.value.messages[0]?.outcomes ?? [];
  expect(outcome?.subject).toBe('ABO1');
  expect(outcome?.own?.disposition).toBe('board');
  // The flight crosses the United States, whose law asks for overflights too.
  expect(outcome?.partners).toMatchObject([
    { country: 'MX', disposition: 'board' },
    { country: 'US', disposition: 'board' },
  ]);
  expect(outcome?.combined).toBe('board');
  const reply = decodeLatin1(lodged.value.replies[0]?.bytes ?? new Uint8Array());
  expect(reply).toContain('CUSRES');
  expect(reply).toContain('RFF+ABO:ABO1');
});

const noFly = (name: string): SubjectList => ({
  name: 'no-fly',
  version: '1',
  purpose: 'no-fly',
  entries: [
    {
      entry: 'N-1',
      kind: 'person',
      names: [{ family: 'TREMBLAY', given: 'LUCIE', whole: name, quality: 'primary' }],
      datesOfBirth: [{ year: 1981, month: 4, day: 2 }],
      nationalities: ['CAN'],
      documents: [],
    },
  ],
});

test('a partner’s no is the combined no, and only its class crosses', async () => {
  const { node } = await start({ listsOf: { MX: [noFly('LUCIE TREMBLAY')] } });
  const lodged = await node('CA').lodge({ bytes: paxlst(), mediaType: edifact, actor: carrier });
  if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
  const [outcome] = lodged.value.messages[0]?.outcomes ?? [];
  expect(outcome?.own?.disposition).toBe('board');
  expect(outcome?.combined).toBe('refuse');
  expect(outcome?.partners[0]).toMatchObject({ country: 'MX', disposition: 'refuse', reasonClass: 'security' });
  expect(JSON.stringify(outcome?.partners)).not.toContain('NOFLY');
});

test.each(['CL', 'XR', 'XF'])(
  'a list that asks about nobody (%s) is taken in by each country, and nobody is waited for',
  async (functionCode) => {
    const { node } = await start();
    await node('CA').lodge({ bytes: paxlst(), mediaType: edifact, actor: carrier });
    const bytes = paxlst({ functionCode, transaction: '1000002' });
    const before = performance.now();
    const lodged = await node('CA').lodge({ bytes, mediaType: edifact, actor: carrier });
    expect(performance.now() - before).toBeLessThan(1000);
    if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
    expect(lodged.value).toMatchObject({ status: 'accepted', messages: [{ outcomes: [] }] });
    expect(lodged.value.messages[0]?.findings.map(({ code }) => code)).not.toContain('NOD-0103');
    expect(decodeLatin1(lodged.value.replies[0]?.bytes ?? new Uint8Array())).not.toContain('DO NOT BOARD');
  },
);

test('a country without a node is not asked and holds nobody back; the party is told to lodge there', async () => {
  const { node } = await start();
  const bytes = paxlst({ from: 'FRA', to: 'YYZ' });
  const lodged = await node('CA').lodge({ bytes, mediaType: edifact, actor: carrier });
  if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
  expect(lodged.value.messages[0]?.outcomes).toMatchObject([{ subject: 'ABO1', partners: [], combined: 'board' }]);
  const notes = lodged.value.messages[0]?.findings.filter((finding) => finding.code === 'NOD-0106');
  expect(notes).toMatchObject([{ severity: 'note', parameters: { country: 'DE' } }]);
});

test('a partner that is silent is handled by its fail rule, within two seconds, and the answer says so', async () => {
  const { node } = await start({ post: () => Promise.resolve(false) });
  const before = performance.now();
  const lodged = await node('CA').lodge({ bytes: paxlst(), mediaType: edifact, actor: carrier });
  expect(performance.now() - before).toBeLessThan(2000);
  if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
  const [outcome] = lodged.value.messages[0]?.outcomes ?? [];
  expect(outcome?.partners).toMatchObject([
    { country: 'MX', disposition: 'board-after-document-check', failRule: 'late' },
    { country: 'US', disposition: 'refer', failRule: 'late' },
  ]);
  expect(outcome?.combined).toBe('refer');
  expect(lodged.value.messages[0]?.findings.map((finding) => finding.code)).toContain('NOD-0103');
});

test('a late answer that is stricter goes out unsolicited, with the passenger that it is about', async () => {
  const held: (() => Promise<boolean>)[] = [];
  const { node } = await start({
    listsOf: { MX: [noFly('LUCIE TREMBLAY')] },
    post: async ({ from, bytes }, deliver) => {
      if (from !== 'MX') return deliver(bytes);
      held.push(() => deliver(bytes));
      return false;
    },
  });
  await node('CA').lodge({ bytes: paxlst(), mediaType: edifact, actor: carrier });
  expect(await node('CA').messages.after('AC', 0, 10)).toEqual([]);
  for (const release of held) await release();
  await expect.poll(async () => (await node('CA').messages.after('AC', 0, 10)).length).toBe(1);
  const [message] = await node('CA').messages.after('AC', 0, 10);
  expect(message?.text).toContain('BGM+132');
  expect(message?.text).toContain('RFF+ABO:ABO1');
});

test('the same idempotency key is answered with the first answer', async () => {
  const { node } = await start();
  const input = { bytes: paxlst(), mediaType: edifact, actor: carrier, idempotencyKey: 'k1' };
  const first = await node('CA').lodge(input);
  const second = await node('CA').lodge(input);
  if (first?.ok !== true || second?.ok !== true) throw new TypeError('not lodged');
  expect(second.value.lodgement).toBe(first.value.lodgement);
  expect(Buffer.from(second.value.replies[0]?.bytes ?? [])).toEqual(Buffer.from(first.value.replies[0]?.bytes ?? []));
});

test.each([
  ['an empty file', new Uint8Array(), 'application/edifact'],
  ['HTML', Buffer.from('<!doctype html><p>Service unavailable'), 'text/html'],
  ['HTML that says it is EDIFACT', Buffer.from('<!doctype html><p>Service unavailable'), 'application/edifact'],
  ['half an interchange', paxlst().subarray(0, 300), 'application/edifact'],
])('%s is refused with a finding and stays in the ledger', async (_what, bytes, mediaType) => {
  const { node } = await start();
  const lodged = await node('CA').lodge({ bytes, mediaType, actor: carrier });
  if (lodged?.ok !== true) throw new TypeError(JSON.stringify(lodged));
  expect(lodged.value.status).toBe('refused');
  expect(
    [...lodged.value.findings, ...lodged.value.messages.flatMap((message) => message.findings)].some(
      (finding) => finding.severity === 'error',
    ),
  ).toBe(true);
  const state = await node('CA').lodging.state(lodged.value.lodgement);
  expect(Buffer.from(state?.bytes ?? [1])).toEqual(Buffer.from(bytes));
});
