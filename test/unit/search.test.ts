import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer, type HttpServer } from '#adapters/http';
import { accessTableSchema, compileAccess } from '#api';
import { type Actor, err, ok } from '#kernel';
import { loadDomains, lodgeThrough, type Network } from '#node';
import shipped from '../../data/access/roles.json' with { type: 'json' };
import { as, testOptions } from '../support/http-fixture.ts';
import { lastingNetwork } from '../support/lasting-network.ts';
import { paxlst } from './node/paxlst.ts';

/* Search over a real node with the shipped roles: nobody finds anything beyond his grants. */

const rules = compileAccess(accessTableSchema.parse(shipped));
/** Where the flight of the test departs, where nothing happens, and whose flight it is. */
const standings = { there: ['YYZ', 'AC'], elsewhere: ['YEG', 'ZZ'] } as const;
const actorOf = (role: string, standing: keyof typeof standings): Actor => {
  const [port, organisation] = standings[standing];
  return { name: role, roles: [role], ports: [port], organisation };
};

let folder = '';
let network: Network;
let server: HttpServer;
let lodgement = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-search-'));
  network = await lastingNetwork({ folder, domains: [...(await loadDomains())] });
  const node = network.node('CA');
  server = await createHttpServer(
    testOptions({
      parts: node.parts,
      rules,
      access: (_part, reality) => node.access.within(reality),
      lodge: lodgeThrough(node),
      authenticate: async ({ authorization, header }) => {
        const role = authorization?.slice('Test '.length);
        return role === undefined
          ? err({ code: 'API-0103', origin: 'sender', severity: 'error', parameters: {} } as const)
          : ok(actorOf(role, header('x-standing') === 'elsewhere' ? 'elsewhere' : 'there'));
      },
    }),
  );
  const lodged = await node.lodge({
    bytes: paxlst({ from: 'YYZ', to: 'YVR' }),
    mediaType: 'application/edifact',
    actor: { name: 'AC', organisation: 'AC' },
  });
  if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
  lodgement = lodged.value.lodgement;
  await node.settled();
}, 60_000);
afterAll(async () => {
  await server.close();
  await network.close();
  await rm(folder, { recursive: true });
});

interface Group {
  readonly what: string;
  readonly hits: readonly { readonly title: string; readonly detail?: string; readonly address: string }[];
}
async function find(q: string, role = 'supervisor', more: Record<string, string> = {}) {
  const url = `/api/search?q=${encodeURIComponent(q)}`;
  const reply = await server.inject({ method: 'GET', url, headers: as(role, more) });
  const { groups = [] } = reply.json() as { groups?: readonly Group[] };
  return { status: reply.statusCode, groups };
}

/** Words by which each part would find something. */
const queries = (): readonly string[] => ['yyz', 'toronto', 'PLN-0203', 'TRV-1.1', 'ab', '0', 'may board', lodgement];

describe('search', () => {
  test('flights by place, its name without accents, and route; findings explain themselves', async () => {
    for (const q of ['yyz', 'toronto', 'YYZ > YVR', 'VANCOUVER yyz']) {
      const { groups } = await find(q);
      const flights = groups.find(({ what }) => what === 'travel.flights');
      expect([q, flights?.hits[0]?.detail?.slice(0, 9)]).toEqual([q, 'YYZ → YVR']);
    }
    const { groups } = await find('pln-0203');
    const [hit] = groups.find(({ what }) => what === 'api.findings')?.hits ?? [];
    expect(hit).toMatchObject({ title: 'PLN-0203', address: '/parts/plan#PLN-0203' });
  });

  test('a commitment by its key and by words of its title in the language asked for', async () => {
    const { groups } = await find('TRV-1.1');
    const [hit] = groups.find(({ what }) => what === 'plan.commitments')?.hits ?? [];
    expect(hit).toMatchObject({ title: 'TRV-1.1', address: '/plan/milestones/TRV-1.1' });
    const french = { 'accept-language': 'fr' };
    const words = (await find('TRV-1.1', 'supervisor', french)).groups[0]?.hits[0]?.detail ?? expect.fail('a title');
    expect((await find(words.slice(0, 40), 'supervisor', french)).groups[0]?.hits[0]?.title).toBe('TRV-1.1');
  });

  test('a lodgement by its whole reference only, and only for who may read it', async () => {
    const { groups } = await find(lodgement);
    expect(groups.map(({ what, hits }) => [what, hits[0]?.address])).toContainEqual([
      'lodgement.lodgements',
      `/messages/${lodgement}`,
    ]);
    const none = (await find(lodgement.slice(0, 31))).groups.filter(({ what }) => what.startsWith('lodgement'));
    expect(none).toEqual([]);
  });

  test('as every role, where the flight is and elsewhere: nothing beyond the grants', async () => {
    const permissions = new Map(
      server.parts.flatMap(({ searches }) => searches).map(({ name, permission }) => [name, permission]),
    );
    for (const role of rules.roles) {
      for (const standing of ['there', 'elsewhere'] as const) {
        const actor = actorOf(role, standing);
        const may = (permission: string) => rules.permit(actor, { permission, personal: false });
        for (const q of queries()) {
          const { status, groups } = await find(q, role, { 'x-standing': standing });
          const known = q.trim().length >= 2 ? 200 : 422;
          expect([role, q, status === 200]).toEqual([role, q, known === 200 && may('api.search').ok]);
          for (const { what, hits } of groups) {
            const scope = may(permissions.get(what) ?? '');
            const reached =
              scope.ok && (scope.value.kind === 'country' || standing === 'there' || !/travel|lodgement/.test(what));
            expect([role, standing, q, what, hits.length > 0 && !reached]).toEqual([role, standing, q, what, false]);
          }
        }
      }
    }
  });
});
