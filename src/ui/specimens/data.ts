/** Made-up things for the component page. Names and codes are data: they are the same in every language. */
export interface Specimen {
  readonly key: string;
  readonly flight: string;
  readonly route: string;
  readonly minutes: number;
  readonly stops: number;
  readonly reviews: number;
  readonly clears: number;
}

export const specimens: readonly Specimen[] = [
  { key: 'a', flight: 'AC 991', route: 'YYZ → MEX', minutes: 18, stops: 1, reviews: 3, clears: 158 },
  { key: 'b', flight: 'DL 4021', route: 'YYZ → JFK', minutes: 41, stops: 0, reviews: 1, clears: 70 },
  { key: 'c', flight: 'WS 2214', route: 'YYC → CUN', minutes: 72, stops: 0, reviews: 0, clears: 168 },
  { key: 'd', flight: 'AM 681', route: 'YYZ → MEX', minutes: -6, stops: 1, reviews: 0, clears: 179 },
];

export const rawSpecimen = [
  ['UNB', '+UNOA:4+AIRLINE1+CBSAIAPI+261124:1402+8841++IAPI'],
  ['UNH', '+8841+PAXLST:D:05B:UN:IATA+QT8841'],
  ['BGM', '+745'],
  ['TDT', '+20+AC991'],
  ['LOC', '+125+YYZ'],
  ['DTM', '+189:2611241423:201'],
  ['NAD', '+FL+++MORENO:ANA LUCIA'],
  ['ATT', '+2++F'],
  ['DTM', '+329:790302'],
  ['DOC', '+P:110:111+G18830291'],
  ['XYZ', '+17'],
  ['CNT', '+42:162'],
  ['UNT', '+11+8841'],
].map(([tag = '', text = ''], at) => ({ number: at + 1, tag, text }));
