import { type Clock, type Instant, instant } from '#kernel';

/** The time of this machine. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** The longest wait that the platform keeps; a longer one overflows and would ring at once. */
const longest = 2_147_483_647;

/**
 * Calls back once `at` has come by `clock`; returns how to call it off. The only timer that the scheduler has. The
 * platform's timers may fire a millisecond before the clock says so, and what wakes too early finds nothing due and is
 * never woken again: so the clock is asked once more.
 */
export function alarm(at: Instant, ring: () => void, clock: Clock = systemClock): () => void {
  const after = (): number => Math.min(longest, Math.max(0, at - clock.now()));
  const look = (): void => {
    if (clock.now() >= at) ring();
    else timer = setTimeout(look, after());
  };
  let timer = setTimeout(look, after());
  return () => clearTimeout(timer);
}
