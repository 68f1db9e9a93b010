import { expect, test } from 'vitest';
import type { ChannelEntry, ExchangeEntry } from '#exchange';
import { draftOf, entryOf, exchangePart, exchangeRecords } from '#exchange';
import { formatInstant } from '#kernel';
import { at, Desk } from '../../support/exchange-desk.ts';
import { CA, US } from '../../support/exchange-doubles.ts';

const every: Record<ChannelEntry['kind'], ChannelEntry> = {
  stands: {
    ...{ kind: 'stands', lastQueued: 4, acknowledged: 2, received: 9, unanswered: ['u'] },
    outbox: [{ sequence: 3, message: 'answer', reference: 'r' }],
    inbox: [{ sequence: 9, reference: 's', late: true }],
    awaited: [{ reference: 't', dueAt: at(5), late: false }],
    rejections: [{ sequence: 8, code: 'AGR-0101' }],
  },
  queued: { kind: 'queued', sequence: 1, message: 'forwarding', reference: 'r', dueAt: at(5) },
  acknowledged: { kind: 'acknowledged', upTo: 2 },
  refused: { kind: 'refused', reference: 'r', code: 'AGR-0101' },
  received: { kind: 'received', sequence: 3, message: 'answer', reference: 'r', late: true },
  wire: { kind: 'wire', side: 'in', sequence: 3, wire: Uint8Array.of(0, 255, 7) },
  rejected: { kind: 'rejected', sequence: 4, code: 'EXC-0201' },
  taken: { kind: 'taken', sequence: 3 },
  late: { kind: 'late', reference: 'r' },
  abandoned: { kind: 'abandoned', reference: 'r' },
  moved: { kind: 'moved', side: 'out', to: 9 },
};

test.each(Object.values(every))('$kind goes through the ledger and back', (entry) => {
  const whole: ExchangeEntry = { partner: US, reality: 'exercise north', ...entry };
  const draft = draftOf(whole);
  expect(draft.kind).toBe(`exchange.${entry.kind}`);
  const stored = JSON.parse(JSON.stringify(draft.data)) as Record<string, unknown>;
  expect(entryOf({ kind: draft.kind, data: stored })).toEqual(whole);
  const kind = exchangeRecords.find(({ name }) => name === draft.kind);
  expect(kind?.schema.safeParse(stored).success).toBe(true);
  expect(kind?.schema.safeParse({ ...stored, note: 1 }).success).toBe(false);
  expect(kind?.schema.safeParse({ ...stored, partner: 'usa' }).success).toBe(false);
  expect(kind?.schema.safeParse({ ...stored, reality: 'dream' }).success).toBe(false);
  expect(kind?.retention).toBe('exchange');
  expect(Object.values(kind?.title ?? {}).every((title) => title.length > 3)).toBe(true);
});

test('an answer is queued without a time limit', () => {
  const { dueAt: _none, ...entry } = every.queued as Extract<ChannelEntry, { kind: 'queued' }>;
  const draft = draftOf({ partner: US, reality: 'live', ...entry });
  expect(entryOf(draft)).toEqual({ partner: US, reality: 'live', ...entry });
});

test('entries of other rooms are none, and mangled ones of our own are a bug', () => {
  expect(entryOf({ kind: 'travel.assessed', data: {} })).toBeUndefined();
  expect(entryOf({ kind: 'exchange.unheard', data: {} })).toBeUndefined();
  expect(entryOf({ kind: 'exchange.', data: {} })).toBeUndefined();
  expect(entryOf({ kind: 'late', data: { partner: US, reality: 'live', reference: 'r' } })).toBeUndefined();
  const base = { partner: US, reality: 'live' };
  expect(() => entryOf({ kind: 'exchange.late', data: base })).toThrow();
  expect(() => entryOf({ kind: 'exchange.acknowledged', data: { ...base, upTo: 0 } })).toThrow();
  expect(() => entryOf({ kind: 'exchange.moved', data: { ...base, side: 'up', to: 1 } })).toThrow();
  expect(() =>
    entryOf({ kind: 'exchange.queued', data: { ...base, sequence: 1, message: 'note', reference: '' } }),
  ).toThrow();
  expect(() => entryOf({ kind: 'exchange.wire', data: { ...base, side: 'in', sequence: 1, wire: '?' } })).toThrow(
    'base64url',
  );
});

test('the part shows how the channels stand', async () => {
  const states = new Desk(US);
  states.receiveAll(new Desk(CA).forward(1), 50);
  const [route] = exchangePart.routes;
  const names: string[] = [];
  const access = {
    service: (name: string) => {
      names.push(name);
      return states.exchange;
    },
  };
  const said = await route?.handle({} as never, access as never);
  const value = said?.ok ? said.value : undefined;
  expect(route?.response.parse(value)).toEqual({
    channels: [
      {
        ...{ partner: 'CA', reality: 'live', lastHeard: formatInstant(at(50)) },
        ...{ outbox: 0, awaited: 0, late: 0, unanswered: 1, retries: 0 },
      },
      { partner: 'MX', reality: 'live', outbox: 0, awaited: 0, late: 0, unanswered: 0, retries: 0 },
    ],
    refusals: [],
  });
  expect(names).toEqual(['exchange']);
  expect(exchangePart.permissions.map(({ name }) => name)).toContain(route?.permission);
});
