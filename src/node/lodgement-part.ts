import { z } from 'zod';
import type { Access, Finding, Language, Part, Result, Route, Scope, Search } from '#kernel';
import { definePart, err, formatInstant, instant, lodgementId, ok, within } from '#kernel';
import { type CarrierMessages, carrierMessageKind } from './carrier-messages.ts';
import { nodeFindings } from './findings.ts';
import { answeredKind, bytesKind, type LodgementState, partyOf, receivedKind, relayedKind } from './lodgement.ts';
import { listLodgements, lodgementsView } from './lodgement-list.ts';
import type { Lodging } from './lodging.ts';
import { relaysView } from './relays.ts';
import { type ShowingTools, shownLodgement, shownSchema } from './shown-lodgement.ts';
import { unansweredView } from './unanswered.ts';

/** Finds the text of a finding; offered to routes as the service `texts`. */
export type TextOf = (language: Language, finding: Finding) => string;

/** What the routes need of the node, offered as the service `lodging`. */
export interface LodgingService {
  readonly lodging: Lodging;
  readonly messages: CarrierMessages;
  /** Cuts bytes into pieces by the codec that knows them. */
  readonly pieces: ShowingTools['pieces'];
}

/** Beyond the caller's scope there is none: a carrier learns nothing about another's lodgement, not even that it is there. */
const belongs = ({ received }: LodgementState, scope: Scope): boolean =>
  received !== undefined && within(scope, { organisation: partyOf(received) });

const showLodgement: Route = {
  method: 'GET',
  pattern: '/lodgements/:lodgement',
  summary: {
    en: 'One lodgement: raw, decoded, findings and reply',
    fr: 'Un dépôt : brut, décodé, constats et réponse',
    es: 'Una presentación: en bruto, decodificada, hallazgos y respuesta',
  },
  permission: 'lodgements.read',
  personal: true,
  path: z.object({ lodgement: z.string() }),
  response: shownSchema,
  handle: async (request, access) => {
    const { lodging, pieces } = access.service<LodgingService>('lodging');
    const id = lodgementId(request.path['lodgement'] ?? '');
    const state = id === undefined ? undefined : await lodging.state(id);
    if (id === undefined || state?.receivedAt === undefined || !belongs(state, request.scope)) {
      return missing(request.path['lodgement'] ?? '');
    }
    const textOf = access.service<TextOf>('texts');
    return ok(shownLodgement(id, state, { pieces, text: (finding) => textOf(request.language, finding) }));
  },
};

/** One lodgement by its whole reference: of lodgements no list is kept, so there is nothing else to look through. */
const byReference: Search = {
  name: 'lodgement.lodgements',
  title: { en: 'Lodgements', fr: 'Dépôts', es: 'Presentaciones' },
  by: {
    en: 'the whole reference: 32 digits and letters',
    fr: 'la référence entière : 32 chiffres et lettres',
    es: 'la referencia completa: 32 dígitos y letras',
  },
  permission: 'lodgements.read',
  find: async (words, { scope }, access) => {
    const [word = '', ...more] = words;
    const id = more.length === 0 ? lodgementId(word) : undefined;
    const state = id === undefined ? undefined : await access.service<LodgingService>('lodging').lodging.state(id);
    const { received, receivedAt } = state ?? {};
    if (id === undefined || state === undefined || received === undefined || !belongs(state, scope)) return [];
    const detail = `${partyOf(received)} · ${formatInstant(instant(receivedAt ?? 0))}`;
    return [{ title: id, detail, address: `/messages/${id}` }];
  },
};

const missing = (lodgement: string): Result<never> => err(nodeFindings.find('NOD-0301', { lodgement }));

const carrierMessages: Route = {
  method: 'GET',
  pattern: '/carrier/messages',
  summary: {
    en: 'Unsolicited messages to the caller’s organisation',
    fr: 'Messages non sollicités à l’organisation de l’appelant',
    es: 'Mensajes no solicitados a la organización de quien llama',
  },
  permission: 'carrier.messages',
  personal: false,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  response: z.object({
    items: z.array(z.object({ number: z.number(), at: z.string(), mediaType: z.string(), text: z.string() })),
  }),
  handle: async (request, access: Access) => {
    const { messages } = access.service<LodgingService>('lodging');
    const organisation = request.actor.organisation ?? request.actor.name;
    const items = await messages.after(
      organisation,
      Number(request.query['after'] ?? 0),
      Number(request.query['limit'] ?? 50),
    );
    return ok({
      items: items.map(({ number, at, mediaType, text }) => ({
        number,
        at: formatInstant(instant(at)),
        mediaType,
        text,
      })),
    });
  },
};

/** Lodgements and what goes back to those who lodge: the part that every domain's messages pass through. */
export const lodgementPart: Part = definePart({
  name: 'lodgement',
  title: { en: 'Lodgements', fr: 'Dépôts', es: 'Presentaciones' },
  records: [receivedKind, bytesKind, answeredKind, relayedKind, carrierMessageKind],
  findings: nodeFindings.specs,
  permissions: [
    { name: 'lodgements.read', title: { en: 'Read lodgements', fr: 'Lire les dépôts', es: 'Leer presentaciones' } },
    {
      name: 'carrier.messages',
      title: {
        en: 'Read messages to one’s organisation',
        fr: 'Lire les messages à son organisation',
        es: 'Leer mensajes a su organización',
      },
    },
  ],
  views: [unansweredView, relaysView, lodgementsView],
  searches: [byReference],
  routes: [listLodgements, showLodgement, carrierMessages],
});
