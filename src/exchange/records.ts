import { z } from 'zod';
import { countryCode, type Draft, instantSchema, parseReality, type Reality, type RecordKind, textAs } from '#kernel';
import type { ChannelEntry, ExchangeEntry } from './entries.ts';
import type { Wired } from './turn.ts';

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

const event = <Kind extends ChannelEntry['kind'], Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...channel, ...shape });

/** What may happen in a channel, but for the bytes that waited there. */
const happened = z.discriminatedUnion('kind', [
  event('stands', {
    lastQueued: count,
    acknowledged: count,
    received: count,
    outbox: z.array(z.strictObject({ sequence, message, reference })),
    inbox: z.array(z.strictObject({ sequence, reference, late: z.boolean() })),
    awaited: z.array(z.strictObject({ reference, dueAt: instantSchema, late: z.boolean() })),
    unanswered: z.array(reference),
    rejections: z.array(z.strictObject({ sequence, code })),
  }),
  event('queued', { sequence, message, reference, dueAt: instantSchema.optional() }),
  event('acknowledged', { upTo: sequence }),
  event('refused', { reference, code }),
  event('received', { sequence, message, reference, late: z.boolean() }),
  event('rejected', { sequence, code }),
  event('taken', { sequence }),
  event('late', { reference }),
  event('abandoned', { reference }),
  event('moved', { side, to: sequence }),
]);

/** What happened in the channels of one reality and became durable together; one entry, since a step changes several things at once. */
const steppedKind: RecordKind<{ readonly happened: readonly z.infer<typeof happened>[] }> = {
  name: 'exchange.stepped',
  title: {
    en: 'What happened in the channels to partners',
    fr: 'Ce qui s’est passé dans les canaux vers les partenaires',
    es: 'Lo que ocurrió en los canales con los socios',
  },
  schema: z.strictObject({ happened: z.array(happened) }),
  retention: 'exchange',
};

/** The sealed bytes of one message, alone under a key of its own. */
const wireKind: RecordKind<Wired & { readonly bytes: Uint8Array }> = {
  name: 'exchange.wire',
  title: { en: 'Sealed bytes', fr: 'Octets scellés', es: 'Bytes sellados' },
  schema: z.strictObject({ ...channel, side, sequence, bytes: z.instanceof(Uint8Array) }),
  retention: 'exchange',
};

/** The kinds of ledger entry that channels are folded from. */
export const exchangeRecords: readonly RecordKind[] = [steppedKind, wireKind];

/** One entry for the ledger; `wired` names the message whose bytes it holds, which need a key of their own. */
export interface ExchangeDraft extends Draft {
  readonly reality: Reality;
  readonly wired?: Wired;
}

const nameOf = ({ partner, reality, sequence }: Omit<Wired, 'side'>): string => `${partner} ${reality} ${sequence}`;

/**
 * What becomes durable together, as the ledger takes it. The bytes stand behind all else; of what came and was taken in
 * the same breath they are not kept at all.
 */
export function draftsOf(entries: readonly ExchangeEntry[]): readonly ExchangeDraft[] {
  const stepped = new Map<Reality, ExchangeEntry[]>();
  const wires: ExchangeDraft[] = [];
  const taken = new Set(entries.flatMap((entry) => (entry.kind === 'taken' ? [nameOf(entry)] : [])));
  for (const entry of entries) {
    if (entry.kind === 'wire') {
      if (entry.side === 'in' && taken.has(nameOf(entry))) continue;
      const { kind: _kind, wire: bytes, ...wired } = entry;
      wires.push({ kind: wireKind.name, data: { ...wired, bytes }, reality: entry.reality, wired });
    } else {
      stepped.set(entry.reality, [...(stepped.get(entry.reality) ?? []), entry]);
    }
  }
  const steps = [...stepped].map(([reality, all]) => ({ kind: steppedKind.name, data: { happened: all }, reality }));
  return [...steps, ...wires];
}

/** The entries that a draft was made of; none for drafts of other rooms. Crashes when the ledger holds one that no draft made. */
export function entriesOf({ kind, data }: Draft): readonly ExchangeEntry[] {
  if (kind === steppedKind.name) return steppedKind.schema.parse(data).happened;
  if (kind !== wireKind.name) return [];
  const { bytes, ...wired } = wireKind.schema.parse(data);
  return [{ kind: 'wire', ...wired, wire: bytes }];
}
