import { expect, test } from 'vitest';
import { Answer, agreementsFindings, agreementsPart } from '#agreements';
import { duties, row } from '../../support/agreements-fixture.ts';

test('the part shows the table that the node decides by', async () => {
  const [route] = agreementsPart.routes;
  const services: string[] = [];
  const access = {
    service: (name: string) => {
      services.push(name);
      return duties(row);
    },
  };
  const said = await route?.handle({} as never, access as never);
  expect(said).toEqual({ ok: true, value: { version: '2020-01-01', duties: [row] } });
  expect(services).toEqual(['duties']);
  const { success, data } = route?.response.safeParse(said?.ok ? said.value : undefined) ?? {};
  expect(success && data).toEqual({ version: '2020-01-01', duties: [row] });
  expect([route?.method, route?.pattern, route?.personal]).toEqual(['GET', '/agreements/forwarding', false]);
  expect(agreementsPart.permissions.map((permission) => permission.name)).toContain(route?.permission);
  expect(agreementsPart.findings).toBe(agreementsFindings.specs);
  expect([agreementsPart.name, Answer.name]).toEqual(['agreements', 'Answer']);
});
