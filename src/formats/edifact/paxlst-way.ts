import type { MessageWalk } from './message-reading.ts';
import type { PaxlstLeg } from './paxlst.ts';
import { stages } from './paxlst-codes.ts';
import type { Conveyance, Mutable, PaxlstHandler, PaxlstState, Stop } from './paxlst-state.ts';
import { momentOf, unknownQualifier } from './paxlst-state.ts';

/** TDT: closes the conveyance before it and opens another. */
export const openConveyance: PaxlstHandler = (state, segment, walk) => {
  closeConveyance(state, walk);
  const stage = stages.meaning.get(segment.text(1));
  if (stage === undefined) unknownQualifier(segment, walk);
  const identifier = segment.trimmed(2);
  const stated = segment.trimmed(5, 1);
  if (stated !== '' && !identifier.startsWith(stated)) {
    walk.find('EDI-0413', { conveyance: identifier, carrier: stated }, 2);
  }
  state.group = 'conveyance';
  state.person = undefined;
  state.conveyance = {
    stage: stage ?? 'main',
    carrier: stated === '' ? carrierOf(identifier) : stated,
    carrierStated: stated !== '',
    identifier,
    stops: [],
  };
  return true;
};

/** The carrier designator at the front of a flight number: three letters, or two characters that are not both digits. */
const carrierOf = (identifier: string): string =>
  /^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])\d{1,4}[A-Z]?$/.exec(identifier)?.[1] ?? '';

const legPlaces = new Set(['125', '87', '92', '130']);

/** LOC of a conveyance. */
export const stopAt: PaxlstHandler = (state, segment, walk) => {
  const { conveyance } = state;
  if (state.group !== 'conveyance' || conveyance === undefined) return false;
  const qualifier = segment.text(1);
  if (!legPlaces.has(qualifier)) return unknownQualifier(segment, walk);
  conveyance.stops.push({
    place: segment.trimmed(2),
    qualifier,
    onward: qualifier,
    arrival: undefined,
    departure: undefined,
  });
  return true;
};

const momentMembers = new Map<string, 'departure' | 'arrival'>([
  ['189', 'departure'],
  ['232', 'arrival'],
]);

/** DTM of the stop before it. */
export const timeOfStop: PaxlstHandler = (state, segment, walk) => {
  const stop = state.conveyance?.stops.at(-1);
  if (state.group !== 'conveyance' || stop === undefined) return false;
  const member = momentMembers.get(segment.text(1, 1));
  if (member === undefined) return unknownQualifier(segment, walk);
  if (stop[member] !== undefined) return false;
  const time = momentOf(segment, walk);
  if (time !== undefined) stop[member] = { time, segment: segment.index };
  return true;
};

/**
 * Makes legs of the stops of a conveyance: each stop but the last departs, each but the first arrives. When it left the
 * last one, or came to the first, belongs to no leg and is kept as not understood.
 */
export function closeConveyance(state: PaxlstState, walk: MessageWalk): void {
  const { conveyance } = state;
  if (conveyance === undefined) return;
  state.conveyance = undefined;
  const { stops, identifier } = conveyance;
  if (stops.length < 2 || stops.some(({ place }) => place === '')) {
    walk.findInMessage('EDI-0412', { conveyance: identifier });
  }
  const way = stops.length === 2 ? stops : withoutPairs(stops);
  for (const unused of [way[0]?.arrival, way.at(-1)?.departure]) {
    if (unused !== undefined) walk.setAside(unused.segment);
  }
  state.paxlst.legs.push(...legsOf(conveyance, way));
}

const legsOf = (conveyance: Conveyance, way: readonly Stop[]): readonly PaxlstLeg[] =>
  way.slice(1).flatMap((to, at) => {
    const from = way[at];
    return from === undefined ? [] : [legOf(conveyance, from, to)];
  });

/** A place named twice in a longer way is where one flight arrives and the next departs: one stop. */
function withoutPairs(stops: readonly Stop[]): readonly Stop[] {
  const way: Stop[] = [];
  for (const stop of stops) {
    const last = way.at(-1);
    if (last === undefined || last.place !== stop.place) way.push({ ...stop });
    else {
      last.onward = stop.qualifier;
      last.arrival ??= stop.arrival;
      last.departure = stop.departure ?? last.departure;
    }
  }
  return way;
}

function legOf(conveyance: Conveyance, from: Stop, to: Stop): PaxlstLeg {
  const leg: Mutable<PaxlstLeg> = {
    stage: conveyance.stage,
    carrier: conveyance.carrier,
    carrierStated: conveyance.carrierStated,
    conveyance: conveyance.identifier,
    departurePlace: from.place,
    arrivalPlace: to.place,
    departureQualifier: from.onward,
    arrivalQualifier: to.qualifier,
  };
  if (from.departure !== undefined) leg.departureTime = from.departure.time;
  if (to.arrival !== undefined) leg.arrivalTime = to.arrival.time;
  return leg;
}
