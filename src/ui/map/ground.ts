import { geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import outline from '../../../data/map/outline.json' with { type: 'json' };

/** The drawing in its own units; the page scales it. */
export const mapSize = { width: 960, height: 720 } as const;

/** What has to be on it: Alaska and Hawaii in the west, Newfoundland in the east, Chiapas in the south, the islands in the north. */
const corners = {
  type: 'MultiPoint',
  coordinates: [
    [-164, 60],
    [-158, 20],
    [-128, 70],
    [-75, 74],
    [-53, 48],
    [-87, 14],
    [-111, 16],
  ],
} as const;

/** Areas compare: all three countries lie in one equal-area cone. */
const projection = geoConicEqualArea()
  .rotate([96, 0])
  .parallels([20, 60])
  .fitExtent(
    [
      [24, 24],
      [mapSize.width - 24, mapSize.height - 24],
    ],
    { type: 'MultiPoint', coordinates: corners.coordinates.map(([x, y]) => [x, y]) },
  )
  .clipExtent([
    [0, 0],
    [mapSize.width, mapSize.height],
  ]);
const path = geoPath(projection).digits(1);

/** The outline of each country as the path of an SVG, by its code. */
export function outlines(): readonly { readonly country: string; readonly path: string }[] {
  // The types of JSON know its arcs as lists of any length; what it is, its source says.
  const topology = outline as unknown as Parameters<typeof feature>[0];
  const { countries } = topology.objects;
  const drawn = countries === undefined ? undefined : feature(topology, countries);
  return (drawn?.type === 'FeatureCollection' ? drawn.features : []).map((country) => ({
    country: String(country.id),
    path: path(country) ?? '',
  }));
}

/** Degrees, north and east positive. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a spot is drawn; undefined when it lies beyond the drawing. */
export function drawnAt({ latitude, longitude }: Spot): readonly [number, number] | undefined {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height ? [x, y] : undefined;
}

/** The shortest way over the globe as the path of an SVG, cut off where the drawing ends. */
export const wayBetween = (from: Spot, to: Spot): string =>
  path({
    type: 'LineString',
    coordinates: [from, to].map(({ latitude, longitude }) => [longitude, latitude]),
  }) ?? '';
