import { afterEach, expect, test, vi } from 'vitest';
import { instant } from '#kernel';
import { alarm, systemClock } from './index.ts';

afterEach(() => vi.useRealTimers());

test('tells the time of the machine', () => {
  vi.useFakeTimers({ now: 1_700_000_000_123 });
  expect(systemClock.now()).toBe(1_700_000_000_123);
});

test('rings when the instant has come, at once when it has passed, also after more than 24 days', () => {
  vi.useFakeTimers({ now: 1000 });
  const rung: string[] = [];
  alarm(instant(500), () => rung.push('past'));
  alarm(instant(3000), () => rung.push('soon'));
  alarm(instant(5_000_000_000), () => rung.push('late'));
  vi.advanceTimersByTime(1999);
  expect(rung).toEqual(['past']);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual(['past', 'soon']);
  vi.advanceTimersByTime(4_999_996_999);
  expect(rung).toEqual(['past', 'soon']);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual(['past', 'soon', 'late']);
});

test('does not ring when called off', () => {
  vi.useFakeTimers({ now: 0 });
  const ring = vi.fn();
  alarm(instant(10), ring)();
  alarm(instant(4_000_000_000), ring)();
  vi.advanceTimersByTime(5_000_000_000);
  expect(ring).not.toHaveBeenCalled();
});

test('never rings before its instant, though the platform wakes it too early', () => {
  vi.useFakeTimers({ now: 0 });
  const behind = { now: () => instant(Date.now() - 1) };
  const rung: number[] = [];
  alarm(instant(100), () => rung.push(behind.now()), behind);
  vi.advanceTimersByTime(100);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([100]);
  const jumps = [0, 99, 99, 100, 100];
  const jumping = { now: () => instant(jumps.shift() ?? 100) };
  alarm(instant(100), () => rung.push(-1), jumping);
  vi.advanceTimersByTime(100);
  expect(rung).toEqual([100]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([100, -1]);
});
