import { z } from 'zod';
import type { Domain, Language, Part, RecordKind } from '#kernel';
import { jsonSchema } from './json-schema.ts';

const named = z.object({ name: z.string(), title: z.string() });
const recordSchema = named.extend({ retention: z.string(), schema: z.record(z.string(), z.unknown()) });

export const describedSchema = z.object({
  parts: z.array(
    named.extend({
      records: z.array(recordSchema),
      findings: z.array(z.object({ code: z.string(), origin: z.string(), severity: z.string() })),
      permissions: z.array(named),
      routes: z.array(
        z.object({
          method: z.string(),
          address: z.string(),
          summary: z.string(),
          permission: z.string(),
          personal: z.boolean(),
        }),
      ),
      verbs: z.array(named),
      referrals: z.array(
        named.extend({
          targetMinutes: z.number(),
          outcomes: z.array(z.object({ code: z.string(), title: z.string() })),
        }),
      ),
      measures: z.array(named.extend({ unit: z.string(), page: z.string().optional() })),
      /** Present on verticals only. */
      domain: z
        .object({
          record: z.string(),
          facts: z.array(named.extend({ type: z.string() })),
          /** From the most to the least restrictive. */
          dispositions: z.array(z.string()),
          codecs: z.array(z.object({ name: z.string(), mediaTypes: z.array(z.string()) })),
        })
        .optional(),
    }),
  ),
});
export type Described = z.infer<typeof describedSchema>;

const isDomain = (part: Part): part is Domain => 'codecs' in part;

const record = (kind: RecordKind, language: Language) => ({
  name: kind.name,
  title: kind.title[language],
  retention: kind.retention,
  schema: jsonSchema(kind.schema, 'output'),
});

function domainOf(part: Domain, language: Language) {
  return {
    record: part.record.name,
    facts: part.facts.map(({ name, type, title }) => ({ name, type, title: title[language] })),
    dispositions: part.dispositions.map(String),
    codecs: part.codecs.map(({ name, mediaTypes }) => ({ name, mediaTypes: [...mediaTypes] })),
  };
}

function describe(part: Part, language: Language): Described['parts'][number] {
  return {
    name: part.name,
    title: part.title[language],
    records: part.records.map((kind) => record(kind, language)),
    findings: Object.entries(part.findings).map(([code, { origin, severity }]) => ({ code, origin, severity })),
    permissions: part.permissions.map(({ name, title }) => ({ name, title: title[language] })),
    routes: part.routes.map((route) => ({
      method: route.method,
      address: `/api${route.pattern}`,
      summary: route.summary[language],
      permission: route.permission,
      personal: route.personal,
    })),
    verbs: part.verbs.map(({ name, summary }) => ({ name, title: summary[language] })),
    referrals: part.referrals.map(({ name, title, outcomes, targetMinutes }) => ({
      name,
      title: title[language],
      targetMinutes,
      outcomes: outcomes.map((outcome) => ({ code: outcome.code, title: outcome.title[language] })),
    })),
    measures: part.measures.map(({ name, title, unit, page }) => ({
      ...{ name, title: title[language], unit },
      ...(page === undefined ? {} : { page }),
    })),
    ...(isDomain(part) ? { domain: domainOf(part, language) } : {}),
  };
}

/** What the parts of a node say of themselves, in one language: enough for a page that knows none of them. */
export const describeParts = (parts: readonly Part[], language: Language): Described => ({
  parts: parts.map((part) => describe(part, language)),
});
