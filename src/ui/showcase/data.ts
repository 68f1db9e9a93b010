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
