import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { disposition } from './disposition.ts';
import { aggregateKey, type DomainSpec, defineDomain, type Means, type Outcome } from './domain.ts';
import { type CountryCode, countryCode } from './ids.ts';
import { ok } from './result.ts';
import { instant, parsePlainDate } from './time.ts';

/** A domain of parcels: a record names its weight as a text, and knows it as a number. */
interface Parcel {
  readonly weight: number;
}
const country: CountryCode = countryCode('CA') ?? expect.fail('no country');
const day = parsePlainDate('2026-11-24') ?? expect.fail('no day');
const written = { weight: '20' };
const title = { en: 'Parcel', fr: 'Colis', es: 'Paquete' };
const record = { name: 'parcel.record', title, retention: 'case', schema: z.object({ weight: z.coerce.number() }) };

const means: Means = {
  country,
  at: instant(7),
  screen: () => [],
  decide: () => expect.fail('no table is asked'),
  table: () => undefined,
};
const outcomes: readonly Outcome[] = [{ subject: 's', own: undefined, partners: [], combined: disposition('go') }];

/** What was called with what: each function of the domain says so in its answer. */
const draft = (what: string, ...given: readonly unknown[]) => [{ kind: what, data: given }];
const reply = (what: string, parcel: Parcel) => ({
  mediaType: `${what} ${parcel.weight + 1}`,
  bytes: new Uint8Array(),
});

const spec: DomainSpec<string, Parcel, number> = {
  name: 'parcel',
  title,
  codecs: [],
  record,
  facts: [{ name: 'heavy', type: 'boolean', title }],
  dispositions: [disposition('stop'), disposition('go')],
  fold: { initial: 3, apply: (state) => state },
  understand: ({ data }) => ok({ record: { weight: Number(data) }, findings: [] }),
  key: ({ weight }) => `key ${weight + 1}`,
  touched: () => [country],
  part: ({ weight }, of) => (of === country ? { weight: weight / 2 } : undefined),
  subjects: ({ weight }) => [`subject ${weight + 1}`],
  assess: (parcel, state, { at }) => ({
    assessed: [],
    drafts: draft('assess', parcel, state, at),
    timers: [],
    referrals: [],
  }),
  answered: (parcel, heard, { at }) => draft('answered', parcel, heard, at),
  reply: (parcel) => reply('reply', parcel),
};
const plain = defineDomain(spec);
const full = defineDomain<string, Parcel, number>({
  ...spec,
  records: [{ ...record, name: 'parcel.other' }],
  subject: 'parcel',
  ports: ({ weight }, subject, of) => [`${weight + 1} ${subject} ${of}`],
  current: (state, { weight }, subject) => subject === `${state} ${weight + 1}`,
  correction: (parcel) => reply('correction', parcel),
  corrected: (parcel, heard) => draft('corrected', parcel, heard),
  bare: ({ weight }) => ({ weight: weight + 1 }),
  generate: () => [],
  hears: { 'other.kind': z.string() },
});

test('a natural key holds domain, reality and key', () => {
  expect(aggregateKey('parcel', 'demonstration', 'A 1')).toBe('parcel demonstration A 1');
});

test('what a domain declares stays as it declared it', () => {
  const { codecs, facts, dispositions, fold } = spec;
  expect(plain).toMatchObject({ name: 'parcel', title, codecs, record, facts, dispositions, fold, verbs: [] });
  expect(plain.records).toEqual([record]);
  expect(full.records.map(({ name }) => name)).toEqual(['parcel.record', 'parcel.other']);
});

test('a message becomes a record', () => {
  const context = { receivedAt: instant(1), country } as never;
  expect(plain.understand({ kind: 'parcel', data: '5' }, context)).toEqual(ok({ record: { weight: 5 }, findings: [] }));
});

describe('a record is read by its schema before the domain sees it', () => {
  test('in each question', () => {
    expect(plain.key(written)).toBe('key 21');
    expect(plain.touched(written)).toEqual([country]);
    expect(plain.subjects(written)).toEqual(['subject 21']);
    expect(plain.part(written, country)).toEqual({ weight: 10 });
    expect(plain.part(written, countryCode('MX') ?? country)).toBeUndefined();
    expect(plain.assess(written, 3, means).drafts).toEqual(draft('assess', { weight: 20 }, 3, 7));
    expect(plain.answered(written, outcomes, means)).toEqual(draft('answered', { weight: 20 }, outcomes, 7));
    expect(plain.reply(written, outcomes, means).mediaType).toBe('reply 21');
  });

  test('and what does not fit is a bug', () => {
    expect(() => plain.key({ weight: 'heavy' })).toThrow();
  });
});

test('what a domain leaves out has an answer, or is absent', () => {
  expect(plain.subject).toBe('subject');
  expect(plain.ports(written, 's', country)).toEqual([]);
  expect(plain.current(3, written, 's')).toBe(true);
  expect(plain.hears).toEqual({});
  for (const name of ['correction', 'corrected', 'bare', 'generate']) expect(plain).not.toHaveProperty(name);
});

test('what a domain gives is asked', () => {
  expect(full.subject).toBe('parcel');
  expect(full.ports(written, 's', country)).toEqual(['21 s CA']);
  expect(full.current(3, written, '3 21')).toBe(true);
  expect(full.current(3, written, '4 21')).toBe(false);
  expect(full.correction?.(written, outcomes, means).mediaType).toBe('correction 21');
  expect(full.corrected?.(written, outcomes)).toEqual(draft('corrected', { weight: 20 }, outcomes));
  expect(full.bare?.(written)).toEqual({ weight: 21 });
  expect([...(full.generate?.(1, day) ?? ['none'])]).toEqual([]);
  expect(Object.keys(full.hears)).toEqual(['other.kind']);
});
