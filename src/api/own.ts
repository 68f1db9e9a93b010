import { z } from 'zod';
import type { Actor, Part, Permission, Reality, Texts } from '#kernel';
import { definePart, ok } from '#kernel';
import type { AccessRules } from './access.ts';
import { catalogues } from './catalogues.ts';
import { describedSchema, describeParts } from './describe.ts';
import { apiFindings } from './findings.ts';
import { lodgedSchema, lodgementReasons } from './lodged.ts';
import type { NodeFacts } from './ports.ts';
import type { RouteFace } from './routes.ts';
import { searchableRoute, searchRoute } from './search.ts';
import { findingSearch } from './search-findings.ts';

const title: Texts = { en: 'Interface', fr: 'Interface', es: 'Interfaz' };

const permissions: readonly Permission[] = [
  {
    name: 'api.session',
    title: { en: 'See the own session', fr: 'Voir sa propre session', es: 'Ver la propia sesión' },
  },
  {
    name: 'api.describe',
    title: {
      en: 'See what the node is made of',
      fr: 'Voir de quoi le nœud est fait',
      es: 'Ver de qué está hecho el nodo',
    },
  },
  {
    name: 'api.events',
    title: {
      en: 'Watch events as they happen',
      fr: 'Suivre les événements en direct',
      es: 'Seguir los eventos en vivo',
    },
  },
  {
    name: 'api.search',
    title: {
      en: 'Search what one may see',
      fr: 'Chercher dans ce qu’on peut voir',
      es: 'Buscar en lo que se puede ver',
    },
  },
  { name: 'api.metrics', title: { en: 'Read the metrics', fr: 'Lire les métriques', es: 'Leer las métricas' } },
  { name: 'lodgements.lodge', title: { en: 'Lodge', fr: 'Déposer', es: 'Presentar' } },
  {
    name: lodgementReasons,
    title: {
      en: 'Be told why, when lodging',
      fr: 'Savoir pourquoi, en déposant',
      es: 'Saber por qué, al presentar',
    },
  },
  {
    name: 'lodgements.exercise',
    title: {
      en: 'Lodge as part of an exercise',
      fr: 'Déposer dans le cadre d’un exercice',
      es: 'Presentar como parte de un ejercicio',
    },
  },
];

/** For each part with views, to be told when one of them has changed; the event says which, never what it holds. */
export const watchPermissions = (parts: readonly Part[]): readonly Permission[] =>
  parts
    .filter((part) => part.views.length > 0)
    .map(({ name, title: of }) => ({
      name: `${name}.watch`,
      title: { en: `Watch: ${of.en}`, fr: `Suivre : ${of.fr}`, es: `Seguir: ${of.es}` },
    }));

export const sessionSchema = z.object({
  actor: z.object({ name: z.string(), organisation: z.string().optional(), ports: z.array(z.string()) }),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  purposes: z.array(z.string()),
  country: z.string(),
  seats: z.array(z.object({ country: z.string(), address: z.string() })).optional(),
  reality: z.string(),
  node: z.object({ version: z.string(), now: z.number() }),
});
export type Session = z.infer<typeof sessionSchema>;

/** Routes whose bodies stream, and which the edge therefore binds itself; here for the description and the walk. */
export const edgeRoutes: readonly RouteFace[] = [
  {
    method: 'POST',
    pattern: '/lodgements',
    summary: {
      en: 'Lodge one message or many, byte for byte. The reply comes in the format lodged when `Accept` names it, else as JSON.',
      fr: 'Déposer un ou plusieurs messages, octet pour octet. La réponse vient dans le format déposé si « Accept » le nomme, sinon en JSON.',
      es: 'Presentar uno o varios mensajes, byte por byte. La respuesta llega en el formato presentado si «Accept» lo nombra; si no, en JSON.',
    },
    permission: 'lodgements.lodge',
    personal: false,
    query: z.object({ profile: z.string().max(64).optional() }),
    consumes: 'bytes',
    response: z.union([lodgedSchema, z.object({ lodgements: z.array(lodgedSchema) })]),
  },
  {
    method: 'GET',
    pattern: '/events',
    summary: {
      en: 'Server-sent events; resumes after `Last-Event-ID`.',
      fr: 'Événements envoyés par le serveur; reprend après « Last-Event-ID ».',
      es: 'Eventos enviados por el servidor; continúa después de «Last-Event-ID».',
    },
    permission: 'api.events',
    personal: false,
    response: z.string(),
    produces: 'text/event-stream',
  },
];

/** What the part of the edge itself must be told. */
export interface OwnMeans {
  readonly node: NodeFacts;
  readonly rules: AccessRules;
  /** The parts of the node, without this one. */
  readonly parts: readonly Part[];
  readonly document: (language: 'en' | 'fr' | 'es') => unknown;
}

function sessionOf(actor: Actor, reality: Reality, { node, rules }: OwnMeans, now: number): Session {
  return {
    actor: {
      name: actor.name,
      ...(actor.organisation === undefined ? {} : { organisation: actor.organisation }),
      ports: [...actor.ports],
    },
    roles: [...actor.roles],
    permissions: [...rules.permissionsOf(actor)],
    purposes: [...rules.purposes],
    country: node.country,
    ...(node.seats === undefined ? {} : { seats: node.seats.map((seat) => ({ ...seat })) }),
    reality,
    node: { version: node.version, now },
  };
}

/** The edge as a part like any other: who am I, what is the node made of, and the description of all that. */
export function apiPart(means: OwnMeans): Part {
  const all = (): readonly Part[] => [own, ...means.parts];
  const searching = {
    rules: means.rules,
    get parts() {
      // What belongs to the node as a whole is found last.
      return [...means.parts, own];
    },
  };
  const own: Part = definePart({
    name: 'api',
    title,
    findings: apiFindings.specs,
    permissions: [...permissions, ...watchPermissions(means.parts)],
    catalogues,
    searches: [findingSearch(all)],
    routes: [
      searchRoute(searching),
      searchableRoute(searching),
      {
        method: 'GET',
        pattern: '/session',
        summary: {
          en: 'Who calls, and what he may do',
          fr: 'Qui appelle et ce qu’il peut faire',
          es: 'Quién llama y qué puede hacer',
        },
        permission: 'api.session',
        personal: false,
        response: sessionSchema,
        handle: async ({ actor, reality }, access) => ok(sessionOf(actor, reality, means, access.now())),
      },
      {
        method: 'GET',
        pattern: '/domains',
        summary: { en: 'What the node is made of', fr: 'De quoi le nœud est fait', es: 'De qué está hecho el nodo' },
        permission: 'api.describe',
        personal: false,
        response: describedSchema,
        handle: async ({ language }) => ok(describeParts(all(), language)),
      },
      {
        method: 'GET',
        pattern: '/openapi.json',
        summary: {
          en: 'This description (OpenAPI 3.1)',
          fr: 'Cette description (OpenAPI 3.1)',
          es: 'Esta descripción (OpenAPI 3.1)',
        },
        permission: 'public',
        personal: false,
        response: z.record(z.string(), z.unknown()),
        handle: async ({ language }) => ok(means.document(language)),
      },
    ],
  });
  return own;
}
