import { z } from 'zod';
import { encodeUtf8, type Finding, type Language, ok, type Route } from '#kernel';
import { factLines, mergeFacts } from '../facts/carry.ts';
import { observe } from '../facts/observe.ts';
import { planView, type Said } from '../facts/records.ts';
import type { Register } from '../register/register.ts';
import { monthSchema } from '../register/schema.ts';

/** How a finding is told, offered by the node. */
export type TextOf = (language: Language, finding: Finding) => string;

export const findingShape = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  origin: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
});

export const shownFinding = (finding: Finding, language: Language, textOf: TextOf): z.infer<typeof findingShape> => ({
  ...{ code: finding.code, severity: finding.severity, origin: finding.origin, parameters: { ...finding.parameters } },
  text: textOf(language, finding),
});

const take: Route = {
  method: 'GET',
  pattern: '/plan/facts',
  summary: {
    en: 'Everything said of the plan as a file of signed facts, for a partner’s node',
    fr: 'Tout ce qui a été dit du plan, en fichier de faits signés, pour le nœud d’un partenaire',
    es: 'Todo lo que se dijo del plan, como archivo de hechos firmados, para el nodo de un socio',
  },
  permission: 'plan.carry',
  personal: false,
  response: z.string(),
  produces: 'application/x-ndjson',
  handle: (_request, access) => Promise.resolve(ok(encodeUtf8(factLines(access.view<Said>(planView.name).state)))),
};

const bring: Route = {
  method: 'POST',
  pattern: '/plan/facts',
  summary: {
    en: 'Merge a file of signed facts from a partner’s node',
    fr: 'Fusionner un fichier de faits signés du nœud d’un partenaire',
    es: 'Combinar un archivo de hechos firmados del nodo de un socio',
  },
  permission: 'plan.carry',
  personal: false,
  consumes: 'bytes',
  response: z.object({ read: z.int(), heard: z.int(), known: z.int(), findings: z.array(findingShape) }),
  handle: async (request, access) => {
    const merged = await mergeFacts(access, request.body as Uint8Array);
    if (!merged.ok) return merged;
    const textOf = access.service<TextOf>('texts');
    const findings = merged.value.findings.slice(0, 100).map((one) => shownFinding(one, request.language, textOf));
    return ok({ ...merged.value, findings });
  },
};

const observationQuery = z.object({ asOf: monthSchema, source: z.string().trim().min(1).max(200) });

const observation = (register: Register): Route => ({
  method: 'POST',
  pattern: '/plan/observations',
  summary: {
    en: 'Read a report to the leaders in, as a new observation of a month',
    fr: 'Lire un rapport aux dirigeants comme nouvelle observation d’un mois',
    es: 'Leer un informe a los mandatarios como nueva observación de un mes',
  },
  permission: 'plan.carry',
  personal: false,
  consumes: 'bytes',
  query: observationQuery,
  response: z.object({ milestones: z.int(), recorded: z.int(), findings: z.array(findingShape) }),
  handle: async (request, access) => {
    const { asOf, source } = observationQuery.parse(request.query);
    const bytes = request.body as Uint8Array;
    const observed = await observe(access, register, { asOf, source, bytes, person: request.actor.name });
    if (!observed.ok) return observed;
    const textOf = access.service<TextOf>('texts');
    const findings = observed.value.findings.slice(0, 500).map((one) => shownFinding(one, request.language, textOf));
    return ok({ ...observed.value, findings });
  },
});

/** The routes by which facts and reports come in and go out as a file. */
export const carryRoutes = (register: Register): readonly Route[] => [take, bring, observation(register)];
