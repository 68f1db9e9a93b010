import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFiles } from '#adapters';
import { createHttpServer, type HttpServer } from '#adapters/http';
import { accessTableSchema, apiFindings, compileAccess } from '#api';
import { type Actor, err, invariant, ok } from '#kernel';
import { lodgeThrough, type Network } from '#node';
import shipped from '../../../data/access/roles.json' with { type: 'json' };
import { testOptions } from '../../support/http-fixture.ts';
import { threeNodes } from './harness.ts';
import { paxlst } from './paxlst.ts';

/** Two carriers, an officer, and whoever puts files into the watched folder. */
const callers: Readonly<Record<string, Actor>> = {
  north: { name: 'north-desk', roles: ['carrier'], organisation: 'NORTH', ports: [] },
  south: { name: 'south-desk', roles: ['carrier'], organisation: 'SOUTH', ports: [] },
  officer: { name: 'officer-7', roles: ['officer'], ports: ['YYZ'] },
  folder: { name: 'watched-folder', roles: ['carrier'], ports: [] },
};
const carriers = ['north', 'south'];

let network: Network;
let server: HttpServer;
beforeAll(async () => {
  network = await threeNodes();
  const node = network.node('CA');
  server = await createHttpServer(
    testOptions({
      parts: node.parts,
      rules: compileAccess(accessTableSchema.parse(shipped)),
      access: (_part, reality) => node.access.within(reality),
      lodge: lodgeThrough(node),
      authenticate: async ({ authorization }) => {
        const actor = callers[authorization ?? ''];
        return actor === undefined ? err(apiFindings.find('API-0103')) : ok(actor);
      },
    }),
  );
});
afterAll(async () => {
  await server.close();
  await network.close();
});

async function lodge(who: string, transaction: string): Promise<string> {
  const reply = await server.inject({
    ...{ method: 'POST', url: '/api/lodgements', payload: Buffer.from(paxlst({ transaction })) },
    headers: { authorization: who, 'content-type': 'application/edifact' },
  });
  return String(reply.headers['x-lodgement']);
}

/** What somebody is shown of a lodgement: its own name, or the code of the finding that he gets instead. */
async function seen(who: string, lodgement: string): Promise<string> {
  const purpose = carriers.includes(who) ? 'own-lodgement' : 'referral';
  const headers = { authorization: who, 'x-purpose': purpose };
  const reply = await server.inject({ method: 'GET', url: `/api/lodgements/${lodgement}`, headers });
  const said = reply.json();
  return String(said.lodgement ?? said.code);
}

test('a carrier sees what it lodged and nothing of another; an officer of the country sees both', async () => {
  const [north, south] = [await lodge('north', '2000001'), await lodge('south', '2000002')];
  expect(await seen('north', north)).toBe(north);
  expect(await seen('south', south)).toBe(south);
  expect([await seen('officer', north), await seen('officer', south)]).toEqual([north, south]);
  // As if it were not there at all: what one may not see is told in the same words as what there is not.
  const nowhere = '0'.repeat(north.length);
  expect([await seen('north', south), await seen('south', north), await seen('north', nowhere)]).toEqual([
    'NOD-0301',
    'NOD-0301',
    'NOD-0301',
  ]);
});

test('what came by the watched folder is no carrier’s: officers of the country see it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-scope-'));
  const { watchFolder } = await loadFiles();
  const lodged: string[] = [];
  const actor = callers['folder'];
  invariant(actor !== undefined, 'somebody puts files there');
  const throughNode = lodgeThrough(network.node('CA'));
  const watched = watchFolder({
    ...{ folder, actor, reality: 'live' },
    log: testOptions().log,
    lodge: async (request) => {
      const answer = await throughNode(request);
      lodged.push(answer.lodgement);
      return answer;
    },
  });
  await writeFile(join(folder, 'flight.edi'), paxlst({ transaction: '2000003' }));
  await watched.sweep();
  await watched.sweep();
  const [one = ''] = lodged;
  expect(await Promise.all(['north', 'south', 'officer'].map((who) => seen(who, one)))).toEqual([
    'NOD-0301',
    'NOD-0301',
    one,
  ]);
  await rm(folder, { recursive: true });
});

test('messages to a carrier are read by that carrier alone', async () => {
  await network.node('CA').messages.send('NORTH', { mediaType: 'text/plain', bytes: Buffer.from('no longer') }, 'live');
  const inbox = async (who: string): Promise<unknown> => {
    const reply = await server.inject({ url: '/api/carrier/messages', headers: { authorization: who } });
    return reply.json().items?.map(({ text }: { text: string }) => text) ?? reply.json().code;
  };
  expect(await inbox('north')).toEqual(['no longer']);
  expect(await inbox('south')).toEqual([]);
  expect(await inbox('officer')).toBe('API-0104');
});

test('the list holds of each carrier what it lodged, the newest first, and counts nothing of another', async () => {
  const refused = await server.inject({
    ...{ method: 'POST', url: '/api/lodgements', payload: Buffer.from("UNB+UNOA:4+A+B+261124:1200+1'UNZ+0+1'") },
    headers: { authorization: 'north', 'content-type': 'application/edifact' },
  });
  const lodgement = String(refused.headers['x-lodgement']);
  const listed = async (who: string, query = '') =>
    (await server.inject({ method: 'GET', url: `/api/lodgements${query}`, headers: { authorization: who } })).json();
  await expect
    .poll(async () => (await listed('north')).items[0])
    .toMatchObject({
      lodgement,
      sender: 'NORTH',
      answer: 'refused',
      fault: { code: expect.stringMatching(/^[A-Z]{3}-/) },
    });
  const [north, south, all] = [await listed('north'), await listed('south'), await listed('officer')];
  expect(south.items.every(({ sender }: { sender: string }) => sender === 'SOUTH')).toBe(true);
  expect(all.total).toBeGreaterThan(north.total);
  const only = await listed('north', '?answer=refused');
  expect([only.items.length, only.total]).toEqual([north.refused, north.total]);
});
