import { z } from 'zod';
import { ok, type Route } from '#kernel';
import { foldedRegister, momentOf } from '../folded.ts';
import { monthAt } from '../months.ts';
import type { Register } from '../register/register.ts';
import { monthSchema } from '../register/schema.ts';
import type { Standing } from '../standing/standing.ts';
import { classesOf, classNames, outlookOf, type ReferenceClass } from '../statistics/forecast.ts';
import { slipsOf } from '../statistics/slips.ts';
import { type Knot, whatIf } from '../statistics/what-if.ts';
import { momentQuery } from './read.ts';

const momentSchema = z.object(momentQuery);

const stepShape = z.object({
  months: z.number(),
  atRisk: z.int(),
  done: z.int(),
  survival: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
});

export const forecastShape = z.object({
  month: z.string(),
  /** The classes of like promises, the whole register first: how many slipped how far, and how many are done. */
  classes: z.array(
    z.object({
      by: z.enum(classNames),
      name: z.string(),
      count: z.int(),
      done: z.int(),
      p50: z.number().optional(),
      p80: z.number().optional(),
      steps: z.array(stepShape),
    }),
  ),
  /** When each promise that is not done may be kept, by pair. */
  outlooks: z.array(
    z.object({
      milestone: z.string(),
      title: z.string(),
      pair: z.string(),
      promised: z.string(),
      expected: z.string().optional(),
      by: z.enum(classNames),
      name: z.string(),
      count: z.int(),
      pooled: z.boolean(),
      p50: z.string().optional(),
      p80: z.string().optional(),
    }),
  ),
});

const shownClass = ({ curve, ...rest }: ReferenceClass) => ({
  ...rest,
  count: curve.count,
  steps: curve.steps.map((step) => ({ ...step })),
});

/** The forecast of every promise that is not done and had a month. */
export const outlooksOf = (standings: readonly Standing[], now: string, classes: readonly ReferenceClass[]) =>
  standings.flatMap(({ commitment, pairs }) =>
    pairs.flatMap(({ pair, cell, baseline, baselines, expected }) => {
      const promised = baselines[0]?.month;
      if (promised === undefined || ['done', 'not-applicable', 'unknown'].includes(cell)) return [];
      const outlook = outlookOf({ promised, now, promise: commitment.promise }, classes);
      if (outlook === undefined) return [];
      const due = baseline.month ?? promised;
      const next = expected === undefined ? {} : { expected: expected.span.to };
      return [{ milestone: commitment.key, titles: commitment.title, pair, promised: due, ...next, ...outlook }];
    }),
  );

const forecast = (register: Register): Route => ({
  method: 'GET',
  pattern: '/plan/forecast',
  summary: {
    en: 'How commitments slip, by class, and when each may be kept',
    fr: 'Comment glissent les engagements, par classe, et quand chacun pourrait être tenu',
    es: 'Cómo se aplazan los compromisos, por clase, y cuándo podría cumplirse cada uno',
  },
  permission: 'plan.read',
  personal: false,
  query: momentSchema,
  response: forecastShape,
  handle: async (request, access) => {
    const moment = momentOf(access, momentSchema.parse(request.query));
    const standings = await foldedRegister(access, register, moment);
    const classes = classesOf(slipsOf(standings, moment));
    const month = monthAt(moment.asOf);
    const outlooks = outlooksOf(standings, month, classes).map(({ titles, ...outlook }) => ({
      ...outlook,
      title: titles[request.language],
    }));
    return ok({ month, classes: classes.map(shownClass), outlooks });
  },
});

const moveSchema = z.object({ milestone: z.string().max(20), to: monthSchema });

/** A promise in the net: by when it is expected, else promised, for the pair for which that is latest. */
function knotOf({ commitment, pairs }: Standing): Knot {
  const months = pairs
    .filter(({ cell }) => cell !== 'not-applicable')
    .flatMap(({ expected, baseline }) => expected?.span.to ?? baseline.month ?? [])
    .toSorted();
  const month = months.at(-1);
  return { milestone: commitment.key, after: commitment.after, ...(month === undefined ? {} : { month }) };
}

const move = (register: Register): Route => ({
  method: 'POST',
  pattern: '/plan/what-if',
  summary: {
    en: 'What would move if one commitment moved; nothing is recorded',
    fr: 'Ce qui bougerait si un engagement bougeait; rien n’est inscrit',
    es: 'Qué se movería si se moviera un compromiso; no se registra nada',
  },
  permission: 'plan.read',
  personal: false,
  body: moveSchema,
  response: z.object({
    moved: z.array(
      z.object({
        milestone: z.string(),
        title: z.string(),
        from: z.string().optional(),
        to: z.string(),
        pushedBy: z.string().optional(),
      }),
    ),
  }),
  handle: async (request, access) => {
    const standings = await foldedRegister(access, register, momentOf(access, {}));
    const moved = whatIf(standings.map(knotOf), moveSchema.parse(request.body));
    if (!moved.ok) return moved;
    const titles = new Map(standings.map(({ commitment }) => [commitment.key, commitment.title[request.language]]));
    return ok({ moved: moved.value.map((one) => ({ ...one, title: titles.get(one.milestone) ?? one.milestone })) });
  },
});

/** What may come: forecasts and what-ifs. Neither moves a baseline. */
export const forecastRoutes = (register: Register): readonly Route[] => [forecast(register), move(register)];
