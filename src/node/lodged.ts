import { disposition, type Finding, type LodgementId, type Outcome, type Reply } from '#kernel';
import type { Answered, Lodged, LodgedMessage } from './lodgement.ts';
import type { ReadLodgement } from './reader.ts';

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** How the whole of a lodgement fared: refused when nothing of it was worked on, partly when something was refused. */
function statusOf({ domain, reading }: ReadLodgement, messages: readonly LodgedMessage[]): Lodged['status'] {
  const refused = messages.filter((message) => message.reply === undefined);
  const bad = refused.length > 0 || reading.findings.some((finding) => finding.severity === 'error');
  const worked = messages.length > refused.length;
  if (worked) return bad ? 'partly' : 'accepted';
  return bad || domain === undefined ? 'refused' : 'accepted';
}

const replyType = (read: ReadLodgement): string => read.domain?.codecs[0]?.mediaTypes[0] ?? 'application/octet-stream';

/** What the party that lodged is told, its messages in the order in which they were handed in. */
export function lodgedOf(lodgement: LodgementId, read: ReadLodgement, messages: readonly LodgedMessage[]): Lodged {
  const { refusal, findings } = read.reading;
  const replies: Reply[] = refusal === undefined ? [] : [{ mediaType: replyType(read), bytes: refusal }];
  for (const { reply } of messages) if (reply !== undefined) replies.push(reply);
  return { lodgement, status: statusOf(read, messages), messages, findings, replies };
}

const kept = ({ code, origin, severity, parameters, at }: Finding): Answered['findings'][number] => ({
  code,
  origin,
  severity,
  parameters: { ...parameters },
  ...(at === undefined ? {} : { at: { ...at } }),
});

/** The word on one subject; where a partner was silent, also who, and what was said by those who were not. */
function wordOf({ subject, own, partners, combined }: Outcome): Answered['messages'][number]['combined'][number] {
  const word = { subject, disposition: combined };
  const silent = partners.filter((one) => 'failRule' in one).map(({ country }) => country);
  if (silent.length === 0) return word;
  const spoken = partners.filter((one) => !('failRule' in one)).map((one) => one.disposition);
  return { ...word, silent, spoken: own === undefined ? spoken : [own.disposition, ...spoken] };
}

/** What is kept of an answer: references, words and replies, no name. */
export const answeredOf = (lodged: Lodged): Answered => ({
  status: lodged.status,
  findings: lodged.findings.map(kept),
  messages: lodged.messages.map(({ kind, reference, domain, journey, findings, outcomes, bare }) => ({
    kind,
    reference,
    domain,
    ...(journey === undefined ? {} : { journey }),
    findings: findings.map(kept),
    combined: outcomes.map(wordOf),
    ...(bare === undefined ? {} : { bare }),
  })),
  replies: lodged.replies.map(({ mediaType, bytes }) => ({ mediaType, text: latin1(bytes) })),
});

const outcomeOf = (word: { readonly subject: string; readonly disposition: string }): Outcome => ({
  ...{ subject: word.subject, own: undefined, partners: [], combined: disposition(word.disposition) },
});

/** What was answered before, for a repeated idempotency key: the same replies, and of each word the combined one. */
export const restored = (lodgement: LodgementId, answered: Answered): Lodged => ({
  lodgement,
  status: answered.status,
  findings: answered.findings,
  messages: answered.messages.map(({ combined, ...message }) => ({ ...message, outcomes: combined.map(outcomeOf) })),
  replies: answered.replies.map(({ mediaType, text }) => ({ mediaType, bytes: Buffer.from(text, 'latin1') })),
});
