/** How long something took, or has taken so far: months, and whether it has come to its end. */
export interface Duration {
  readonly months: number;
  readonly done: boolean;
}

/** The curve after the durations that ended at one time. */
export interface SurvivalStep {
  readonly months: number;
  /** How many had lasted until just before. */
  readonly atRisk: number;
  readonly done: number;
  /** The share that lasts longer. */
  readonly survival: number;
  /** The 95 % band; both are absent where nothing lasts longer, since no variance can be given there. */
  readonly low?: number;
  readonly high?: number;
}

/** The curve of a class, and how many durations it was made from. */
export interface Survival {
  readonly steps: readonly SurvivalStep[];
  readonly count: number;
}

/** The normal quantile of 0.975. */
const z = 1.959963984540054;

/**
 * The product-limit estimate of how long things last, months (Kaplan and Meier 1958), with Greenwood's variance and the
 * band that is symmetric in log(-log S), which stays between 0 and 1 (Kalbfleisch and Prentice 1980, 1.3). At one time
 * ends come before what is only known to last until then. Without durations, or without an end, there is no step.
 */
export function survivalOf(durations: readonly Duration[]): Survival {
  const times = [...new Set(durations.filter(({ done }) => done).map(({ months }) => months))].sort((a, b) => a - b);
  let survival = 1;
  let sum = 0;
  const steps = times.map((months): SurvivalStep => {
    const atRisk = durations.filter((one) => one.months >= months).length;
    const done = durations.filter((one) => one.done && one.months === months).length;
    survival *= (atRisk - done) / atRisk;
    sum += done / (atRisk * (atRisk - done));
    const step = { months, atRisk, done, survival };
    if (done === atRisk) return step;
    const width = (z * Math.sqrt(sum)) / Math.abs(Math.log(survival));
    return { ...step, low: survival ** Math.exp(width), high: survival ** Math.exp(-width) };
  });
  return { steps, count: durations.length };
}

/** The share that lasts longer than so many months. */
export const survivalAt = ({ steps }: Survival, months: number): number =>
  steps.findLast((step) => step.months <= months)?.survival ?? 1;

// Sums of thirds and sevenths miss their share by a last digit.
const rounding = 1e-12;

/**
 * The months by which a share of all have come to their end, 0.5 for the median; undefined where the curve never falls so
 * low: then nobody knows, and a number would be made up.
 */
export const quantileOf = ({ steps }: Survival, share: number): number | undefined =>
  steps.find(({ survival }) => 1 - survival >= share - rounding)?.months;

/**
 * The months by which the next one of its kind comes to its end with this probability, given that it has lasted `sofar`
 * months; undefined where too few were seen to say. Of n that were still at risk after `sofar`, the share that has come to
 * its end counts n / (n + 1): the next one falls with equal chances into each of the n + 1 gaps that n leave (David and
 * Nagaraja 2003, 7.2). Without this the share of ten is held by two thirds only where it should be by four of five.
 */
export function expectedAfter(curve: Survival, share: number, sofar: number): number | undefined {
  const later = curve.steps.filter(({ months }) => months > sofar);
  const [next] = later;
  if (next === undefined) return undefined;
  const left = survivalAt(curve, sofar);
  const wanted = (share * (next.atRisk + 1)) / next.atRisk - rounding;
  return later.find(({ survival }) => 1 - survival / left >= wanted)?.months;
}
