import { z } from 'zod';
import { type Finding, formatInstant, instant, type Piece } from '#kernel';
import { type LodgementState, partyOf } from './lodgement.ts';

/** At most so many pieces of a lodgement are shown. */
const pieceLimit = 20_000;

const findingSchema = z.object({
  code: z.string(),
  severity: z.string(),
  origin: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  text: z.string(),
});

/** A lodgement as it is shown. Where its bytes were forgotten, it says so by having none. */
export const shownSchema = z.object({
  lodgement: z.string(),
  receivedAt: z.string(),
  answeredAt: z.string().optional(),
  mediaType: z.string(),
  sender: z.string(),
  reality: z.string(),
  status: z.string().optional(),
  raw: z.string(),
  segments: z.array(
    z.object({ number: z.number(), tag: z.string(), offset: z.number(), length: z.number(), text: z.string() }),
  ),
  findings: z.array(findingSchema),
  messages: z.array(
    z.object({ kind: z.string(), reference: z.string(), domain: z.string(), journey: z.string().optional() }),
  ),
  replies: z.array(z.object({ mediaType: z.string(), text: z.string() })),
});

/** What showing needs besides: pieces by the codec that knows the bytes, and the words of a finding. */
export interface ShowingTools {
  readonly pieces: (bytes: Uint8Array, limit: number) => readonly Piece[];
  readonly text: (finding: Finding) => string;
}

const timeOf = (at: number | undefined): string => formatInstant(instant(at ?? 0));

function answer({ answered, answeredAt }: LodgementState, { text }: ShowingTools) {
  if (answered === undefined) return { findings: [], messages: [], replies: [] };
  const { status, messages, replies } = answered;
  const findings: readonly Finding[] = [...answered.findings, ...messages.flatMap((message) => message.findings)];
  return {
    ...{ answeredAt: timeOf(answeredAt), status, messages, replies },
    findings: findings.map((finding) => ({ ...finding, text: text(finding) })),
  };
}

/** One lodgement, raw beside decoded, with what was found and answered. */
export function shownLodgement(lodgement: string, state: LodgementState, tools: ShowingTools) {
  const { received, receivedAt, reality = 'live', bytes = new Uint8Array() } = state;
  return {
    ...{ lodgement, receivedAt: timeOf(receivedAt), reality },
    mediaType: received?.mediaType ?? '',
    sender: received === undefined ? '' : partyOf(received),
    raw: Buffer.from(bytes).toString('base64'),
    segments: tools.pieces(bytes, pieceLimit),
    ...answer(state, tools),
  };
}
