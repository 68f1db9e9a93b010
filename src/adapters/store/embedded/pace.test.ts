import { describe, expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** A pace whose clock stands where it is put. */
function paced() {
  let time = 0;
  const pace = new Pace(() => time);
  return {
    pace,
    wrote(took: number): void {
      time += took;
      pace.wrote(time - took);
    },
    worked(took: number, count: number): void {
      time += took;
      pace.worked(time - took, count);
    },
  };
}

describe('pace', () => {
  test('before anything was measured nobody is hurried', () => {
    const { pace, worked } = paced();
    expect(pace.crowded(1_000_000)).toBe(false);
    worked(1000, 1);
    expect(pace.crowded(1_000_000)).toBe(false);
  });
  test('it is crowded where the work of all takes longer than a write, and one alone never is', () => {
    const { pace, wrote, worked } = paced();
    wrote(4);
    worked(4, 4);
    // A quarter of what was seen: 0.25 ms of work each.
    expect(pace.crowded(16)).toBe(false);
    expect(pace.crowded(17)).toBe(true);
    worked(400, 1);
    expect(pace.crowded(2)).toBe(true);
    expect(pace.crowded(1)).toBe(false);
  });
  test('a slow write counts only when writes stay slow', () => {
    const { pace, wrote, worked } = paced();
    worked(4, 1);
    wrote(10);
    wrote(100);
    expect(pace.crowded(11)).toBe(false);
    expect(pace.crowded(12)).toBe(true);
    for (let count = 0; count < 50; count += 1) wrote(100);
    expect(pace.crowded(100)).toBe(false);
    expect(pace.crowded(101)).toBe(true);
    wrote(2);
    expect(pace.crowded(3)).toBe(true);
  });
  test('work is followed slowly, up and down', () => {
    const { pace, wrote, worked } = paced();
    wrote(1);
    for (let count = 0; count < 60; count += 1) worked(1, 10);
    expect(pace.crowded(9)).toBe(false);
    expect(pace.crowded(11)).toBe(true);
    worked(0, 10);
    expect(pace.crowded(13)).toBe(false);
    expect(pace.crowded(14)).toBe(true);
  });
});
