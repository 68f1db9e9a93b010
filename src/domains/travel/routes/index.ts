import type { Route } from '#kernel';
import { flightRoutes } from './flights.ts';

/** What travel adds to the interface. */
export const routes: readonly Route[] = [...flightRoutes];
