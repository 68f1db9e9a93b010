import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Address } from '#ui';

/** What an entry of the history remembers: the link that led on from it. */
interface Place {
  readonly from: string;
}
const isPlace = (state: unknown): state is Place =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string';
const patienceMs = 3000;

/** Puts the focus back on the link by which the person left, as soon as it is drawn again. */
function returnTo(href: string): void {
  const until = performance.now() + patienceMs;
  const look = (): void => {
    const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`);
    if (link !== null) link.focus();
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const current = (): string => location.pathname + location.search + location.hash;

/** The address bar as state. Going elsewhere puts the focus on the page; coming back puts it where it was. */
export function useBrowserAddress(): Address {
  const [at, setAt] = useState(current);
  useEffect(() => {
    const back = (): void => {
      setAt(current());
      const state: unknown = history.state;
      if (isPlace(state)) returnTo(state.from);
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  const go = useCallback<Address['go']>((to, how = {}) => {
    if (to === current()) return;
    const samePage = new URL(to, location.href).pathname === location.pathname;
    if (how.replace === true) {
      history.replaceState(history.state, '', to);
    } else {
      const link = document.activeElement?.closest('a[href]')?.getAttribute('href');
      if (link !== null && link !== undefined) history.replaceState({ from: link } satisfies Place, '');
      history.pushState({}, '', to);
    }
    setAt(current());
    if (samePage) return;
    scrollTo(0, 0);
    document.getElementById('main')?.focus();
  }, []);

  return useMemo(() => {
    const url = new URL(at, location.href);
    return { path: url.pathname, query: url.searchParams, hash: url.hash.slice(1), go };
  }, [at, go]);
}
