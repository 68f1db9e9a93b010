/** What a carrier of the generated day may do wrong, as data/travel/generator/carriers.json names it. */
export const defectNames = [
  'check-digit-in-number',
  'duplicates',
  'late',
  'lower-case',
  'no-expiry',
  'no-nationality',
  'no-reference',
  'spaces',
  'titles',
  'type-b',
  'universal-time',
  'unverified',
  'wrapped',
  'wrong-counts',
] as const;

export type DefectName = (typeof defectNames)[number];
