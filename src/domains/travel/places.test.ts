import { expect, test } from 'vitest';
import { countryCode, parsePlainDateTime, zone } from '#kernel';
import table from '../../../data/travel/places.json' with { type: 'json' };
import { modeOf, momentAt, placeOf } from './places.ts';
import { zoneNamed } from './zones.ts';

test('every place of the table has its name, country, zone and way, and stands there once', () => {
  for (const [code = '', mode, country = '', where = '', name] of table.places) {
    expect(placeOf(code)).toEqual({ code, name, country: countryCode(country), zone: zone(where) });
    expect(placeOf(code).zone, code).toBeDefined();
    expect(placeOf(code).country, code).toBeDefined();
    expect(modeOf(code)).toBe(mode);
  }
  expect(new Set(table.places.map(([code]) => code)).size).toBe(table.places.length);
});

test('of an unknown place the length of its code says what it may be, and the country of a UN/LOCODE is known', () => {
  expect(placeOf('QQQ')).toEqual({ code: 'QQQ' });
  expect(placeOf('CAQQQ')).toEqual({ code: 'CAQQQ', country: countryCode('CA') });
  expect(placeOf('1AQQQ')).toEqual({ code: '1AQQQ' });
  expect([modeOf('QQQ'), modeOf('CAQQQ'), modeOf('constructor')]).toEqual(['air', 'sea', 'air']);
});

test('a local time has an instant where the zone is known', () => {
  const local = parsePlainDateTime('2027-01-10T09:00') ?? expect.unreachable();
  expect(momentAt(local, placeOf('YYZ'))).toEqual({
    ...{ local, zone: 'America/Toronto', instant: Date.parse('2027-01-10T14:00:00Z') },
  });
  expect(momentAt(local, placeOf('QQQ'))).toEqual({ local });
});

test('a zone is one of the zone database, of the table or not', () => {
  for (const name of ['America/Toronto', 'Asia/Kathmandu', 'America/Toronto']) expect(zoneNamed(name)).toBe(name);
  for (const name of ['America/Nowhere', '', 'constructor']) expect(zoneNamed(name)).toBeUndefined();
});
