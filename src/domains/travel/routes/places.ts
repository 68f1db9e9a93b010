import { z } from 'zod';
import type { Route } from '#kernel';
import { ok } from '#kernel';
import { placesToday, underWayOf } from '../by-place.ts';
import { positionOf } from '../positions.ts';
import { said } from '../said.ts';
import type { JourneyState } from '../state.ts';
import { flightsView } from '../view.ts';
import { isInWindow, windowShape } from './flights.ts';
import { placesShape } from './shapes.ts';
import { isWithin } from './shown.ts';

const placesQuery = z.object({ window: windowShape });

/** Today at the border by place: for a map, and for the list beside it. */
export const placesRoute: Route = {
  method: 'GET',
  pattern: '/travel/places',
  summary: {
    en: 'Airports, ports and crossings of today’s journeys, those that need somebody first',
    fr: 'Aéroports, ports et passages des voyages du jour, ceux qui demandent quelqu’un d’abord',
    es: 'Aeropuertos, puertos y cruces de los viajes de hoy, primero los que requieren a alguien',
  },
  permission: 'travel.flights.read',
  personal: false,
  query: placesQuery,
  response: placesShape,
  handle: (request, access) => {
    const { state, asOf } = access.view<JourneyState>(flightsView.name);
    const hours = Number.parseInt(placesQuery.parse(request.query).window, 10);
    const at = access.now();
    const flights = [...state].filter(([, flight]) => isInWindow(flight, at, hours) && isWithin(request.scope, flight));
    return Promise.resolve(
      ok({
        asOf,
        places: placesToday(flights, at).map(({ place, why, ...rest }) => ({
          ...{ ...rest, ...place, why: [...why] },
          ...said({ position: positionOf(place.code) }),
        })),
        underWay: [...underWayOf(flights, at)],
      }),
    );
  },
};
