import type { CountryCode, PlainDateTime, Zone } from '#kernel';
import { countryCode, instantIn } from '#kernel';
import table from '../../../data/travel/places.json' with { type: 'json' };
import type { Moment, Place } from './record.ts';
import { zoneNamed } from './zones.ts';

const modes = ['air', 'sea', 'land'] as const;
export type Mode = (typeof modes)[number];

interface Known {
  readonly country: CountryCode;
  readonly zone: Zone;
  readonly name: string;
}

const rows: ReadonlyMap<string | undefined, readonly string[]> = new Map(table.places.map((row) => [row[0], row]));

/** A row of the table, read when it is asked for. */
function knownOf(place: string): Known | undefined {
  const row = rows.get(place);
  if (row === undefined) return undefined;
  const [, , state = '', where = '', name = ''] = row;
  const [country, there] = [countryCode(state), zoneNamed(where)];
  return country === undefined || there === undefined ? undefined : { country, zone: there, name };
}

/**
 * A place by its IATA location identifier or UN/LOCODE. Of an unknown UN/LOCODE the country is still known: its first
 * two letters (UNECE Recommendation 16).
 */
export function placeOf(code: string): Place {
  const place = knownOf(code);
  if (place !== undefined) return { code, name: place.name, country: place.country, zone: place.zone };
  const country = code.length === 5 ? countryCode(code.slice(0, 2)) : undefined;
  return country === undefined ? { code } : { code, country };
}

/** How one reaches a place: airports by air, ports by sea, crossings by land; an unknown three-letter code is an airport. */
export const modeOf = (code: string): Mode =>
  modes.find((mode) => mode === rows.get(code)?.[1]) ?? (code.length === 5 ? 'sea' : 'air');

/** A local time at a place with the instant that it is; without a known zone only the local time. */
export const momentAt = (local: PlainDateTime, place: Place): Moment =>
  place.zone === undefined ? { local } : { local, zone: place.zone, instant: instantIn(local, place.zone) };
