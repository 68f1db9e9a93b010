import { z } from 'zod';
import {
  type AggregateId,
  formatInstant,
  instant,
  lodgementId,
  ok,
  page,
  pageOf,
  pageQuery,
  type Route,
  type View,
  within,
} from '#kernel';
import { type Answered, answeredKind, partyOf, type Received, receivedKind } from './lodgement.ts';

/** One lodgement as a list shows it: references, codes and times. What it said of whom stands nowhere here. */
export interface Listed {
  readonly receivedAt: number;
  readonly mediaType: string;
  readonly party: string;
  readonly answeredAt?: number;
  readonly status?: Answered['status'];
  readonly messages: number;
  readonly findings: number;
  /** The first finding that is an error: its code, and the segment that it points at. */
  readonly fault?: { readonly code: string; readonly segment?: number };
}

function faultOf({ findings, messages }: Answered): Pick<Listed, 'fault' | 'findings'> {
  const all = [...findings, ...messages.flatMap((message) => message.findings)];
  const error = all.find(({ severity }) => severity === 'error');
  if (error === undefined) return { findings: all.length };
  const segment = error.at?.segment;
  return { findings: all.length, fault: { code: error.code, ...(segment === undefined ? {} : { segment }) } };
}

/** Every lodgement that is kept, for those who lodge and for those who watch what is refused. */
export const lodgementsView: View<Listed> = {
  name: 'lodgement.list',
  hears: (kind) => kind === receivedKind.name || kind === answeredKind.name,
  fold: {
    initial: undefined,
    apply: (listed, { kind, data, at }) => {
      if (kind === receivedKind.name) {
        const received = data as Received;
        return { receivedAt: at, mediaType: received.mediaType, party: partyOf(received), messages: 0, findings: 0 };
      }
      if (kind !== answeredKind.name || listed === undefined) return listed;
      const answered = data as Answered;
      const { status, messages } = answered;
      return { ...listed, ...faultOf(answered), status, answeredAt: at, messages: messages.length };
    },
  },
};

const statuses = ['accepted', 'partly', 'refused'] as const;
const querySchema = z.object({ ...pageQuery, answer: z.enum(statuses).optional() });
const itemSchema = z.object({
  lodgement: z.string(),
  receivedAt: z.string(),
  answeredAt: z.string().optional(),
  mediaType: z.string(),
  sender: z.string(),
  /** How it was answered; absent while it has not been. */
  answer: z.enum(statuses).optional(),
  messages: z.int(),
  findings: z.int(),
  fault: z.object({ code: z.string(), segment: z.int().optional() }).optional(),
});

const shown = ([id, { receivedAt, answeredAt, party, status, ...rest }]: readonly [AggregateId, Listed]) => ({
  ...rest,
  ...{ lodgement: lodgementId(id) ?? id, sender: party, receivedAt: formatInstant(instant(receivedAt)) },
  ...(answeredAt === undefined ? {} : { answeredAt: formatInstant(instant(answeredAt)) }),
  ...(status === undefined ? {} : { answer: status }),
});

/** Newest first: what came later sorts before. */
const keyOf = ([id, { receivedAt }]: readonly [AggregateId, Listed]): string =>
  `${String(9e15 - receivedAt).padStart(16, '0')} ${id}`;

export const listLodgements: Route = {
  method: 'GET',
  pattern: '/lodgements',
  summary: {
    en: 'Lodgements, the newest first, and how each was answered',
    fr: 'Dépôts, les plus récents d’abord, et la réponse à chacun',
    es: 'Presentaciones, las más recientes primero, y la respuesta a cada una',
  },
  permission: 'lodgements.read',
  personal: false,
  query: querySchema,
  response: pageOf(itemSchema).extend({ asOf: z.string(), total: z.int(), refused: z.int() }),
  handle: (request, access) => {
    const { cursor, limit, answer } = querySchema.parse(request.query);
    const { state, asOf } = access.view<Listed>(lodgementsView.name);
    // Beyond the caller's scope there is none: a carrier learns nothing of another's, not even how many.
    const own = [...state].filter(([, { party }]) => within(request.scope, { organisation: party }));
    const found = own.filter(([, { status }]) => answer === undefined || status === answer);
    const sorted = found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const { items, next } = page(sorted, { keyOf, cursor, limit });
    return Promise.resolve(
      ok({
        ...{ asOf: formatInstant(asOf), total: own.length },
        refused: own.filter(([, { status }]) => status === 'refused').length,
        items: items.map(shown),
        ...(next === undefined ? {} : { next }),
      }),
    );
  },
};
