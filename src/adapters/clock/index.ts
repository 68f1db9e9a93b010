import { type Clock, type Instant, instant } from '#kernel';

/** The time of this machine. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** The longest wait that the platform keeps; a longer one overflows and would ring at once. */
const longest = 2_147_483_647;

/** Calls back once `at` has come by `clock`; returns how to call it off. The only timer that the scheduler has. */
export function alarm(at: Instant, ring: () => void, clock: Clock = systemClock): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = at - clock.now();
    timer = left > longest ? setTimeout(wait, longest) : setTimeout(ring, Math.max(0, left));
  };
  wait();
  return () => clearTimeout(timer);
}
