import { z } from 'zod';
import type { Finding } from '#kernel';
import type { LodgeAnswer, LodgedOutcome } from './ports.ts';
import { findingSchema } from './problem.ts';

/** With it, whoever lodges is told what each country said and why; without it, the combined word only. */
export const lodgementReasons = 'lodgements.reasons';

const outcomeSchema = z.object({
  subject: z.string(),
  combined: z.string(),
  disposition: z.string().exactOptional(),
  row: z.string().exactOptional(),
  reasons: z.array(z.object({ code: z.string(), class: z.string(), text: z.string() })).exactOptional(),
  partners: z
    .array(
      z.object({
        country: z.string(),
        disposition: z.string(),
        reasonClass: z.string().exactOptional(),
        failRule: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});
type OutcomeDocument = z.infer<typeof outcomeSchema>;

export const lodgedSchema = z.object({
  lodgement: z.string(),
  status: z.enum(['accepted', 'partly', 'refused']),
  findings: z.array(findingSchema.extend({ text: z.string() })),
  /** Text where the bytes are UTF-8, else base64. */
  replies: z.array(z.object({ mediaType: z.string(), text: z.string().optional(), base64: z.string().optional() })),
  messages: z.array(
    z.object({
      kind: z.string(),
      reference: z.string(),
      domain: z.string(),
      journey: z.string().optional(),
      findings: z.array(findingSchema.extend({ text: z.string() })),
      /** What a subject is called. */
      about: z.string().exactOptional(),
      outcomes: z.array(outcomeSchema),
    }),
  ),
});
export type LodgedDocument = z.infer<typeof lodgedSchema>;

/** How an answer is told: the text of a code, the form of a reply, and whether the caller may know why. */
export interface LodgedTelling {
  readonly text: (code: string, parameters: Finding['parameters']) => string;
  readonly reply: (bytes: Uint8Array) => { text: string } | { base64: string };
  readonly reasons: boolean;
}

function toldOutcome({ subject, combined, own, partners }: LodgedOutcome, { text }: LodgedTelling): OutcomeDocument {
  const reasons = (own?.reasons ?? []).map(({ code, class: kind }) => ({ code, class: kind, text: text(code, {}) }));
  return {
    ...{ subject, combined, reasons, partners: (partners ?? []).map((partner) => ({ ...partner })) },
    ...(own === undefined ? {} : { disposition: own.disposition }),
    ...(own?.row === undefined ? {} : { row: own.row }),
  };
}

/** The JSON form of an answer to a lodgement. */
export function lodgedDocument(answer: LodgeAnswer, telling: LodgedTelling): LodgedDocument {
  const told = (findings: readonly Finding[]) =>
    findings.map(({ at, ...finding }) => ({
      ...finding,
      text: telling.text(finding.code, finding.parameters),
      ...(at === undefined ? {} : { at: { ...at } }),
    }));
  return {
    lodgement: answer.lodgement,
    status: answer.status,
    findings: told(answer.findings),
    replies: answer.replies.map(({ mediaType, bytes }) => ({ mediaType, ...telling.reply(bytes) })),
    messages: answer.messages.map((message) => ({
      kind: message.kind,
      reference: message.reference,
      domain: message.domain,
      ...(message.journey === undefined ? {} : { journey: message.journey }),
      findings: told(message.findings),
      ...(message.about === undefined ? {} : { about: message.about }),
      outcomes: message.outcomes.map((outcome) =>
        telling.reasons ? toldOutcome(outcome, telling) : { subject: outcome.subject, combined: outcome.combined },
      ),
    })),
  };
}
