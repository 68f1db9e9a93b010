import type { Ticker } from '#ui';

/** The node's time on this screen: the browser's clock, put right by what the node said, told once a second while anyone looks. */
export function createTicker(clock: () => number): Ticker & { readonly set: (nodeNow: number) => void } {
  const listeners = new Set<() => void>();
  let offset = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    now: () => clock() + offset,
    set: (nodeNow) => {
      offset = nodeNow - clock();
    },
    onTick: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const one of listeners) one();
      }, 1000);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
