import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  formatInstant,
  instant,
  monthLength,
  parseInstant,
  parsePlainDate,
  plainDate,
} from './time.ts';

const milliseconds = fc.integer({ min: Date.parse('1900-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') });
const anyDay = milliseconds.map((at) => dayOf(instant(at)));

test('an instant reads back what it prints', () => {
  fc.assert(
    fc.property(milliseconds, (at) => {
      expect(parseInstant(formatInstant(instant(at)))).toBe(at);
    }),
  );
});

test('a day exists exactly when the platform agrees', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, date) => {
        const asked = new Date(Date.UTC(year, month - 1, date));
        const exists = asked.getUTCMonth() === month - 1 && asked.getUTCDate() === date;
        expect(plainDate(year, month, date) !== undefined).toBe(exists);
        if (exists) expect(date).toBeLessThanOrEqual(monthLength(year, month));
      },
    ),
  );
});

test('adding days and counting them are each other undone', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(parsePlainDate(to)).toBe(to);
      expect(daysBetween(from, to)).toBe(days);
      expect(addDays(to, -days)).toBe(from);
    }),
  );
});
