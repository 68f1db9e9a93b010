import { type EdifactData, readInterchange, sniffEdifact, stretches } from '#formats/edifact';
import type { Codec, Finding, Means, Message, Piece, ReadContext, Reading } from '#kernel';
import { decodeLatin1, decodeStrictUtf8, hasError } from '#kernel';
import { travelFindings } from './findings.ts';
import { negative } from './reply.ts';
import { isCarriers, listOf, understand } from './understand.ts';
import { mediaType } from './wire.ts';

/** A country has no table of its own in the codec: replies by it come later, from the node's means. */
const ownTables: Means['table'] = () => undefined;

/** The findings for which travel refuses a message that is readable as such. */
function refusals(message: Message<EdifactData>, context: ReadContext): readonly Finding[] {
  if (context.tolerance === 'strict' && hasError(message.findings)) return [];
  const understood = understand(message, context);
  return understood.ok ? [] : understood.error;
}

/** The negative answer in the terms of the format (CUSRES) to the first message that travel refuses. */
function refusalOf(reading: Reading<EdifactData>, context: ReadContext): Uint8Array | undefined {
  for (const message of reading.messages) {
    const findings = refusals(message, context);
    if (findings.length === 0 || !isCarriers(message.data)) continue;
    const codes = [...new Set(findings.filter((one) => one.severity === 'error').map((one) => one.code))];
    const means = { country: context.country, at: context.receivedAt, table: ownTables };
    return negative(listOf(message.data, context), codes, means).bytes;
  }
  return undefined;
}

/**
 * A strict reader refuses an interchange whose envelope has an error with all that is in it: so says its CONTRL (UCI 0083
 * is 4, this level and all lower levels rejected), and so no message of it may be answered beside that.
 */
function refusedWhole(reading: Reading<EdifactData>, { tolerance }: ReadContext): Reading<EdifactData> {
  if (tolerance !== 'strict' || !hasError(reading.findings)) return reading;
  const refused = travelFindings.find('TRV-0106');
  const messages = reading.messages.map((message) => ({ ...message, findings: [...message.findings, refused] }));
  return { ...reading, messages };
}

/** What stands around messages; a message that lost its UNT ends where one of them begins. */
const around: ReadonlySet<string> = new Set(['UNA', 'UNB', 'UNG', 'UNE', 'UNZ']);

/** Counts segments within their messages, as findings and CONTRL do. */
class MessageCount {
  #message = 0;
  #segment = 0;

  /** The place of the next segment; none for what stands around messages. */
  placeOf(tag: string): Pick<Piece, 'message' | 'segment'> {
    if (tag === 'UNH') {
      this.#message += 1;
      this.#segment = 1;
    } else if (around.has(tag)) this.#segment = 0;
    else if (this.#segment > 0) this.#segment += 1;
    const place = { message: this.#message, segment: this.#segment };
    if (tag === 'UNT') this.#segment = 0;
    return place.segment === 0 ? {} : place;
  }
}

/**
 * The segments of a lodgement and its UNA, numbered through all messages and interchanges of it; what stands between them
 * is none of them. Bytes that are no UTF-8 are shown as ISO 8859-1.
 */
function pieces(bytes: Uint8Array, limit: number): readonly Piece[] {
  const found: Piece[] = [];
  const count = new MessageCount();
  for (const { kind, tag, offset, length } of stretches(bytes)) {
    if (found.length >= limit) break;
    if (kind === 'between') continue;
    const text =
      decodeStrictUtf8(bytes.subarray(offset, offset + length)) ?? decodeLatin1(bytes, offset, offset + length);
    const known = kind === 'advice' ? 'UNA' : tag;
    found.push({ number: found.length + 1, tag: known, ...count.placeOf(known), offset, length, text });
  }
  return found;
}

/** PAXLST and CUSRES in UN/EDIFACT. A lodgement that is refused has its refusal: CONTRL for its syntax, CUSRES for what it means. */
export const edifactCodec: Codec<EdifactData> = {
  name: 'edifact',
  mediaTypes: [mediaType, 'application/edi-consent', 'text/plain'],
  sniff: sniffEdifact,
  read: (bytes, context) => {
    const reading = refusedWhole(readInterchange(bytes, context), context);
    const refusal = reading.refusal ?? refusalOf(reading, context);
    return refusal === undefined ? reading : { ...reading, refusal };
  },
  pieces,
};
