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
  /** The number of the segment that it speaks of, among those shown. */
  line: z.number().optional(),
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
    z.object({
      ...{ number: z.number(), tag: z.string(), offset: z.number(), length: z.number(), text: z.string() },
      ...{ message: z.number().optional(), segment: z.number().optional() },
    }),
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

/** Which of the shown pieces a finding speaks of: the one that holds its byte, else the one of its number in its message. */
function lineOf({ at }: Finding, message: number | undefined, segments: readonly Piece[]): number | undefined {
  const { offset, segment } = at ?? {};
  const here = (one: Piece): boolean =>
    offset === undefined
      ? segment !== undefined && one.segment === segment && one.message === (at?.message ?? message)
      : one.offset <= offset && offset < one.offset + one.length;
  return segments.find(here)?.number;
}

function answer({ answered, answeredAt }: LodgementState, { text }: ShowingTools, segments: readonly Piece[]) {
  if (answered === undefined) return { findings: [], messages: [], replies: [] };
  const { status, messages, replies } = answered;
  const shown = (finding: Finding, message?: number) => {
    const line = lineOf(finding, message, segments);
    return { ...finding, text: text(finding), ...(line === undefined ? {} : { line }) };
  };
  return {
    ...{ answeredAt: timeOf(answeredAt), status, messages, replies },
    findings: [
      ...answered.findings.map((finding) => shown(finding)),
      ...messages.flatMap((message, at) => message.findings.map((finding) => shown(finding, at + 1))),
    ],
  };
}

/** One lodgement, raw beside decoded, with what was found and answered. */
export function shownLodgement(lodgement: string, state: LodgementState, tools: ShowingTools) {
  const { received, receivedAt, reality = 'live', bytes = new Uint8Array() } = state;
  const segments = tools.pieces(bytes, pieceLimit);
  return {
    ...{ lodgement, receivedAt: timeOf(receivedAt), reality },
    mediaType: received?.mediaType ?? '',
    sender: received === undefined ? '' : partyOf(received),
    raw: Buffer.from(bytes).toString('base64'),
    segments,
    ...answer(state, tools, segments),
  };
}
