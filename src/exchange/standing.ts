import type { Channel, Kept } from './channel.ts';
import type { ExchangeEntry, Standing } from './entries.ts';

/** How a channel stands, without the bytes of its messages. */
function standingOf(kept: Kept): Standing {
  return {
    lastQueued: kept.lastQueued,
    acknowledged: kept.acknowledged,
    received: kept.received,
    outbox: [...kept.outbox].map(([sequence, { message, reference }]) => ({ sequence, message, reference })),
    inbox: [...kept.inbox].map(([sequence, { reference, late }]) => ({ sequence, reference, late })),
    awaited: [...kept.awaited].map(([reference, { dueAt, late }]) => ({ reference, dueAt, late })),
    unanswered: [...kept.unanswered],
    rejections: [...kept.rejections].map(([sequence, code]) => ({ sequence, code })),
  };
}

/** The entries from which a channel is folded to where it stands now: its numbers, then the bytes that still wait. */
export function standingEntries({ partner, reality, kept }: Channel): readonly ExchangeEntry[] {
  const key = { partner, reality };
  const wires = (side: 'in' | 'out', of: Kept['outbox'] | Kept['inbox']): ExchangeEntry[] =>
    [...of].flatMap(([sequence, { wire }]) =>
      wire === undefined ? [] : [{ ...key, kind: 'wire' as const, side, sequence, wire }],
    );
  return [{ ...key, kind: 'stands', ...standingOf(kept) }, ...wires('out', kept.outbox), ...wires('in', kept.inbox)];
}
