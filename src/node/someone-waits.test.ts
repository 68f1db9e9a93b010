import { expect, test } from 'vitest';
import { travel } from '#domains/travel';
import {
  type CountryCode,
  countryCode,
  formatInstant,
  type Generated,
  type Instant,
  instant,
  invariant,
} from '#kernel';
import { loadCriteria } from './criteria.ts';
import { tablesFrom } from './data-folder.ts';
import { demonstrationLists } from './demonstration-lists.ts';
import { due, stories } from './feed.ts';

const hour = 3_600_000;
const lists = demonstrationLists();
invariant(lists.ok, 'the made-up lists are read');

const seats = ['US', 'CA', 'MX'].map((name) => {
  const country = countryCode(name);
  invariant(country !== undefined, name);
  const clock = { now: () => instant(0) };
  const own = lists.ok ? (lists.value.get(country) ?? []) : [];
  const criteria = loadCriteria([travel], { country, clock, tables: tablesFrom(), lists: own });
  invariant(criteria.ok, 'the shipped tables are read');
  return { country, means: criteria.value.means() };
});

/** The countries in which a message opens a referral, as their nodes would find. */
function refersIn({ bytes, at, to }: Generated): readonly CountryCode[] {
  const context = { receivedAt: at, country: to, tolerance: 'lenient' as const };
  const messages = travel.codecs.flatMap((codec) => codec.read(bytes, context).messages);
  const records = messages.flatMap((message) => {
    const understood = travel.understand(message, context);
    return understood.ok ? [understood.value.record] : [];
  });
  return seats.flatMap(({ country, means }) => {
    const parts = records.flatMap((record) => travel.part(record, country) ?? []);
    const referrals = parts.flatMap((part) => travel.assess(part, travel.fold.initial, { ...means, at }).referrals);
    return referrals.length === 0 ? [] : [country];
  });
}

/** The seats in which nobody would wait for an officer after what is lodged at once when the demonstration starts. */
function emptySeats(seed: number, midnight: Instant): readonly string[] {
  const told = [...stories({ domains: [travel], seed }, midnight)];
  const known = new Map<Generated, readonly CountryCode[]>();
  const refers = (message: Generated, country: CountryCode): boolean => {
    const found = known.get(message) ?? refersIn(message);
    known.set(message, found);
    return found.includes(country);
  };
  return Array.from({ length: 24 }, (_, at) => instant(midnight + at * hour + (seed % 60) * 60_000)).flatMap((now) => {
    const lodged = told.filter((one) => (one.beginBy ?? one.at) > now && due(one) <= now);
    return seats
      .filter(({ country }) => !lodged.some((message) => refers(message, country)))
      .map(({ country }) => `${country}, started at ${formatInstant(now)} with seed ${seed}`);
  });
}

test.each([1, 77_777])(
  'somebody waits for an officer in each seat, at whatever hour one starts: seed %i',
  (seed) =>
    expect(emptySeats(seed, instant(Date.parse('2026-11-24T00:00:00Z') + (seed % 365) * 24 * hour))).toEqual([]),
  60_000,
);
