import table from '../../../data/travel/positions.json' with { type: 'json' };

/** Where a place lies, in degrees, north and east positive, rounded to a tenth: enough for a map of three countries. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const rows: ReadonlyMap<unknown, readonly (string | number)[]> = new Map(table.positions.map((row) => [row[0], row]));

/** Where a place lies by its code; undefined for one that the table does not hold. */
export function positionOf(code: string): Position | undefined {
  const [, latitude, longitude] = rows.get(code) ?? [];
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
}
