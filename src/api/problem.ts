import { z } from 'zod';
import type { Finding, FindingSpecs, Language, Part } from '#kernel';
import { apiFindings } from './findings.ts';
import type { Texter } from './language.ts';

/** The media type of an error answer (RFC 9457). */
export const problemMediaType = 'application/problem+json';

/** Where a document does not fit its schema: JSON Pointer (RFC 6901) and the kind of misfit, never the value itself. */
export interface Misfit {
  readonly path: string;
  readonly problem: string;
}

/** The finding at the edge, and all misfits when there are several. */
export interface Refusal {
  readonly finding: Finding;
  readonly misfits?: readonly Misfit[];
}

export const findingSchema = z.object({
  code: z.string(),
  origin: z.enum(['sender', 'node', 'partner', 'operator']),
  severity: z.enum(['error', 'warning', 'note']),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Problem details (RFC 9457 section 3.1) with the members of a finding as extensions. */
export const problemSchema = findingSchema.extend({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  instance: z.string().optional(),
  misfits: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const byOrigin = { sender: 422, node: 500, operator: 500, partner: 502 } as const;

/** Answers which HTTP status a finding has: what its room declared, else by who has to act. */
export function statuses(parts: readonly Part[]): (finding: Finding) => number {
  const specs: FindingSpecs = Object.assign({}, ...parts.map((part) => part.findings), apiFindings.specs);
  return (finding) => specs[finding.code]?.status ?? byOrigin[finding.origin];
}

/** How a problem is told: in which language, with which status, about which address. */
export interface Telling {
  readonly language: Language;
  readonly texts: Texter;
  readonly status: number;
  readonly instance?: string;
}

/** Problem details of a finding. The type is a name, not an address: it resolves in the reference of the codes. */
export function problemOf({ finding, misfits }: Refusal, { language, texts, status, instance }: Telling): Problem {
  const { at, ...rest } = finding;
  return {
    type: `urn:tripoint:finding:${finding.code}`,
    title: texts(language, finding.code, finding.parameters),
    status,
    ...rest,
    ...(at === undefined ? {} : { at: { ...at } }),
    ...(instance === undefined ? {} : { instance }),
    ...(misfits === undefined || misfits.length < 2 ? {} : { misfits: [...misfits] }),
  };
}
