import './home.css';
import { later, type PageRoute } from '#ui';

/** The first page: what needs me now. */
export const homePages: readonly PageRoute[] = [
  {
    pattern: '/',
    page: later(async () => (await import('./home.tsx')).HomePage),
    place: { text: 'home.place', order: 0, keys: 'g h' },
  },
];
