import { lazy } from 'react';

/** The map with its outline, read when a page shows it: no other page carries it. */
export const BorderMap = lazy(async () => ({ default: (await import('./map.tsx')).BorderMap }));
export type { Mark, Way } from './map.tsx';
