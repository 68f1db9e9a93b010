import { z } from 'zod';
import {
  type Access,
  type AggregateId,
  aggregateId,
  err,
  formatInstant,
  instant,
  type Language,
  ok,
  page,
  pageOf,
  pageQuery,
  type ReferralKind,
  type Result,
  type Route,
  type RouteRequest,
  within,
} from '#kernel';
import { caseworkFindings } from './findings.ts';
import { queueKey, queueView, type Waiting, waiting } from './queue.ts';
import { decidedSchema, releasedSchema } from './records.ts';
import { type Referral, referralFold, type Step } from './referral.ts';
import { take } from './take.ts';

const pathSchema = z.object({ referral: z.string().refine((text) => aggregateId(text) !== undefined) });

const shortSchema = z.object({
  referral: z.string(),
  kind: z.string(),
  domain: z.string(),
  about: z.string(),
  subject: z.string(),
  ports: z.array(z.string()),
  openedBy: z.enum(['decision', 'timer']),
  openedAt: z.string(),
  dueAt: z.string(),
  escalated: z.boolean(),
  claimedBy: z.string().optional(),
});

const fullSchema = shortSchema.extend({
  /** The outcome, when it is settled. */
  outcome: z.string().optional(),
  history: z.array(
    z.object({
      what: z.enum(['claimed', 'released', 'decided', 'escalated']),
      at: z.string(),
      by: z.string().optional(),
      to: z.string().optional(),
      outcome: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  /** What an officer may answer, with titles in the language that was asked for. */
  outcomes: z.array(z.object({ code: z.string(), title: z.string() })),
});

const short = ({ referral, opened, openedAt, escalated, claimedBy }: Waiting): z.infer<typeof shortSchema> => ({
  ...opened,
  referral,
  openedAt: formatInstant(openedAt),
  dueAt: formatInstant(instant(opened.dueAt)),
  escalated,
  ...(claimedBy === undefined ? {} : { claimedBy }),
});

/** What the routes need beside the node's means: the kinds of referral that its domains declare. */
type Kinds = readonly ReferralKind[];

function full(referral: AggregateId, state: Referral, kinds: Kinds, language: Language): z.infer<typeof fullSchema> {
  const { decided, history, opened } = state;
  const outcomes = kinds.find(({ name }) => name === opened.kind)?.outcomes ?? [];
  return {
    ...short({ ...state, referral }),
    ...(decided === undefined ? {} : { outcome: decided.outcome }),
    history: history.map((step) => ({ ...step, at: formatInstant(step.at) })),
    outcomes: outcomes.map(({ code, title }) => ({ code, title: title[language] })),
  };
}

const querySchema = z.object({
  ...pageQuery,
  kind: z.string().optional(),
  port: z.string().optional(),
  /** `me`, `nobody`, or the name of an officer. */
  claimedBy: z.string().optional(),
  escalated: z.stringbool().optional(),
});
/** The query as it comes out of its schema. */
const askedSchema = querySchema.extend({ escalated: z.boolean().optional() });
type Query = z.infer<typeof askedSchema>;

function wanted({ opened, escalated, claimedBy }: Waiting, query: Query, me: string): boolean {
  if (query.kind !== undefined && query.kind !== opened.kind) return false;
  if (query.port !== undefined && !opened.ports.includes(query.port)) return false;
  if (query.escalated !== undefined && query.escalated !== escalated) return false;
  if (query.claimedBy === undefined) return true;
  if (query.claimedBy === 'nobody') return claimedBy === undefined;
  return claimedBy === (query.claimedBy === 'me' ? me : query.claimedBy);
}

const list: Route = {
  method: 'GET',
  pattern: '/casework/referrals',
  summary: {
    en: 'Referrals that wait, what is due first in front',
    fr: 'Renvois en attente, les plus urgents d’abord',
    es: 'Canalizaciones en espera, primero las que vencen antes',
  },
  permission: 'casework.read',
  personal: false,
  query: querySchema,
  response: pageOf(shortSchema).extend({ asOf: z.string(), waiting: z.number().int() }),
  handle: (request, access) => {
    const query = askedSchema.parse(request.query);
    const { state, asOf } = access.view<Referral>(queueView.name);
    const seen = waiting(state).filter(
      (one) => within(request.scope, one.opened) && wanted(one, query, request.actor.name),
    );
    const { items, next } = page(seen, { keyOf: queueKey, cursor: query.cursor, limit: query.limit });
    const rest = { asOf: formatInstant(asOf), waiting: seen.length, ...(next === undefined ? {} : { next }) };
    return Promise.resolve(ok({ items: items.map(short), ...rest }));
  },
};

/** The referral of the path, where the caller's grant reaches it. Beyond it there is none: nothing is told about it. */
async function reach(
  { path, scope }: RouteRequest,
  access: Access,
): Promise<Result<{ readonly referral: AggregateId; readonly state: Referral }>> {
  const named = path['referral'] ?? '';
  const referral = aggregateId(named);
  const state = referral === undefined ? undefined : await access.state(referral, referralFold);
  if (referral === undefined || state === undefined || !within(scope, state.opened)) {
    return err(caseworkFindings.find('CAS-0101', { referral: named }));
  }
  return ok({ referral, state });
}

const show = (kinds: Kinds): Route => ({
  method: 'GET',
  pattern: '/casework/referrals/:referral',
  summary: {
    en: 'One referral with its history',
    fr: 'Un renvoi et son historique',
    es: 'Una canalización y su historial',
  },
  permission: 'casework.read',
  personal: true,
  path: pathSchema,
  response: fullSchema,
  handle: async (request, access) => {
    const found = await reach(request, access);
    return found.ok ? ok(full(found.value.referral, found.value.state, kinds, request.language)) : found;
  },
});

/** A route that takes one step on a referral; `stepOf` makes it of the request, or says why not. */
function stepRoute(
  route: Pick<Route, 'pattern' | 'summary' | 'body'>,
  stepOf: (request: RouteRequest, state: Referral, access: Access) => Result<Step>,
): Route {
  return {
    ...route,
    method: 'POST',
    permission: 'casework.work',
    personal: false,
    path: pathSchema,
    response: shortSchema.extend({ outcome: z.string().optional() }),
    handle: async (request, access) => {
      const found = await reach(request, access);
      if (!found.ok) return found;
      const { referral, state } = found.value;
      const step = stepOf(request, state, access);
      if (!step.ok) return step;
      const taken = await take(access, referral, step.value);
      if (!taken.ok) return taken;
      const { decided } = taken.value;
      return ok({ ...short({ ...taken.value, referral }), ...(decided && { outcome: decided.outcome }) });
    },
  };
}

const claim = stepRoute(
  {
    pattern: '/casework/referrals/:referral/claim',
    summary: { en: 'Claim a referral', fr: 'Prendre en charge un renvoi', es: 'Tomar una canalización' },
  },
  ({ actor }, _, access) => ok({ what: 'claimed', at: access.now(), by: actor.name }),
);

const releaseBody = releasedSchema.pick({ to: true });
const release = stepRoute(
  {
    pattern: '/casework/referrals/:referral/release',
    summary: {
      en: 'Give a referral back to the queue, or hand it over',
      fr: 'Remettre un renvoi en file, ou le transmettre',
      es: 'Devolver una canalización a la cola, o transferirla',
    },
    body: releaseBody,
  },
  ({ actor, body }, _, access) => {
    const { to } = releaseBody.parse(body);
    const step = { what: 'released', at: access.now(), by: actor.name } as const;
    return ok(to === undefined ? step : { ...step, to });
  },
);

const outcomeBody = decidedSchema.pick({ outcome: true, reason: true });
const decide = (kinds: Kinds): Route =>
  stepRoute(
    {
      pattern: '/casework/referrals/:referral/outcome',
      summary: { en: 'Settle a referral', fr: 'Trancher un renvoi', es: 'Resolver una canalización' },
      body: outcomeBody,
    },
    ({ actor, body }, { opened }, access) => {
      const { outcome, reason } = outcomeBody.parse(body);
      const known = kinds.find(({ name }) => name === opened.kind)?.outcomes.map(({ code }) => code) ?? [];
      return known.includes(outcome)
        ? ok({ what: 'decided', at: access.now(), by: actor.name, outcome, reason })
        : err(caseworkFindings.find('CAS-0105', { outcome, outcomes: known.join(', ') }));
    },
  );

/** The routes of casework, for the kinds of referral that a node's domains declare. */
export const routesFor = (kinds: Kinds): readonly Route[] => [list, show(kinds), claim, release, decide(kinds)];
