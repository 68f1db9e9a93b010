import { z } from 'zod';
import {
  countryCode,
  type Draft,
  fromBase64Url,
  instantSchema,
  parseReality,
  type RecordKind,
  textAs,
  toBase64Url,
} from '#kernel';
import type { ChannelEntry, ExchangeEntry } from './entries.ts';

const channel = {
  partner: textAs(countryCode),
  reality: textAs(parseReality),
};
const count = z.int().min(0);
const sequence = z.int().min(1);
const reference = z.string();
const code = z.string();
const side = z.enum(['in', 'out']);
const message = z.enum(['forwarding', 'answer']);
const wire = textAs(fromBase64Url, 'not base64url');

/** How each entry is stored: as it is, with its bytes as base64url. */
const stored = {
  stands: z.strictObject({
    ...channel,
    lastQueued: count,
    acknowledged: count,
    received: count,
    outbox: z.array(z.strictObject({ sequence, message, reference })),
    inbox: z.array(z.strictObject({ sequence, reference, late: z.boolean() })),
    awaited: z.array(z.strictObject({ reference, dueAt: instantSchema, late: z.boolean() })),
    unanswered: z.array(reference),
    rejections: z.array(z.strictObject({ sequence, code })),
  }),
  queued: z.strictObject({ ...channel, sequence, message, reference, dueAt: instantSchema.optional() }),
  acknowledged: z.strictObject({ ...channel, upTo: sequence }),
  refused: z.strictObject({ ...channel, reference, code }),
  received: z.strictObject({ ...channel, sequence, message, reference, late: z.boolean() }),
  wire: z.strictObject({ ...channel, side, sequence, wire }),
  rejected: z.strictObject({ ...channel, sequence, code }),
  taken: z.strictObject({ ...channel, sequence }),
  late: z.strictObject({ ...channel, reference }),
  abandoned: z.strictObject({ ...channel, reference }),
  moved: z.strictObject({ ...channel, side, to: sequence }),
} satisfies Record<ChannelEntry['kind'], z.ZodType>;

const titles: Record<ChannelEntry['kind'], RecordKind['title']> = {
  stands: { en: 'How a channel stands', fr: 'État d’un canal', es: 'Estado de un canal' },
  queued: { en: 'Queued for a partner', fr: 'Mis en file pour un partenaire', es: 'En cola para un socio' },
  acknowledged: { en: 'Acknowledged by a partner', fr: 'Accusé par un partenaire', es: 'Acusado por un socio' },
  refused: { en: 'Refused by a partner', fr: 'Refusé par un partenaire', es: 'Rechazado por un socio' },
  received: { en: 'Received from a partner', fr: 'Reçu d’un partenaire', es: 'Recibido de un socio' },
  wire: { en: 'Sealed bytes', fr: 'Octets scellés', es: 'Bytes sellados' },
  rejected: { en: 'Rejected here', fr: 'Rejeté ici', es: 'Rechazado aquí' },
  taken: { en: 'Taken by the node', fr: 'Pris en charge par le nœud', es: 'Tomado por el nodo' },
  late: { en: 'Answer late', fr: 'Réponse en retard', es: 'Respuesta tardía' },
  abandoned: { en: 'Answer no longer expected', fr: 'Réponse plus attendue', es: 'Respuesta ya no esperada' },
  moved: { en: 'Counting moved on', fr: 'Numérotation avancée', es: 'Numeración adelantada' },
};

const prefix = 'exchange.';
const isEntryKind = (kind: string): kind is ChannelEntry['kind'] => Object.hasOwn(stored, kind);

/** The kinds of ledger entry that channels are folded from, `exchange.queued` and so on. */
export const exchangeRecords: readonly RecordKind[] = Object.entries(stored).map(([kind, schema]) => ({
  name: `${prefix}${kind}`,
  title: titles[kind as ChannelEntry['kind']],
  schema: schema as z.ZodType,
  retention: 'exchange',
}));

/** The entry as the ledger takes it. */
export function draftOf({ kind, ...entry }: ExchangeEntry): Draft {
  const data = 'wire' in entry ? { ...entry, wire: toBase64Url(entry.wire) } : entry;
  return { kind: `${prefix}${kind}`, data };
}

/** The entry that a draft was made of; undefined for entries of other rooms. Crashes when the ledger holds one that no draft made. */
export function entryOf({ kind, data }: Draft): ExchangeEntry | undefined {
  const own = kind.startsWith(prefix) ? kind.slice(prefix.length) : '';
  return isEntryKind(own) ? ({ kind: own, ...stored[own].parse(data) } as ExchangeEntry) : undefined;
}
