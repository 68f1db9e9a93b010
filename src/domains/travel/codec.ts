import { type EdifactData, readInterchange, sniffEdifact } from '#formats/edifact';
import type { Codec, Finding, Means, Message, ReadContext, Reading } from '#kernel';
import { hasError } from '#kernel';
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

/** PAXLST and CUSRES in UN/EDIFACT. A lodgement that is refused has its refusal: CONTRL for its syntax, CUSRES for what it means. */
export const edifactCodec: Codec<EdifactData> = {
  name: 'edifact',
  mediaTypes: [mediaType, 'application/edi-consent', 'text/plain'],
  sniff: sniffEdifact,
  read: (bytes, context) => {
    const reading = readInterchange(bytes, context);
    const refusal = reading.refusal ?? refusalOf(reading, context);
    return refusal === undefined ? reading : { ...reading, refusal };
  },
};
