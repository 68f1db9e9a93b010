import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeLatin1 } from '#kernel';
import type { Demonstration, Network } from '#node';
import { threeNodes } from '../node/harness.ts';
import { paxlst } from '../node/paxlst.ts';
import { ask, openSeats, slow } from './seats.ts';

const good = decodeLatin1(paxlst());
const changed = (from: string | RegExp, to: string): Uint8Array => {
  const text = good.replaceAll(from, to);
  if (text === good) throw new TypeError(`${from} is not there`);
  return Buffer.from(text, 'latin1');
};
const carrier = { name: 'AC', organisation: 'AC' };

/** What came, what is found, and what the negative reply says; the clock of the nodes stands at 1 December 2026. */
const cases: readonly (readonly [what: string, bytes: Uint8Array, code: string, reply: RegExp])[] = [
  ['an empty file', new Uint8Array(), 'EDI-0101', /CONTRL.*UCI\+0\+UNKNOWN/],
  ['half an interchange', paxlst().subarray(0, 300), 'EDI-0110', /UCI\+1909240000001\+AC\+CBSA\+4\+18/],
  ['a wrong count of segments', changed('UNT+24', 'UNT+20'), 'EDI-0301', /UCM\+PAX001.*\+4\+29\+UNT\+2/],
  ['a wrong count of messages', changed('UNZ+1+', 'UNZ+2+'), 'EDI-0112', /UCI.*\+4\+29\+UNZ\+2/],
  [
    'another reference at the end of the message',
    changed('UNT+24+PAX001', 'UNT+24+PAX009'),
    'EDI-0302',
    /\+4\+28\+UNT\+3/,
  ],
  [
    'another reference at the end of the interchange',
    changed('UNZ+1+1909', 'UNZ+1+2009'),
    'EDI-0113',
    /\+4\+28\+UNZ\+3/,
  ],
  ['a letter outside the character set', changed('TREMBLAY', 'TREMBL\xc3\x89'), 'EDI-0114', /UCS\+11\+21/],
  ['a character set that there is not', changed('UNOA:4', 'UNOQ:9'), 'EDI-0109', /\+4\+46\+UNB/],
  ['an authority that nobody knows', changed('CBSA', 'NOBODY'), 'TRV-0101', /ERP\+1'ERC\+118.*TRV-0101/],
  ['10 MB in one segment', changed('TREMBLAY', 'A'.repeat(10_000_000)), 'EDI-0119', /UCM\+PAX001.*\+4\+39/],
  ['HTML', Buffer.from('<!doctype html><p>Service unavailable'), 'EDI-0103', /CONTRL.*UCI\+0\+UNKNOWN/],
  ['a document that expired yesterday', paxlst({ expiry: '261130' }), 'TRV-0202', /ERC\+1Z/],
  ['a date of birth in the future', changed('DTM+329:810402', 'DTM+329:20270101:102'), 'EDI-0410', /UCM\+PAX001.*\+4/],
  ['eleven passengers', eleven(), 'TRV-0103', /ERC\+118.*TRV-0103/],
  ['a passenger twice', twice(), 'TRV-0105', /ERC\+118.*TRV-0105/],
];

/** The list with its one person repeated. */
function repeated(count: number, reference: (at: number) => string): Uint8Array {
  const [person = ''] = /NAD\+FL.*LOC\+91\+CAN'/.exec(good) ?? [];
  const people = Array.from({ length: count }, (_, at) => person.replace('ABO1', reference(at))).join('');
  const segments = 24 + (count - 1) * (person.split("'").length - 1);
  return Buffer.from(good.replace(person, people).replace('UNT+24', `UNT+${segments}`), 'latin1');
}
function eleven(): Uint8Array {
  return repeated(11, (at) => `ABO${at + 1}`);
}
function twice(): Uint8Array {
  return repeated(2, () => 'ABO1');
}

describe('strict', () => {
  let network: Network;
  beforeAll(async () => {
    network = await threeNodes();
  }, slow);
  afterAll(() => network.close());

  test.each(cases)(
    '%s: a coded finding, a negative reply, and it stays in the ledger',
    async (_what, bytes, code, reply) => {
      const began = performance.now();
      const node = network.node('CA');
      const lodged = await node.lodge({ bytes, mediaType: 'application/edifact', actor: carrier });
      if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
      expect(performance.now() - began).toBeLessThan(10_000);
      const { findings, messages, replies, lodgement } = lodged.value;
      const found = [...findings, ...messages.flatMap((message) => message.findings)];
      expect(found.map((finding) => finding.code)).toContain(code);
      expect(replies).toHaveLength(1);
      expect(decodeLatin1(replies[0]?.bytes ?? new Uint8Array())).toMatch(reply);
      expect(decodeLatin1(replies[0]?.bytes ?? new Uint8Array())).not.toContain('0A');
      const state = await node.lodging.state(lodgement);
      expect(Buffer.from(state?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      expect(state?.answered?.replies.map(({ text }) => text)).toEqual(replies.map((one) => decodeLatin1(one.bytes)));
    },
  );

  test('what is found is found where it stands', async () => {
    const node = network.node('CA');
    const lodged = await node.lodge({
      bytes: changed('UNT+24', 'UNT+20'),
      mediaType: 'application/edifact',
      actor: carrier,
    });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    const [finding] = lodged.value.messages[0]?.findings ?? [];
    expect(finding).toMatchObject({ code: 'EDI-0301', at: { message: 1, segment: 24, tag: 'UNT', element: 1 } });
    expect(good.slice(finding?.at?.offset)).toMatch(/^24\+PAX001'/);
  });

  test('what is not even said to be an interchange has no reply in its terms, and is kept with its finding', async () => {
    const node = network.node('CA');
    const bytes = Buffer.from('<!doctype html>');
    const lodged = await node.lodge({ bytes, mediaType: 'text/html', actor: carrier });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    expect(lodged.value).toMatchObject({ status: 'refused', findings: [{ code: 'NOD-0101' }], replies: [] });
    expect(Buffer.from((await node.lodging.state(lodged.value.lodgement))?.bytes ?? []).equals(bytes)).toBe(true);
  });
});

test('a sender that is read leniently is told of a birth in the future by the answer itself', async () => {
  const network = await threeNodes({ lenient: () => true });
  try {
    const bytes = changed('DTM+329:810402', 'DTM+329:20270101:102');
    const lodged = await network.node('CA').lodge({ bytes, mediaType: 'application/edifact', actor: carrier });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    expect(lodged.value.messages[0]?.findings.map(({ code }) => code)).toContain('TRV-0203');
    expect(lodged.value.messages[0]?.outcomes[0]?.own).toMatchObject({ disposition: 'insufficient-data' });
    expect(decodeLatin1(lodged.value.replies.at(-1)?.bytes ?? new Uint8Array())).toMatch(/ERC\+4Z/);
  } finally {
    await network.close();
  }
});

describe('over HTTP', () => {
  let seats: Demonstration;
  beforeAll(async () => {
    seats = await openSeats();
  }, slow);
  afterAll(() => seats.close());

  const post = async (body: Uint8Array) =>
    ask(seats, 'US', 'POST /lodgements', { body, encoding: 'gzip', token: await seats.tokenFor('AC') });

  test('a zip bomb is refused before it is unpacked, and what came is kept', async () => {
    // Members of a gzip file follow each other: 256 of 4 MB, some kilobytes each.
    const member = gzipSync(Buffer.alloc(4 * 1024 * 1024));
    const bomb = Buffer.concat(Array.from({ length: 256 }, () => member));
    const before = process.memoryUsage().rss;
    const { status, body } = await post(bomb);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    expect(body.findings[0]).toMatchObject({ severity: 'error', code: expect.stringMatching(/^API-/) });
    expect(body.findings[0].text).toBeTruthy();
    const state = await seats.network.node('US').lodging.state(body.lodgement);
    expect(state?.answered?.status).toBe('refused');
    expect(state?.received).toBeDefined();
  });

  test('a packed list is a list', async () => {
    const { status, body } = await post(gzipSync(paxlst()));
    expect({ status, lodged: body.status }).toEqual({ status: 200, lodged: 'accepted' });
  });
});
