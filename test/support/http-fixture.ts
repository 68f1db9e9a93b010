import { z } from 'zod';
import type { HttpServerOptions } from '#adapters/http';
import { createLog } from '#adapters/log';
import { createMetrics } from '#adapters/metrics';
import type { AccessTable, Authenticate, LodgeAnswer, LodgeRequest, PersonalReading } from '#api';
import { apiFindings, compileAccess, createEventStream, memoryIdempotency } from '#api';
import type { Access, Actor, Clock, Part } from '#kernel';
import { Bug, countryCode, definePart, encodeUtf8, err, instant, ok, page, pageOf, pageQuery, within } from '#kernel';
import { catalogueOf } from '#locales';

const same = (text: string) => ({ en: text, fr: text, es: text });

/** A part with one route of every sort, that no real part knows. */
export const gardenPart: Part = definePart({
  name: 'garden',
  title: { en: 'Garden', fr: 'Jardin', es: 'Jardín' },
  findings: { 'GDN-0101': { origin: 'sender', severity: 'error', parameters: ['plot'], status: 404 } },
  permissions: [
    { name: 'garden.see', title: same('See') },
    { name: 'garden.dig', title: same('Dig') },
    { name: 'garden.owner', title: same('Who owns it') },
  ],
  measures: [
    { name: 'garden.plots', title: same('Plots'), unit: 'plots', read: () => Promise.resolve({ value: holes }) },
  ],
  routes: [
    {
      method: 'GET',
      pattern: '/garden/plots',
      summary: { en: 'Plots', fr: 'Parcelles', es: 'Parcelas' },
      permission: 'garden.see',
      personal: false,
      query: z.object({ ...pageQuery, kind: z.string().optional() }),
      response: pageOf(z.object({ plot: z.string() })),
      handle: async ({ query, scope }) => {
        const all = ['a', 'b', 'c', 'd', 'e'].map((plot) => ({
          plot,
          ports: plot < 'd' ? ['P1'] : ['P2'],
          secret: 'gold',
        }));
        const seen = all.filter((plot) => within(scope, plot));
        return ok(
          page(seen, { keyOf: ({ plot }) => plot, cursor: query['cursor'] as string, limit: Number(query['limit']) }),
        );
      },
    },
    {
      method: 'POST',
      pattern: '/garden/plots/:plot/holes',
      summary: { en: 'Dig', fr: 'Creuser', es: 'Cavar' },
      permission: 'garden.dig',
      personal: false,
      path: z.object({ plot: z.string().max(8) }),
      body: z.object({ depth: z.number().int().min(1), by: z.object({ tool: z.string() }).optional() }),
      response: z.object({ hole: z.number(), depth: z.number() }),
      handle: async ({ path, body }) => {
        if (path['plot'] === 'none')
          return err({ code: 'GDN-0101', origin: 'sender', severity: 'error', parameters: { plot: 'none' } });
        if (path['plot'] === 'full')
          return err({ code: 'GDN-0102', origin: 'node', severity: 'error', parameters: {} });
        if (path['plot'] === 'bug') throw new Bug('there is a SECRETNAME under this plot');
        holes += 1;
        return ok({ hole: holes, depth: (body as { depth: number }).depth });
      },
    },
    {
      method: 'GET',
      pattern: '/garden/plots/:plot/owner',
      summary: { en: 'Owner', fr: 'Propriétaire', es: 'Dueño' },
      permission: 'garden.owner',
      personal: true,
      path: z.object({ plot: z.string() }),
      response: z.object({ owner: z.string() }),
      handle: async () => ok({ owner: 'ANNA ERIKSSON', document: 'L898902C3' }),
    },
    {
      method: 'PUT',
      pattern: '/garden/map',
      summary: { en: 'Map', fr: 'Plan', es: 'Plano' },
      permission: 'garden.dig',
      personal: false,
      consumes: 'bytes',
      produces: 'image/x-map',
      response: z.unknown(),
      handle: async ({ body }) => ok((body as Uint8Array).toReversed()),
    },
    {
      method: 'GET',
      pattern: '/garden/gate',
      summary: { en: 'Gate', fr: 'Portail', es: 'Puerta' },
      permission: 'public',
      personal: false,
      response: z.object({ open: z.boolean() }),
      handle: async () => ok({ open: true }),
    },
  ],
});
let holes = 0;

/** Roles that differ in every way that matters: scope, purpose, permission. */
export const gardenAccess: AccessTable = {
  source: 'test',
  date: '2026-11-24',
  purposes: [
    { name: 'gardening', title: same('Gardening') },
    { name: 'audit', title: same('Audit') },
  ],
  roles: [
    {
      name: 'gardener',
      title: same('Gardener'),
      grants: [
        { permissions: ['garden.see', 'garden.dig', 'api.session', 'api.events'], scope: 'port', purposes: [] },
        { permissions: ['garden.owner'], scope: 'port', purposes: ['gardening'] },
      ],
    },
    {
      name: 'auditor',
      title: same('Auditor'),
      grants: [
        {
          permissions: ['garden.see', 'garden.owner', 'api.session', 'api.describe', 'api.metrics'],
          scope: 'country',
          purposes: ['audit'],
        },
      ],
    },
    {
      name: 'sender',
      title: same('Sender'),
      grants: [
        {
          permissions: ['lodgements.lodge', 'lodgements.exercise', 'api.session'],
          scope: 'organisation',
          purposes: [],
        },
      ],
    },
    {
      name: 'desk',
      title: same('Desk'),
      grants: [
        { permissions: ['lodgements.lodge', 'lodgements.reasons'], scope: 'organisation', purposes: ['gardening'] },
      ],
    },
    { name: 'stranger', title: same('Stranger'), grants: [] },
  ],
};

/** Who calls when `authorization` is `Test <role>`. */
export const actorAs = (role: string): Actor => ({
  name: `${role}-1`,
  roles: [role],
  ports: ['P1'],
  organisation: 'ORG',
});

export const authenticateTest: Authenticate = async ({ authorization }) => {
  const role = /^Test (\S+)$/.exec(authorization ?? '')?.[1];
  if (role === undefined) return err(apiFindings.find('API-0103'));
  return ok(role === 'sandbox' ? { ...actorAs('sender'), reality: 'exercise certification-ORG' } : actorAs(role));
};

/** Headers of a role. */
export const as = (role: string, more: Record<string, string> = {}): Record<string, string> => ({
  authorization: `Test ${role}`,
  ...more,
});

const catalogues = { en: await catalogueOf('en'), fr: await catalogueOf('fr'), es: await catalogueOf('es') };

/** A clock that stands still until it is moved. */
export function testClock(): Clock & { move(milliseconds: number): void } {
  let now = Date.UTC(2026, 10, 24);
  return {
    now: () => instant(now),
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** What the fixture saw and holds. */
export interface Seen {
  readonly lodged: LodgeRequest[];
  readonly readings: PersonalReading[];
  readonly lines: string[];
  readonly bugs: unknown[];
}

/** Options of a server over the garden, with everything that passes by written down. */
export function testOptions(
  more: Partial<HttpServerOptions> = {},
): HttpServerOptions & { readonly seen: Seen; readonly clock: ReturnType<typeof testClock> } {
  const seen: Seen = { lodged: [], readings: [], lines: [], bugs: [] };
  const clock = testClock();
  const country = countryCode('US');
  if (country === undefined) throw new Bug('US is a country');
  const access = { country, now: clock.now } as Partial<Access> as Access;
  return {
    parts: [gardenPart],
    node: { version: '1.2.3', country: 'US', reality: 'live' },
    access: () => access,
    rules: compileAccess(gardenAccess),
    authenticate: authenticateTest,
    texts: (language, code, parameters) =>
      (catalogues[language][code] ?? code).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name])),
    lodge: async (request) => {
      seen.lodged.push(request);
      return echoLodgement(request, seen.lodged.length);
    },
    events: createEventStream({ capacity: 4, epoch: 'e1' }),
    onPersonalRead: async (reading) => {
      seen.readings.push(reading);
      return ok(undefined);
    },
    idempotency: memoryIdempotency(clock),
    log: createLog({ destination: { write: (line: string) => void seen.lines.push(line) } }),
    metrics: createMetrics(),
    onBug: (bug) => seen.bugs.push(bug),
    seen,
    ...more,
    clock,
  };
}

/** Answers a lodgement by naming its size; refuses what the edge found wrong and what is empty. */
export function echoLodgement({ bytes, findings = [] }: LodgeRequest, number: number): LodgeAnswer {
  const refused = findings.some((finding) => finding.severity === 'error') || bytes.length === 0;
  return {
    lodgement: String(number).padStart(32, '0'),
    status: refused ? 'refused' : 'accepted',
    findings,
    messages: [],
    replies: [{ mediaType: 'application/edifact', bytes: encodeUtf8(`${refused ? 'NO' : 'YES'}+${bytes.length}'`) }],
  };
}
