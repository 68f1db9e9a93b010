import { type Zone, zone } from '#kernel';
import table from '../../../data/travel/places.json' with { type: 'json' };

/** The zones of the table: each is looked up in the zone database once, and not for every place and record. */
const zones: ReadonlyMap<string, Zone | undefined> = new Map(
  [...new Set(table.places.map((row) => row[3] ?? ''))].map((name) => [name, zone(name)]),
);

/** Reads a zone name. */
export const zoneNamed = (name: string): Zone | undefined => zones.get(name) ?? zone(name);
