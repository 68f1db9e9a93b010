import { addMonths, type Month, monthsBetween } from '../months.ts';
import type { Slip } from './slips.ts';
import { expectedAfter, quantileOf, type Survival, survivalOf } from './survival.ts';

/** By what promises are alike: the chapter, what kind of thing was promised, the pair; `all` is every promise. */
export const classNames = ['all', 'chapter', 'promise', 'pair'] as const;
export type ClassName = (typeof classNames)[number];

/** A class of like promises and how they slip. */
export interface ReferenceClass {
  readonly by: ClassName;
  readonly name: string;
  readonly curve: Survival;
  readonly done: number;
  /** Months of slip by which half, and four of five, of those seen are done; absent where the curve does not fall so low. */
  readonly p50?: number;
  readonly p80?: number;
}

/** A class of fewer is too small to go by: the whole register is used instead (exchange reference, 7.5). */
export const smallest = 10;

const nameIn = (by: ClassName, slip: Slip): string => (by === 'all' ? 'all' : slip[by]);

function classOf(by: ClassName, name: string, slips: readonly Slip[]): ReferenceClass {
  const curve = survivalOf(slips);
  const p50 = quantileOf(curve, 0.5);
  const p80 = quantileOf(curve, 0.8);
  return {
    ...{ by, name, curve, done: slips.filter(({ done }) => done).length },
    ...(p50 === undefined ? {} : { p50 }),
    ...(p80 === undefined ? {} : { p80 }),
  };
}

/** Every class that some slip belongs to, the whole register first. */
export function classesOf(slips: readonly Slip[]): readonly ReferenceClass[] {
  return classNames.flatMap((by) => {
    const names = [...new Set(slips.map((slip) => nameIn(by, slip)))].sort();
    return names.map((name) =>
      classOf(
        by,
        name,
        slips.filter((slip) => nameIn(by, slip) === name),
      ),
    );
  });
}

/** When a promise may be kept, by how promises like it have slipped. */
export interface Outlook {
  readonly by: ClassName;
  readonly name: string;
  readonly count: number;
  /** True when the class that it belongs to was too small. */
  readonly pooled: boolean;
  readonly p50?: Month;
  readonly p80?: Month;
}

/**
 * Forecasts by reference class in three steps (Flyvbjerg 2006): take the class of like promises, take how that class has
 * slipped, and place this one in it, given how long it has slipped already. A month is absent where too few of the class
 * have come to an end to say.
 */
export function outlookOf(
  { promised, now, promise }: { readonly promised: Month; readonly now: Month; readonly promise: string },
  classes: readonly ReferenceClass[],
): Outlook | undefined {
  const own = classes.find(({ by, name }) => by === 'promise' && name === promise);
  const all = classes.find(({ by }) => by === 'all');
  const fits = own !== undefined && own.curve.count >= smallest;
  const used = fits ? own : all;
  if (used === undefined) return undefined;
  const sofar = Math.max(0, monthsBetween(promised, now));
  const month = (share: number): Month | undefined => {
    const slip = expectedAfter(used.curve, share, sofar);
    return slip === undefined ? undefined : addMonths(promised, slip);
  };
  const [p50, p80] = [month(0.5), month(0.8)];
  return {
    ...{ by: used.by, name: used.name, count: used.curve.count, pooled: !fits },
    ...(p50 === undefined ? {} : { p50 }),
    ...(p80 === undefined ? {} : { p80 }),
  };
}
