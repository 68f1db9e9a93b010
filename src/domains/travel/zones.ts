import { type Zone, zone } from '#kernel';
import table from '../../../data/travel/places.json' with { type: 'json' };

const ofTable: ReadonlySet<string | undefined> = new Set(table.places.map(([, , , name]) => name));
/** Zones of the table that were asked for: a look into the zone database takes longer than reading a passenger. */
const zones = new Map<string, Zone | undefined>();

/** Reads a zone name; those of the table are looked up once, and only when asked for. */
export function zoneNamed(name: string): Zone | undefined {
  if (zones.has(name)) return zones.get(name);
  const found = zone(name);
  if (ofTable.has(name)) zones.set(name, found);
  return found;
}
