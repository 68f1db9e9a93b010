import { expect, test } from 'vitest';
import { formatInstant, instant, type PlainDateTime, parsePlainDateTime, type Zone } from './time.ts';
import { instantIn, wallClockIn, zone } from './zone.ts';

const time = (text: string): PlainDateTime => parsePlainDateTime(text) ?? expect.fail(`${text} is no time`);
const known = (name: string): Zone => zone(name) ?? expect.fail(`${name} is no zone`);

test('the hour that happens twice is the earlier one; the hour that does not happen moves on', () => {
  const toronto = known('America/Toronto');
  // 1 November 2026, 02:00 EDT becomes 01:00 EST; 8 March 2026, 02:00 EST becomes 03:00 EDT.
  expect(formatInstant(instantIn(time('2026-11-01T01:30'), toronto))).toBe('2026-11-01T05:30:00.000Z');
  expect(formatInstant(instantIn(time('2026-03-08T02:30'), toronto))).toBe('2026-03-08T07:30:00.000Z');
  expect(wallClockIn(instant(Date.parse('2026-03-08T07:30Z')), toronto)).toBe('2026-03-08T03:30');
});

test('Mexico gave up summer time in October 2022, but not along the northern border', () => {
  const july = instant(Date.parse('2026-07-01T12:00:59Z'));
  expect(wallClockIn(july, known('America/Mexico_City'))).toBe('2026-07-01T06:00');
  expect(wallClockIn(july, known('America/Tijuana'))).toBe('2026-07-01T05:00');
});

test('a zone is one that the zone database has', () => {
  expect(zone('America/Mexico_City')).toBe('America/Mexico_City');
  expect([zone('America/Nowhere'), zone('')]).toEqual([undefined, undefined]);
});
