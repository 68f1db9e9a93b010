import { describe, expect, test } from 'vitest';
import { type Access, countryCode, instant, languages, type RouteRequest } from '#kernel';
import type { ChannelState, Refusal } from './exchange.ts';
import { exchangeFindings } from './findings.ts';
import { exchangePart } from './part.ts';
import { exchangeRecords } from './records.ts';

const [ca, mx] = [countryCode('CA'), countryCode('MX')];
if (ca === undefined || mx === undefined) throw new TypeError('countries');
const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24, 12);

const channel = (more: Partial<ChannelState> = {}): ChannelState => ({
  ...{ partner: ca, reality: 'live', lastHeard: instant(now) },
  ...{ outbox: 0, awaited: 0, late: 0, unanswered: 0, retries: 0 },
  ...more,
});
const nodeOf = (channels: readonly ChannelState[], refusals: readonly Refusal[] = []): Access =>
  ({
    now: () => instant(now),
    service: (name: string) => {
      expect(name).toBe('exchange');
      return { channels: () => channels, refusals: () => refusals };
    },
  }) as unknown as Access;
const read = (name: string, channels: readonly ChannelState[]) => {
  const measure = exchangePart.measures?.find((one) => one.name === name) ?? expect.fail(name);
  return measure.read(nodeOf(channels));
};
const request: RouteRequest = {
  ...{ actor: { name: 'A', roles: [], ports: [] }, path: {}, query: {}, body: undefined },
  ...{ scope: { kind: 'country' }, language: 'en', reality: 'live' },
};

test('the names of what is measured, asked and granted are a contract', () => {
  expect(exchangePart.name).toBe('exchange');
  expect(exchangePart.measures?.map(({ name, unit, page }) => `${name} ${unit} ${page}`)).toEqual([
    'exchange.channels-working share /node',
    'exchange_outbox_messages 1 /node',
    'exchange_late_forwardings 1 /node',
  ]);
  expect(exchangePart.permissions.map(({ name }) => name)).toEqual(['exchange.read-partners']);
  expect(exchangePart.routes.map((one) => `${one.method} ${one.pattern} ${one.permission} ${one.personal}`)).toEqual([
    'GET /exchange/partners exchange.read-partners false',
  ]);
  expect(exchangePart.records).toEqual(exchangeRecords);
  expect(exchangePart.findings).toBe(exchangeFindings.specs);
});

test('everything that a person reads of it is said in three languages, each in its own words', () => {
  const said = [
    exchangePart.title,
    ...exchangePart.permissions.map(({ title }) => title),
    ...(exchangePart.measures ?? []).map(({ title }) => title),
    ...exchangePart.routes.map(({ summary }) => summary),
  ];
  for (const texts of said) {
    const words = languages.map((language) => texts[language]);
    expect(words.every((text) => text.length > 5)).toBe(true);
    expect(new Set(words).size).toBe(3);
  }
});

describe('channels that work', () => {
  const name = 'exchange.channels-working';

  const heard = (ago: number, partner = ca) => channel({ partner, lastHeard: instant(now - ago) });

  test('are those of partners from whom something was heard less than an hour ago', async () => {
    expect(await read(name, [heard(hour - 1)])).toEqual({ value: 1, of: 1 });
    expect(await read(name, [heard(hour)])).toEqual({ value: 0, of: 1 });
    expect(await read(name, [heard(hour + 1)])).toEqual({ value: 0, of: 1 });
    expect(await read(name, [heard(0), heard(2 * hour, mx)])).toEqual({ value: 0.5, of: 2 });
  });

  test('a partner that was never heard does not work, and is counted', async () => {
    expect(await read(name, [channel({ partner: mx, lastHeard: undefined }), heard(1)])).toEqual({ value: 0.5, of: 2 });
  });

  test('a line that carries a demonstration only is no line that is down', async () => {
    const realities = [heard(0), channel({ lastHeard: undefined }), heard(hour, mx), heard(1, mx)];
    expect(await read(name, realities)).toEqual({ value: 1, of: 2 });
  });

  test('a node without partners says nothing of them', async () => {
    expect(await read(name, [])).toBeUndefined();
  });
});

test('what waits and what is late is the sum over all channels, and nothing is zero', async () => {
  const channels = [
    channel({ outbox: 2, late: 1, awaited: 40 }),
    channel({ partner: mx, outbox: 5, late: 3, retries: 9 }),
  ];
  expect(await read('exchange_outbox_messages', channels)).toEqual({ value: 7 });
  expect(await read('exchange_late_forwardings', channels)).toEqual({ value: 4 });
  for (const name of ['exchange_outbox_messages', 'exchange_late_forwardings'])
    expect(await read(name, [])).toEqual({ value: 0 });
});

describe('how the channels stand', () => {
  async function told(channels: readonly ChannelState[], refusals: readonly Refusal[] = []) {
    const [route] = exchangePart.routes;
    const answer = await route?.handle(request, nodeOf(channels, refusals));
    if (route === undefined || answer?.ok !== true) return expect.fail('an answer');
    return route.response.parse(answer.value);
  }

  test('is told with its numbers, each channel in its place, times in UTC', async () => {
    const other = channel({
      partner: mx,
      reality: 'demonstration',
      lastHeard: undefined,
      outbox: 1,
      awaited: 2,
      late: 3,
    });
    expect(await told([channel({ unanswered: 4, retries: 5 }), other])).toEqual({
      refusals: [],
      channels: [
        {
          ...{ partner: 'CA', reality: 'live', lastHeard: '2026-11-24T12:00:00.000Z' },
          ...{ outbox: 0, awaited: 0, late: 0, unanswered: 4, retries: 5 },
        },
        { partner: 'MX', reality: 'demonstration', outbox: 1, awaited: 2, late: 3, unanswered: 0, retries: 0 },
      ],
    });
  });

  test('with what proved nobody’s, from whom it claims to be where it claims that', async () => {
    const { refusals } = await told(
      [],
      [
        { from: ca, code: 'EXC-0108', count: 3, lastAt: instant(now - 1) },
        { from: undefined, code: 'EXC-0101', count: 1, lastAt: instant(now) },
      ],
    ).then((answer) => answer as { refusals: readonly object[] });
    expect(refusals).toEqual([
      { from: 'CA', code: 'EXC-0108', count: 3, lastAt: '2026-11-24T11:59:59.999Z' },
      { code: 'EXC-0101', count: 1, lastAt: '2026-11-24T12:00:00.000Z' },
    ]);
    expect(refusals[1]).not.toHaveProperty('from');
  });
});
