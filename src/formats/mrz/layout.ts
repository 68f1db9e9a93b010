/** The sizes of ICAO 9303: TD1 cards (part 5), TD2 (part 6), TD3 passports (part 4), visas MRV-A and MRV-B (part 7). */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

/** A place in the zone: line and first and last position, all from 1 as the standard prints them. */
export type Place = readonly [line: number, first: number, last: number];

/** The fields that every size has, and those that some have. */
export interface Layout {
  readonly format: MrzFormat;
  readonly lines: number;
  readonly width: number;
  readonly documentCode: Place;
  readonly issuingState: Place;
  readonly names: Place;
  readonly documentNumber: Place;
  readonly documentNumberCheck: Place;
  readonly nationality: Place;
  readonly dateOfBirth: Place;
  readonly dateOfBirthCheck: Place;
  readonly sex: Place;
  readonly expiry: Place;
  readonly expiryCheck: Place;
  /** Where a document number of more than nine characters goes on, in the sizes that allow it. */
  readonly overflow: boolean;
  readonly optional: Place;
  readonly optionalCheck?: Place;
  readonly optional2?: Place;
  readonly composite?: Place;
  /** What the composite check digit is computed over, in this order. */
  readonly compositeOver: readonly Place[];
}

/** The second line of all sizes of two lines, up to the optional data. */
const secondLine = {
  documentNumber: [2, 1, 9],
  documentNumberCheck: [2, 10, 10],
  nationality: [2, 11, 13],
  dateOfBirth: [2, 14, 19],
  dateOfBirthCheck: [2, 20, 20],
  sex: [2, 21, 21],
  expiry: [2, 22, 27],
  expiryCheck: [2, 28, 28],
} as const satisfies Partial<Layout>;

const firstLine = { documentCode: [1, 1, 2], issuingState: [1, 3, 5] } as const satisfies Partial<Layout>;

export const layouts: Readonly<Record<MrzFormat, Layout>> = {
  TD1: {
    format: 'TD1',
    lines: 3,
    width: 30,
    ...firstLine,
    documentNumber: [1, 6, 14],
    documentNumberCheck: [1, 15, 15],
    overflow: true,
    optional: [1, 16, 30],
    dateOfBirth: [2, 1, 6],
    dateOfBirthCheck: [2, 7, 7],
    sex: [2, 8, 8],
    expiry: [2, 9, 14],
    expiryCheck: [2, 15, 15],
    nationality: [2, 16, 18],
    optional2: [2, 19, 29],
    composite: [2, 30, 30],
    compositeOver: [
      [1, 6, 30],
      [2, 1, 7],
      [2, 9, 15],
      [2, 19, 29],
    ],
    names: [3, 1, 30],
  },
  TD2: {
    format: 'TD2',
    lines: 2,
    width: 36,
    ...firstLine,
    names: [1, 6, 36],
    ...secondLine,
    overflow: true,
    optional: [2, 29, 35],
    composite: [2, 36, 36],
    compositeOver: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 35],
    ],
  },
  TD3: {
    format: 'TD3',
    lines: 2,
    width: 44,
    ...firstLine,
    names: [1, 6, 44],
    ...secondLine,
    overflow: false,
    optional: [2, 29, 42],
    optionalCheck: [2, 43, 43],
    composite: [2, 44, 44],
    compositeOver: [
      [2, 1, 10],
      [2, 14, 20],
      [2, 22, 43],
    ],
  },
  'MRV-A': {
    format: 'MRV-A',
    lines: 2,
    width: 44,
    ...firstLine,
    names: [1, 6, 44],
    ...secondLine,
    overflow: false,
    optional: [2, 29, 44],
    compositeOver: [],
  },
  'MRV-B': {
    format: 'MRV-B',
    lines: 2,
    width: 36,
    ...firstLine,
    names: [1, 6, 36],
    ...secondLine,
    overflow: false,
    optional: [2, 29, 36],
    compositeOver: [],
  },
};

/** The layout of lines of text by their number, width and first letter; undefined when no size fits. */
export function layoutOf(lines: readonly string[]): Layout | undefined {
  const [first = ''] = lines;
  const visa = first.startsWith('V');
  return Object.values(layouts).find(
    (layout) =>
      lines.length === layout.lines &&
      lines.every((line) => line.length === layout.width) &&
      (layout.lines === 3 || visa === layout.format.startsWith('MRV')),
  );
}
