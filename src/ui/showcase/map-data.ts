import type { Mark, Way } from '../map/map.tsx';

/* Made-up counts at real places, those that press first. Four of them stand too near to each other to be told apart. */

const spots = [
  ['SAN YSIDRO', 32.54, -117.03, 912, 'review'],
  ['LAREDO', 27.5, -99.5, 640, 'review'],
  ['TORONTO', 43.68, -79.63, 1480, 'review'],
  ['CIUDAD JUÁREZ', 31.69, -106.42, 210, 'review'],
  ['OTAY MESA', 32.55, -116.94, 330, 'pending'],
  ['TIJUANA', 32.54, -116.97, 280, 'pending'],
  ['EL PASO', 31.76, -106.49, 150, 'pending'],
  ['CIUDAD DE MÉXICO', 19.44, -99.07, 1210, 'clear'],
  ['DETROIT', 42.31, -83.07, 720, 'clear'],
  ['BLAINE', 49.0, -122.76, 410, 'clear'],
  ['MONTRÉAL', 45.47, -73.74, 690, 'clear'],
  ['CANCÚN', 21.04, -86.87, 530, 'clear'],
  ['FAIRBANKS', 64.82, -147.86, 40, 'clear'],
  ['HONOLULU', 21.32, -157.92, 260, 'clear'],
  ['ST. JOHN’S', 47.62, -52.75, 30, 'clear'],
  ['IQALUIT', 63.76, -68.56, 12, 'clear'],
] as const;

export const mapSamples: readonly Mark[] = spots.map(([label, latitude, longitude, count, kind]) => ({
  key: label.toLowerCase().replaceAll(/\P{Letter}+/gu, '-'),
  label,
  spot: { latitude, longitude },
  count,
  kind,
  pressing: kind === 'review',
}));

const spotOf = (at: number) => mapSamples[at]?.spot ?? { latitude: 0, longitude: 0 };
export const waySamples: readonly Way[] = [
  { key: 'a', from: spotOf(2), to: spotOf(7) },
  { key: 'b', from: spotOf(10), to: spotOf(11) },
  { key: 'c', from: spotOf(12), to: spotOf(9) },
];
