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

/**
 * The months by which a share of those that have lasted `sofar` months have come to their end; undefined where the curve
 * never falls so low: then nobody knows, and a number would be made up.
 */
export function quantileAfter(curve: Survival, share: number, sofar = 0): number | undefined {
  const left = survivalAt(curve, sofar);
  if (left === 0) return undefined;
  // Sums of thirds and sevenths miss their share by a last digit.
  const wanted = left * (1 - share) + 1e-12;
  return curve.steps.find(({ months, survival }) => months > sofar && survival <= wanted)?.months;
}
