import { z } from 'zod';
import { type Access, err, ok, page, pageOf, pageQuery, type Result, type Route, type RouteRequest } from '#kernel';
import { keyOf, planView, type Said, saidFold } from '../facts/records.ts';
import { planFindings } from '../findings.ts';
import { foldedRegister, type Measures, momentOf } from '../folded.ts';
import { isMonth } from '../months.ts';
import type { Register } from '../register/register.ts';
import { monthOfMoment } from '../standing/moment.ts';
import { factShape, milestoneShape, registerShape } from './shapes.ts';
import { shownFact, shownMilestone, shownRegister, type Viewer } from './shown.ts';

/** From where one looks: the end of a month, and what had been said by the end of another. */
export const momentQuery = {
  asOf: z.string().refine(isMonth).optional(),
  known: z.string().refine(isMonth).optional(),
};
const momentSchema = z.object(momentQuery);

export const viewerOf = (request: RouteRequest, access: Access): Viewer => ({
  language: request.language,
  person: request.actor.name,
  measures: access.service<Measures>('measures'),
});

const whole = (register: Register): Route => ({
  method: 'GET',
  pattern: '/plan',
  summary: {
    en: 'The register: every commitment as it stands, and the matrix of chapters and pairs',
    fr: 'Le registre : chaque engagement et où il en est, et la matrice des chapitres et des paires',
    es: 'El registro: cada compromiso y cómo va, y la matriz de capítulos y pares',
  },
  permission: 'plan.read',
  personal: false,
  query: momentSchema,
  response: registerShape,
  handle: async (request, access) => {
    const moment = momentOf(access, momentSchema.parse(request.query));
    const standings = await foldedRegister(access, register, moment);
    return ok(shownRegister(register, standings, { moment, viewer: viewerOf(request, access) }));
  },
});

export const milestonePath = z.object({ milestone: z.string().max(20) });

/** A promise by its last durable entries, so that a person sees at once what he has just said. */
export async function storyOf(
  register: Register,
  request: RouteRequest,
  access: Access,
): Promise<Result<z.infer<typeof milestoneShape>>> {
  const named = request.path['milestone'] ?? '';
  const moment = momentOf(access, momentSchema.parse(request.query));
  const aggregate = await access.find(keyOf(named));
  const newest = aggregate === undefined ? undefined : await access.state(aggregate, saidFold);
  const standings = await foldedRegister(access, register, moment, newest);
  const found = standings.find(({ commitment }) => commitment.key === named);
  if (found === undefined) return err(planFindings.find('PLN-0201', { milestone: named }));
  const story = shownMilestone(found, standings, viewerOf(request, access));
  return ok({ ...story, asOf: moment.asOf, month: monthOfMoment(moment) });
}

const milestone = (register: Register): Route => ({
  method: 'GET',
  pattern: '/plan/milestones/:milestone',
  summary: {
    en: 'One commitment with its whole story',
    fr: 'Un engagement et toute son histoire',
    es: 'Un compromiso con toda su historia',
  },
  permission: 'plan.read',
  personal: false,
  path: milestonePath,
  query: momentSchema,
  response: milestoneShape,
  handle: (request, access) => storyOf(register, request, access),
});

const changesQuery = z.object({ ...pageQuery, milestone: z.string().max(20).optional() });

/** Newest first: what is later sorts before. */
const changeKey = ({ at, fact }: z.infer<typeof factShape>): string => `${String(9e15 - at).padStart(16, '0')} ${fact}`;

const changes: Route = {
  method: 'GET',
  pattern: '/plan/changes',
  summary: {
    en: 'What was said of the plan, newest first',
    fr: 'Ce qui a été dit du plan, le plus récent d’abord',
    es: 'Lo que se dijo del plan, lo más reciente primero',
  },
  permission: 'plan.read',
  personal: false,
  query: changesQuery,
  response: pageOf(factShape),
  handle: (request, access) => {
    const query = changesQuery.parse(request.query);
    const { state } = access.view<Said>(planView.name);
    const all = [...state.values()]
      .filter((said) => query.milestone === undefined || said.milestone === query.milestone)
      .flatMap(({ facts }) => facts)
      .filter(({ what }) => what !== 'followed')
      .map(shownFact)
      .toSorted((a, b) => (changeKey(a) < changeKey(b) ? -1 : 1));
    return Promise.resolve(ok(page(all, { keyOf: changeKey, cursor: query.cursor, limit: query.limit })));
  },
};

/** The routes that only read. */
export const readRoutes = (register: Register): readonly Route[] => [whole(register), changes, milestone(register)];
