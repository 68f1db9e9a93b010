import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceTo } from './due.ts';

const dayMs = 86_400_000;
const dayOf = (count: number): string => new Date(count * dayMs).toISOString().slice(0, 10);
const day = fc.integer({ min: Date.UTC(1990, 0) / dayMs, max: Date.UTC(2100, 0) / dayMs });

test('a day is late exactly when it lies before today, and near days are counted one by one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -59, max: 59 }), (today, days) => {
      const distance = distanceTo(dayOf(today + days), dayOf(today));
      expect(distance).toEqual({ unit: 'day', count: Math.abs(days), late: days < 0 });
    }),
  );
});

test('a month is late exactly when it is over, and far days are counted as their months', () => {
  fc.assert(
    fc.property(day, day, (when, today) => {
      const month = dayOf(when).slice(0, 7);
      const distance = distanceTo(month, dayOf(today));
      expect(distance.unit).toBe('month');
      expect(distance.late).toBe(month < dayOf(today).slice(0, 7));
      expect(distance.count === 0).toBe(month === dayOf(today).slice(0, 7));
      if (Math.abs(when - today) >= 60) expect(distanceTo(dayOf(when), dayOf(today))).toEqual(distance);
    }),
  );
});
