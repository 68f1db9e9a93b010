import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '#adapters/http';
import { createHttpServer } from '#adapters/http';
import { accessTableSchema, checkAccess, compileAccess } from '#api';
import type { Actor, Part } from '#kernel';
import { err } from '#kernel';
import { loadDomains, partsOf } from '#node';
import shipped from '../../data/access/roles.json' with { type: 'json' };
import { as, testOptions } from '../support/http-fixture.ts';
import { keptOut, walkRoutes } from '../support/walk-routes.ts';

const table = accessTableSchema.parse(shipped);
const rules = compileAccess(table);
const actorOf = (role: string): Actor => ({ name: role, roles: [role], ports: ['P1'], organisation: 'ORG' });
const nowhere = err({ code: 'TST-0001', origin: 'sender', severity: 'error', parameters: {} } as const);
let server: HttpServer;
let parts: readonly Part[];

beforeAll(async () => {
  // What the routes do is tested where they stand: here each says at once that there is nothing, once it was reached.
  parts = partsOf(await loadDomains()).map((part) => ({
    ...part,
    routes: part.routes.map((route) => ({ ...route, handle: async () => nowhere })),
  }));
  server = await createHttpServer(
    testOptions({
      parts,
      rules,
      authenticate: async ({ authorization }) => {
        const role = authorization?.slice('Test '.length);
        return role === undefined
          ? err({ code: 'API-0103', origin: 'sender', severity: 'error', parameters: {} })
          : { ok: true, value: actorOf(role) };
      },
    }),
  );
});
afterAll(() => server.close());

test('the shipped roles and the parts of a node speak of the same permissions and purposes', () => {
  expect(checkAccess(table, server.parts)).toEqual([]);
});

test('every route of a real node lets in exactly those whom the shipped table grants it', async () => {
  const steps = await walkRoutes(server, server.parts, {
    roles: rules.roles,
    rules,
    headersOf: (role) => as(role),
    actorOf,
  });
  for (const step of steps) expect.soft({ ...step, in: !keptOut(step) }).toEqual({ ...step, in: step.granted });
  const nobody = steps.filter((step) => step.role === 'nobody' && step.granted).map((step) => step.address);
  expect(new Set(nobody)).toEqual(new Set(['/api/openapi.json']));
});

test('what must never be: a carrier who reads travellers or cases, an operator or partner who reads persons', () => {
  const may = (role: string, permission: string, purpose?: string) =>
    rules.permit(
      { ...actorOf(role), ...(purpose === undefined ? {} : { purpose }) },
      { permission, personal: purpose !== undefined },
    ).ok;
  for (const purpose of rules.purposes) {
    for (const permission of ['travel.travellers.read', 'casework.read', 'travel.booth', 'lodgements.reasons']) {
      for (const role of ['carrier', 'operator', 'partner-node'])
        expect(may(role, permission, purpose), `${role} ${permission}`).toBe(false);
    }
    for (const role of ['operator', 'partner-node']) expect(may(role, 'lodgements.read', purpose)).toBe(false);
  }
  expect(may('officer', 'travel.travellers.read', 'border-check')).toBe(true);
  expect(may('officer', 'travel.travellers.read', 'audit')).toBe(false);
  for (const role of rules.roles) expect(may(role, 'exchange.deliver'), role).toBe(role === 'partner-node');
});
