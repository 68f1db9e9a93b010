import { useHouse } from '#ui';
import { isMonth } from './month.tsx';
import { momentNames } from './wanted.ts';

/** Changes of the register, and of what it measures. */
export const renewsPlan = ({ view }: { readonly view: string }): boolean =>
  view.startsWith('plan.') || view.startsWith('travel.') || view.startsWith('casework');

/** The moment from which one looks, as the node is asked for it. */
export function momentQuery(query: URLSearchParams): string {
  const next = new URLSearchParams();
  for (const name of momentNames) {
    const month = query.get(name);
    if (month !== null && isMonth(month)) next.set(name, month);
  }
  return next.size === 0 ? '' : `?${next}`;
}

/** The path of the register at the moment that stands in the address. */
export function useRegisterPath(): string {
  const { address } = useHouse();
  return `/api/plan${momentQuery(address.query)}`;
}

/** True while one looks at how things stood, so that nothing can be said there. */
export const isPast = (query: URLSearchParams): boolean => momentQuery(query) !== '';
