import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import type { Demonstration } from '#node';
import { ask, openSeats, slow } from './seats.ts';

let seats: Demonstration;
beforeAll(async () => {
  seats = await openSeats();
}, slow);
afterAll(() => seats.close());

const base = '/travel/certification';
const countries = ['US', 'CA', 'MX'];

interface Case {
  readonly name: string;
  readonly title: string;
  readonly latest?: { readonly passed: number; readonly total: number };
}

async function caseNames(country: string, token: string): Promise<readonly string[]> {
  const { body } = await ask(seats, country, `GET ${base}`, { token });
  return body.cases.map((one: Case) => one.name).filter((name: string) => name !== 'replies');
}

/** A gate that knows only that 0Z, 0A and 0B let one board, and that what it does not know does not. */
async function honestGates(country: string, token: string): Promise<Record<string, string>> {
  const { body } = await ask(seats, country, `GET ${base}/replies`, { token });
  const { body: table } = await ask(seats, country, `GET ${base}/codes/${country}`, { token });
  const meaning = new Map<string, string>(
    table.versions.at(-1).reading.map((one: { code: string; disposition: string }) => [one.code, one.disposition]),
  );
  const said = new Map<string, string>();
  for (const { from, text } of body.turns) {
    if (from !== 'authority') continue;
    for (const [, reference = '', code = ''] of text.matchAll(/RFF\+ABO:([^']+)'ERC\+([^':]+)/g)) {
      said.set(reference, meaning.get(code) ?? 'refuse');
    }
  }
  return Object.fromEntries(
    body.passengers.map((passenger: string) => {
      const word = said.get(passenger);
      if (word === 'insufficient-data') return [passenger, 'APIS_INCOMPLETE'];
      return [passenger, word?.startsWith('board') === true ? 'OK_TO_BOARD' : 'NO_BOARD'];
    }),
  );
}

test.each(countries)('%s: a system that writes and reads as we do conforms in full', async (country) => {
  const token = await seats.tokenFor(`FULL-${country}`);
  const names = await caseNames(country, token);
  expect(names.length).toBeGreaterThanOrEqual(6);
  for (const name of names) {
    const { body: one } = await ask(seats, country, `GET ${base}/cases/${name}`, { token });
    expect(one.say.people.length).toBeGreaterThan(0);
    const { status, body } = await ask(seats, country, `POST ${base}/cases/${name}`, {
      token,
      body: encodeUtf8(one.sample),
    });
    expect(status).toBe(200);
    expect
      .soft({ name, wrong: body.checks.filter((check: { passed: boolean }) => !check.passed), findings: body.findings })
      .toEqual({
        name,
        wrong: [],
        findings: [],
      });
    expect(body.passed).toBe(body.total);
  }
  const before = await ask(seats, country, `GET ${base}`, { token });
  expect(before.body).toMatchObject({ certified: false, authority: country });
  const gates = await honestGates(country, token);
  const { body: read } = await ask(seats, country, `POST ${base}/replies`, { token, body: { gates } });
  expect(read.checks.filter((check: { passed: boolean }) => !check.passed)).toEqual([]);
  const after = await ask(seats, country, `GET ${base}`, { token });
  expect(after.body).toMatchObject({ certified: true, conformance: 100, organisation: `FULL-${country}` });
});

test('what a message says otherwise is named, with what was expected and what came', async () => {
  const token = await seats.tokenFor('SLIP');
  const { body: one } = await ask(seats, 'CA', `GET ${base}/cases/first-list`, { token });
  const slipped = one.sample.replace('TESTA:ALMA', 'TESTA:ALBA').replace(/RFF\+AVF:[^']+'/, '');
  const { body } = await ask(seats, 'CA', `POST ${base}/cases/first-list`, { token, body: encodeUtf8(slipped) });
  expect(body.checks.filter((check: { passed: boolean }) => !check.passed)).toEqual(
    expect.arrayContaining([
      { name: 'travellers.CERT001.given', passed: false, expected: 'ALMA', actual: 'ALBA' },
      { name: 'travellers.CERT001.locator', passed: false, expected: 'CRT001' },
    ]),
  );
  expect(body.passed).toBeLessThan(body.total);
  expect(body.findings.length).toBeGreaterThan(0);
  expect(body.findings[0].text).toBeTruthy();
});

test('a change that loses the reference, an eleventh passenger, and no message at all score less', async () => {
  const token = await seats.tokenFor('LOST');
  const { body: change } = await ask(seats, 'US', `GET ${base}/cases/changed-document`, { token });
  const lost = encodeUtf8(change.sample.replace('RFF+ABO:CERT001', 'RFF+ABO:OTHER'));
  const { body: scored } = await ask(seats, 'US', `POST ${base}/cases/changed-document`, { token, body: lost });
  expect(scored.passed).toBeLessThan(scored.total / 2 + 8);
  expect(
    scored.checks.some(
      (check: { name: string; passed: boolean }) => check.name.startsWith('travellers.CERT001') && check.passed,
    ),
  ).toBe(false);
  const { body: nothing } = await ask(seats, 'US', `POST ${base}/cases/first-list`, {
    token,
    body: encodeUtf8('<!doctype html><p>hello'),
  });
  expect(nothing.passed).toBe(0);
  expect(nothing.findings[0].code).toMatch(/^EDI-/);
});

test('a gate that lets everybody board, or never looks at 132, is found out', async () => {
  const token = await seats.tokenFor('GATE');
  const { body } = await ask(seats, 'MX', `GET ${base}/replies`, { token });
  const all = Object.fromEntries(body.passengers.map((one: string) => [one, 'OK_TO_BOARD']));
  const { body: scored } = await ask(seats, 'MX', `POST ${base}/replies`, { token, body: { gates: all } });
  expect(scored.passed).toBeGreaterThan(0);
  expect(scored.passed).toBeLessThan(scored.total / 2);
  const { body: silent } = await ask(seats, 'MX', `POST ${base}/replies`, { token, body: { gates: {} } });
  expect(silent.passed).toBe(0);
  const overview = await ask(seats, 'MX', `GET ${base}`, { token });
  expect(overview.body.conformance).toBe(0);
});

test('sandbox credentials: what is lodged with them is an exercise, whatever the caller says', async () => {
  const token = await seats.tokenFor('AC');
  const { status, body } = await ask(seats, 'CA', `POST ${base}/credentials`, { token });
  expect(status).toBe(200);
  expect(body).toMatchObject({ organisation: 'AC', reality: 'exercise certification-AC' });
  expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.now());
  const { body: one } = await ask(seats, 'CA', `GET ${base}/cases/first-list`, { token: body.token });
  const lodged = await ask(seats, 'CA', 'POST /lodgements', { token: body.token, body: encodeUtf8(one.sample) });
  expect(lodged.body.status).toBe('accepted');
  expect(lodged.body.replies[0].text).toContain('CUSRES');
  const { body: seen } = await ask(seats, 'CA', `GET /lodgements/${lodged.body.lodgement}`, {
    token: body.token,
    purpose: 'own-lodgement',
  });
  expect(seen.reality).toBe('exercise certification-AC');
  await seats.network.node('CA').settled();
  const { body: live } = await ask(seats, 'CA', 'GET /travel/flights?window=999h', { purpose: 'border-check' });
  expect(live.items).toEqual([]);
});

test('the code table and the fail rule of each country are there to download; others are not', async () => {
  const token = await seats.tokenFor('AC');
  for (const country of countries) {
    const { status, body } = await ask(seats, 'US', `GET ${base}/codes/${country}`, { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ authority: country });
  }
  expect(await ask(seats, 'US', `GET ${base}/codes/XX`, { token })).toMatchObject({
    status: 404,
    body: { code: 'TRV-0405' },
  });
  expect(await ask(seats, 'US', `GET ${base}/cases/none`, { token })).toMatchObject({
    status: 404,
    body: { code: 'TRV-0406' },
  });
  const { body } = await ask(seats, 'US', `GET ${base}/fail-rules`, { token });
  expect(body.rules.map((rule: { authority: string }) => rule.authority)).toEqual(expect.arrayContaining(countries));
});
