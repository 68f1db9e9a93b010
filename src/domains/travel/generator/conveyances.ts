import type { PaxlstLeg } from '#formats/edifact';
import {
  type CountryCode,
  type Instant,
  instant,
  instantIn,
  invariant,
  type PlainDate,
  parsePlainDateTime,
  wallClockIn,
  type Zone,
} from '#kernel';
import { placeOf } from '../places.ts';
import { type Chance, Deck } from './chance.ts';
import type { Boarding, Party, People } from './people.ts';
import { spellingOf } from './spelling.ts';
import type { Carrier, CarrierTable, GeneratorTables, Route } from './tables.ts';
import type { Traveller } from './traveller.ts';

/** One flight, sailing or coach of the generated day with everyone on board. */
export interface Conveyance extends Boarding {
  readonly carrier: Carrier;
  readonly route: Route;
  readonly authority: CarrierTable['authorities'][CountryCode];
  readonly departs: Instant;
  readonly legs: readonly PaxlstLeg[];
  readonly parties: readonly Party[];
  readonly crew: readonly Traveller[];
}

const minute = 60_000;
/** How long one stays at a place between two legs. */
const stopMinutes = 90;

export const later = (at: Instant, minutes: number): Instant => instant(at + minutes * minute);

/** Makes up the conveyances of a day, by the routes in turn as they weigh. */
export class Timetable {
  readonly #chance: Chance;
  readonly #tables: GeneratorTables;
  readonly #people: People;
  readonly #day: PlainDate;
  readonly #routes: Deck<Route>;
  #count = 0;

  constructor(chance: Chance, tables: GeneratorTables, people: People, day: PlainDate) {
    this.#chance = chance;
    this.#tables = tables;
    this.#people = people;
    this.#day = day;
    const { routes } = tables.routes;
    this.#routes = new Deck(
      routes.flatMap((route) => Array<Route>(route.weight).fill(route)),
      chance,
    );
  }

  /** The next conveyance, with `most` passengers at the most; it departs in that part of the day. */
  next(partOfDay: number, most: number): Conveyance {
    const route = this.#routes.draw();
    const carrier = this.#tables.carriers.find(({ code }) => code === route?.carrier);
    const authority = route === undefined ? undefined : this.#tables.authorities[route.to];
    invariant(route !== undefined && carrier !== undefined && authority !== undefined, 'a route has its carrier');
    this.#count += 1;
    const identifier = `${carrier.code}${100 + this.#count}`;
    const departs = this.#departure(route, partOfDay);
    const boarding: Boarding = {
      day: this.#day,
      mode: carrier.mode,
      spelling: spellingOf(carrier.syntax),
      places: route.places,
      countries: [...new Set(route.places.flatMap((place) => placeOf(place).country ?? []))],
      reference: `${identifier}X`,
    };
    const parties = this.#board(boarding, Math.min(most, this.#load(route)));
    const crew = Array.from({ length: carrier.crew }, (_, at) => this.#people.crew(boarding, at));
    return { ...boarding, carrier, route, authority, departs, legs: legsOf(identifier, route, departs), parties, crew };
  }

  #load({ seats }: Route): number {
    const [least, most] = this.#tables.routes.load;
    return Math.ceil((seats * this.#chance.between(least, most)) / 100);
  }

  #departure({ places }: Route, partOfDay: number): Instant {
    const minutes = Math.min(1439, Math.floor(partOfDay * 1440));
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const local = parsePlainDateTime(`${this.#day}T${time}`);
    invariant(local !== undefined, 'a minute of the day is a time');
    return instantIn(local, zoneOf(places[0] ?? ''));
  }

  #board(boarding: Boarding, load: number): readonly Party[] {
    const parties: Party[] = [];
    for (let aboard = 0; aboard < load; aboard += parties.at(-1)?.travellers.length ?? 1) {
      parties.push(this.#people.party(boarding, aboard + 1, load - aboard));
    }
    return parties;
  }
}

function zoneOf(code: string): Zone {
  const { zone } = placeOf(code);
  invariant(zone !== undefined, `${code} has a zone`);
  return zone;
}

/** The legs with local times. LOC 3227: 125 the first departure, 87 the first arrival, 92 what follows. */
function legsOf(conveyance: string, { carrier, places, minutes }: Route, departs: Instant): readonly PaxlstLeg[] {
  let at = departs;
  return minutes.map((length, leg) => {
    const [departurePlace = '', arrivalPlace = ''] = places.slice(leg, leg + 2);
    const departureTime = wallClockIn(at, zoneOf(departurePlace));
    at = later(at, length);
    const arrivalTime = wallClockIn(at, zoneOf(arrivalPlace));
    at = later(at, stopMinutes);
    return {
      stage: 'main',
      carrier,
      carrierStated: true,
      conveyance,
      departurePlace,
      arrivalPlace,
      departureTime,
      arrivalTime,
      departureQualifier: leg === 0 ? '125' : '92',
      arrivalQualifier: leg === 0 ? '87' : '92',
    };
  });
}
