import { describe, expect, test } from 'vitest';
import type { Envelope } from './envelope.ts';
import { authorityOf, profileFor, profileNamed, profiles } from './profile.ts';

const to = (recipient: string, applicationReference?: string): Envelope => ({
  syntax: 'UNOA:4',
  sender: 'AC',
  recipient,
  controlReference: '1',
  ...(applicationReference === undefined ? {} : { applicationReference }),
  interactive: false,
  serviceCharacters: "UNA:+.? '",
});

test.each([
  ['USCSAPIS', undefined, 'us', 'US'],
  ['CBSAIAPI', undefined, 'ca', 'CA'],
  ['MXINMAPIS', undefined, 'mx', 'MX'],
  ['NIAC', undefined, 'cn', 'CN'],
  ['UKHO', undefined, 'uk', 'GB'],
  ['SOMEBODY', 'UKBAOP', 'uk', 'GB'],
  ['NIAC', 'UKBAOP', 'cn', 'CN'],
  ['SOMEBODY', 'APIS', 'generic', undefined],
  ['SOMEBODY', undefined, 'generic', undefined],
  ['', undefined, 'generic', undefined],
])('a list to %s (%s) is checked by the profile %s', (recipient, application, name, country) => {
  const profile = profileFor(to(recipient, application));
  expect(profile.profile).toBe(name);
  expect(authorityOf(profile)).toBe(country);
});

test('a profile by its name', () => {
  expect(profileNamed('mx')?.country).toBe('MX');
  expect(profileNamed('MX')).toBeUndefined();
  expect(profileNamed('')).toBeUndefined();
});

describe.each(profiles)('the table of $profile', (profile) => {
  const rows = [...profile.allowed, ...profile.occurrences, ...profile.values];

  test('says of each row where it is from, and each row has a name of its own', () => {
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.row.startsWith(`${profile.profile}-`)).toBe(true);
      expect(row.source).not.toBe('');
      expect(row.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(typeof row.verified).toBe('boolean');
    }
  });

  test('names tags of three signs, allows no less than it requires, and lists no code twice', () => {
    const tags = [...profile.allowed.flatMap((row) => row.tags), ...profile.occurrences, ...profile.values].map(
      (one) => (typeof one === 'string' ? one : one.tag),
    );
    for (const tag of tags) expect(tag).toMatch(/^[A-Z]{3}$/);
    for (const { least, most } of profile.occurrences) {
      expect(least).toBeGreaterThanOrEqual(0);
      expect(most).toBeGreaterThanOrEqual(Math.max(1, least));
    }
    for (const { codes, format } of profile.values) {
      expect(new Set(codes).size).toBe(codes?.length ?? 0);
      expect(codes === undefined).toBe(format !== undefined);
    }
  });

  test('allows in a group what it counts and looks into there', () => {
    for (const { group, tag } of [...profile.occurrences, ...profile.values]) {
      const allowed = profile.allowed.find((row) => row.group === group);
      if (allowed !== undefined && tag !== 'DOC') expect(allowed.tags).toContain(tag);
    }
  });
});

test('no two authorities are known by one address', () => {
  const addresses = profiles.flatMap((profile) => [...profile.addresses, ...(profile.applications ?? [])]);
  const own = profiles.flatMap(({ addresses: all, applications = [] }) => [...new Set([...all, ...applications])]);
  expect(new Set(addresses).size).toBe(own.length);
});
