import { type Access, type AggregateId, fitting, type Hit, hitsOfPart, type RouteRequest, type Search } from '#kernel';
import { endsOf } from './board.ts';
import { isWithin } from './routes/shown.ts';
import type { JourneyState } from './state.ts';
import { flightsView } from './view.ts';

/** A journey that was listed, with what is known of it. */
interface Listed {
  readonly id: AggregateId;
  readonly journey: NonNullable<JourneyState['journey']>;
  readonly passengers: JourneyState['passengers'];
}

/** Journeys that belong to the caller's scope, the latest departure first. */
function journeysFor({ scope }: RouteRequest, access: Access): readonly Listed[] {
  const departure = ({ journey }: Listed): number => endsOf(journey.legs)?.first.departure?.instant ?? 0;
  return [...access.view<JourneyState>(flightsView.name).state]
    .flatMap(([id, flight]): readonly Listed[] =>
      flight.journey === undefined || !isWithin(scope, flight)
        ? []
        : [{ id, journey: flight.journey, passengers: flight.passengers }],
    )
    .toSorted((one, other) => departure(other) - departure(one));
}

/** By what a journey is found: its number, its own reference, and code and name of each place that it touches. */
const textsOf = ({ id, journey: { conveyance, carrier, legs } }: Listed): readonly (string | undefined)[] => [
  ...[id, conveyance, carrier],
  ...legs.flatMap(({ from, to }) => [from.code, from.name, to.code, to.name]),
];

function hitOf({ id, journey: { conveyance, legs } }: Listed): Hit {
  const ends = endsOf(legs);
  const route = ends === undefined ? '' : `${ends.first.from.code} → ${ends.last.to.code}`;
  const detail = [route, ends?.first.departure?.local.replace('T', ' ').slice(0, 16)].filter(Boolean).join(' · ');
  return { title: conveyance, detail, address: `/flights/${id}` };
}

const flights: Search = {
  name: 'travel.flights',
  title: {
    en: 'Flights, ferries and crossings',
    fr: 'Vols, traversiers et passages',
    es: 'Vuelos, transbordadores y cruces',
  },
  by: {
    en: 'number, route, name or code of a place, reference: AC991, YYZ MEX, Montréal',
    fr: 'numéro, trajet, nom ou code d’un lieu, référence : AC991, YYZ MEX, Montréal',
    es: 'número, ruta, nombre o código de un lugar, referencia: AC991, YYZ MEX, Montréal',
  },
  permission: 'travel.flights.read',
  find: (words, request, access) =>
    Promise.resolve(fitting(journeysFor(request, access), { words }, textsOf).map(hitOf)),
};

/** Lower case is enough for references: they are letters and digits. */
const isOf = (subject: string, words: readonly string[]): boolean => {
  const reference = subject.toLowerCase();
  return words.every((word) => reference.startsWith(word));
};

const travellers: Search = {
  name: 'travel.travellers',
  title: { en: 'Travellers', fr: 'Voyageurs', es: 'Viajeros' },
  by: {
    en: 'the carrier’s reference of the passenger, from its beginning; never a name',
    fr: 'la référence du passager chez le transporteur, depuis son début; jamais un nom',
    es: 'la referencia del pasajero dada por el transportista, desde su inicio; nunca un nombre',
  },
  permission: 'travel.travellers.read',
  find: (words, request, access) => {
    const hits: Hit[] = [];
    for (const { id, journey, passengers } of journeysFor(request, access)) {
      for (const subject of Object.keys(passengers)) {
        if (!isOf(subject, words)) continue;
        const address = `/travellers/${id}/${encodeURIComponent(subject)}`;
        hits.push({ title: subject, detail: journey.conveyance, address });
        if (hits.length > hitsOfPart) return Promise.resolve(hits);
      }
    }
    return Promise.resolve(hits);
  },
};

/** What of travel can be found. Views hold no name, so nobody is found by his name. */
export const searches: readonly Search[] = [flights, travellers];
