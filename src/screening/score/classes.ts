import type { HitClass } from '#kernel';
import shipped from '../../../data/screening/thresholds.json' with { type: 'json' };

/** From which score on a candidate is looked at, and is as good as certain; hundredths of a nat. */
export interface Thresholds {
  readonly adjudicate: number;
  readonly strong: number;
  /** The least score of the names for which anything else than a number in common can make a hit. */
  readonly name: number;
}

/** Thresholds for lists of a purpose, as a country sets them; `*` stands for all. */
export interface ThresholdRow extends Thresholds {
  readonly purpose: string;
  readonly country: string;
}

/** The shipped table. */
export const shippedThresholds: readonly ThresholdRow[] = shipped.rows;

/** The row that fits best: one of the purpose before one of the country, any before that for all. */
export function thresholdsFor(
  rows: readonly ThresholdRow[],
  purpose: string,
  country: string | undefined,
): Thresholds | undefined {
  let best: { readonly row: ThresholdRow; readonly fits: number } | undefined;
  for (const row of rows) {
    if (!(isFor(row.purpose, purpose) && isFor(row.country, country))) continue;
    const fits = (row.purpose === '*' ? 0 : 2) + (row.country === '*' ? 0 : 1);
    if (best === undefined || fits > best.fits) best = { row, fits };
  }
  return best?.row;
}

const isFor = (named: string, asked: string | undefined): boolean => named === '*' || named === asked;

/** What a class is decided by. */
export interface Standing {
  readonly score: number;
  /** What the names contribute to it. */
  readonly name: number;
  /** A number of a document, vessel or company is the same on both sides. */
  readonly identified: boolean;
  /** A date of birth or a number agrees: something beyond the name. */
  readonly supported: boolean;
}

/**
 * The class of a candidate. Without a likeness of names or a number in common nothing is a hit: a date of birth alone
 * raises none. Names alone are never as good as certain: somebody may be called so by chance. More that agrees never
 * lowers the class. Where no threshold is known everything that is alike goes to an officer.
 */
export function classOf(
  { score, name, identified, supported }: Standing,
  thresholds: Thresholds | undefined,
): HitClass {
  if (thresholds === undefined) return 'adjudicate';
  if (!identified && name < thresholds.name) return 'no-hit';
  if (score >= thresholds.strong && supported) return 'strong';
  return score >= thresholds.adjudicate ? 'adjudicate' : 'no-hit';
}
