import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, type Zone } from './time.ts';
import { instantIn, wallClockIn } from './zone.ts';

const milliseconds = fc.integer({ min: Date.parse('1900-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') });

test('a wall clock leads back to its instant, or to the same hour an hour earlier when that hour happens twice', () => {
  const zones = [
    'America/Toronto',
    'America/St_Johns',
    'America/Tijuana',
    'America/Los_Angeles',
    'Asia/Kathmandu',
    'UTC',
  ];
  const minutes = milliseconds.map((at) => at - (at % 60_000)).filter((at) => at >= Date.parse('1975-01-01T00:00Z'));
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (at, name) => {
      const zone = name as Zone;
      const wall = wallClockIn(instant(at), zone);
      const back = instantIn(wall, zone);
      expect(back).toBeLessThanOrEqual(at);
      expect(wallClockIn(back, zone)).toBe(wall);
    }),
    { numRuns: 60 },
  );
});
