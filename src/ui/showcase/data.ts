import { type StatusKind, statusKinds } from '../tokens.ts';

/** Made-up things for the component page. Names and codes are data: they are the same in every language. */
export interface Sample {
  readonly key: string;
  readonly name: string;
  readonly way: string;
  readonly minutes: number;
  readonly stops: number;
  readonly reviews: number;
  readonly clears: number;
}

export const samples: readonly Sample[] = [
  { key: 'a', name: 'A 991', way: 'NORTH → SOUTH', minutes: 18, stops: 1, reviews: 3, clears: 158 },
  { key: 'b', name: 'D 4021', way: 'NORTH → EAST', minutes: 41, stops: 0, reviews: 1, clears: 70 },
  { key: 'c', name: 'W 2214', way: 'WEST → SOUTH', minutes: 72, stops: 0, reviews: 0, clears: 168 },
  { key: 'd', name: 'M 681', way: 'NORTH → SOUTH', minutes: -6, stops: 1, reviews: 0, clears: 179 },
];

export const rawSample = [
  ['UNB', '+UNOA:4+SENDER1+RECEIVER1+261124:1402+8841'],
  ['UNH', '+8841+ORDERS:D:05B:UN'],
  ['BGM', '+220+B10'],
  ['DTM', '+137:20261124:102'],
  ['NAD', '+BY+++MORENO:ANA LUCIA'],
  ['COM', '+5550100:TE'],
  ['DTM', '+329:790302'],
  ['DOC', '+110+G18830291'],
  ['LOC', '+7+YYZ'],
  ['XYZ', '+17'],
  ['CNT', '+42:162'],
  ['UNT', '+11+8841'],
].map(([tag = '', text = ''], at) => ({ number: at + 1, tag, text }));

export interface LongSample {
  readonly key: string;
  readonly name: string;
  readonly way: string;
  readonly kind: StatusKind;
  readonly day: string;
  readonly count: number;
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const sides = ['NORTH', 'SOUTH', 'EAST', 'WEST', 'MÉRIDA', 'MONTRÉAL', 'ANTICOSTI'];

/** As many rows as asked for, the same each time. */
export const longSamples = (count: number): readonly LongSample[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `r${at}`,
    name: `${letters[(at * 7) % letters.length]} ${String(1000 + ((at * 7919) % 9000))}-${at}`,
    way: `${sides[at % sides.length]} → ${sides[(at * 3 + 1) % sides.length]}`,
    kind: statusKinds[(at * 2 + Math.trunc(at / 7)) % statusKinds.length] ?? 'pending',
    day: `2026-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
    count: (at * 104_729) % 25_000,
  }));

const knownPlaces = [
  ['YUL', 'Montréal'],
  ['YQB', 'Québec'],
  ['YYZ', 'Toronto'],
  ['MID', 'Mérida'],
  ['MEX', 'Ciudad de México'],
  ['CUN', 'Cancún'],
  ['TIJ', 'Tijuana'],
  ['JFK', 'New York'],
  ['LAX', 'Los Angeles'],
  ['YFB', 'Iqaluit'],
] as const;

/** Places with their codes: some that are known, and a hundred more. */
export const placeSamples = () => [
  ...knownPlaces.map(([value, text]) => ({ value, text, detail: value })),
  ...Array.from({ length: 100 }, (_, at) => ({
    value: `X${at}`,
    text: `${sides[at % sides.length]} ${at}`,
    detail: `X${String(at).padStart(2, '0')}`,
  })),
];
