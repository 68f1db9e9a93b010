import type { Codec, Domain, Finding, Message, ReadContext, Reading } from '#kernel';
import { nodeFindings } from './findings.ts';

/** What a lodgement was read as: the domain and codec that recognised it, or the finding that none did. */
export interface ReadLodgement {
  readonly domain: Domain | undefined;
  readonly reading: Reading;
}

const nothing = (finding: Finding): ReadLodgement => ({
  domain: undefined,
  reading: { messages: [], findings: [finding] },
});

/** A media type says what the sender believes; the first bytes say what it is. Bytes win, the media type breaks ties. */
function choose(
  domains: readonly Domain[],
  bytes: Uint8Array,
  mediaType: string,
): { domain: Domain; codec: Codec } | undefined {
  const sniffed = domains.flatMap((domain) =>
    domain.codecs.filter((codec) => codec.sniff(bytes)).map((codec) => ({ domain, codec })),
  );
  const named = sniffed.find(({ codec }) => codec.mediaTypes.includes(mediaType));
  if (named !== undefined) return named;
  if (sniffed[0] !== undefined) return sniffed[0];
  // Nothing recognises it: the codec of the named media type says in its own terms what is wrong with it.
  for (const domain of domains) {
    const codec = domain.codecs.find((candidate) => candidate.mediaTypes.includes(mediaType));
    if (codec !== undefined) return { domain, codec };
  }
  return undefined;
}

/** Reads one lodgement with the codec that knows it. Never throws; what cannot be read is a finding. */
export function readLodgement(
  domains: readonly Domain[],
  bytes: Uint8Array,
  mediaType: string,
  context: ReadContext,
): ReadLodgement {
  const chosen = choose(domains, bytes, mediaType);
  if (chosen === undefined) {
    return nothing(bytes.length === 0 ? nodeFindings.find('NOD-0105') : nodeFindings.find('NOD-0101', { mediaType }));
  }
  return { domain: chosen.domain, reading: chosen.codec.read(bytes, context) };
}

/** True when the message may be worked on: strict refuses what has an error, lenient works with what was understood. */
export const isWorkable = (message: Message, tolerance: 'strict' | 'lenient'): boolean =>
  tolerance === 'lenient' || !message.findings.some((finding) => finding.severity === 'error');
