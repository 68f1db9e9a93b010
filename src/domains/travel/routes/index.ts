import type { Route } from '#kernel';
import { boothRoute } from './booth.ts';
import { certificationRoutes } from './certification.ts';
import { flightRoutes } from './flights.ts';
import { placesRoute } from './places.ts';

/** What travel adds to the interface. */
export const routes: readonly Route[] = [...flightRoutes, placesRoute, boothRoute, ...certificationRoutes];
