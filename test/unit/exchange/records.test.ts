import { expect, test } from 'vitest';
import type { ChannelEntry, ExchangeEntry } from '#exchange';
import { draftsOf, entriesOf, exchangePart, exchangeRecords } from '#exchange';
import { type Draft, formatInstant } from '#kernel';
import { at, Desk } from '../../support/exchange-desk.ts';
import { CA, MX, US } from '../../support/exchange-doubles.ts';

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

const exercise = { partner: US, reality: 'exercise north' } as const;
/** As the ledger gives a draft back: JSON, and bytes beside it. */
const back = ({ kind, data }: Draft): Draft => {
  const { bytes, ...rest } = data as { bytes?: Uint8Array };
  const opened = JSON.parse(JSON.stringify(rest));
  return { kind, data: bytes === undefined ? opened : { ...opened, bytes: bytes.slice() } };
};

test.each(Object.values(every))('$kind goes through the ledger and back', (entry) => {
  const whole: ExchangeEntry = { ...exercise, ...entry };
  const [draft = expect.unreachable(), ...others] = draftsOf([whole]);
  expect(others).toEqual([]);
  expect(draft.reality).toBe('exercise north');
  expect(entriesOf(back(draft))).toEqual([whole]);
  const kind = exchangeRecords.find(({ name }) => name === draft.kind);
  expect(kind?.schema.safeParse(draft.data).success).toBe(true);
  expect(kind?.retention).toBe('exchange');
  const { title } = kind ?? expect.unreachable();
  expect(Object.values(title).every((text) => text.length > 3)).toBe(true);
});

test('what became durable together is one entry for each reality, and each message’s bytes are one of their own', () => {
  const { queued, wire, acknowledged } = every;
  const live = { partner: CA, reality: 'live' } as const;
  const all: ExchangeEntry[] = [
    { ...live, ...queued },
    { ...live, ...wire },
    { ...exercise, ...queued },
    { ...exercise, ...wire },
    { ...live, ...acknowledged },
  ];
  const drafts = draftsOf(all);
  expect(drafts.map(({ kind, reality, wired }) => [kind, reality, wired])).toEqual([
    ['exchange.stepped', 'live', undefined],
    ['exchange.stepped', 'exercise north', undefined],
    ['exchange.wire', 'live', { ...live, side: 'in', sequence: 3 }],
    ['exchange.wire', 'exercise north', { ...exercise, side: 'in', sequence: 3 }],
  ]);
  expect(drafts.flatMap((draft) => entriesOf(back(draft)))).toEqual([all[0], all[4], all[2], all[1], all[3]]);
  expect(draftsOf([])).toEqual([]);
});

test('the bytes of what came and was taken in the same breath are not kept', () => {
  const { received, taken } = every;
  const wire = { kind: 'wire', side: 'in', sequence: 3, wire: Uint8Array.of(1) } as const;
  const live = { partner: CA, reality: 'live' } as const;
  const kindsOf = (...all: ExchangeEntry[]) => draftsOf(all).map(({ kind }) => kind);
  const came: ExchangeEntry[] = [
    { ...live, ...received },
    { ...live, ...wire },
  ];
  expect(kindsOf(...came, { ...live, ...taken })).toEqual(['exchange.stepped']);
  for (const other of [
    { ...exercise, ...taken },
    { ...live, partner: MX, ...taken },
    { ...live, ...taken, sequence: 4 },
  ]) {
    expect(kindsOf(...came, other)).toContain('exchange.wire');
  }
  const sent: ExchangeEntry = { ...live, ...wire, side: 'out' };
  expect(kindsOf(sent, { ...live, ...taken })).toContain('exchange.wire');
});

test('an answer is queued without a time limit', () => {
  const { dueAt: _none, ...entry } = every.queued as Extract<ChannelEntry, { kind: 'queued' }>;
  const drafts = draftsOf([{ ...exercise, ...entry }]);
  expect(drafts.flatMap((draft) => entriesOf(back(draft)))).toEqual([{ ...exercise, ...entry }]);
});

test('entries of other rooms are none, and mangled ones of our own are a bug', () => {
  expect(entriesOf({ kind: 'travel.assessed', data: {} })).toEqual([]);
  expect(entriesOf({ kind: 'exchange.unheard', data: {} })).toEqual([]);
  expect(entriesOf({ kind: 'stepped', data: { happened: [] } })).toEqual([]);
  const base = { partner: US, reality: 'live' };
  const stepped = (event: object) => () => entriesOf({ kind: 'exchange.stepped', data: { happened: [event] } });
  const late = { kind: 'late', ...base, reference: 'r' };
  expect(stepped(late)()).toEqual([late]);
  for (const changed of [
    { note: 1 },
    { partner: 'usa' },
    { reality: 'dream' },
    { reference: undefined },
    { kind: 'x' },
  ]) {
    expect(stepped({ ...late, ...changed }), JSON.stringify(changed)).toThrow();
  }
  expect(stepped({ kind: 'acknowledged', ...base, upTo: 0 })).toThrow();
  expect(stepped({ kind: 'moved', ...base, side: 'up', to: 1 })).toThrow();
  expect(stepped({ kind: 'queued', ...base, sequence: 1, message: 'note', reference: '' })).toThrow();
  expect(() => entriesOf({ kind: 'exchange.stepped', data: { happened: [], note: 1 } })).toThrow();
  const wire = { ...base, side: 'in', sequence: 1, bytes: Uint8Array.of(1) };
  for (const changed of [{ bytes: 'AQ' }, { side: 'up' }, { sequence: 0 }, { note: 1 }]) {
    expect(() => entriesOf({ kind: 'exchange.wire', data: { ...wire, ...changed } })).toThrow();
  }
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
