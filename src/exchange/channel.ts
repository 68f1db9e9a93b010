import { type Instant, invariant } from '#kernel';
import type { ChannelEntry, ChannelKey } from './entries.ts';
import type { CarriedKind, Wire } from './wire.ts';

export interface Outgoing {
  readonly message: CarriedKind;
  readonly reference: string;
  /** Undefined once its key was destroyed. */
  wire: Uint8Array | undefined;
}

export interface Awaited {
  readonly dueAt: Instant;
  late: boolean;
}

export interface Incoming {
  readonly reference: string;
  readonly late: boolean;
  wire: Uint8Array | undefined;
}

/** One direction each way with one partner in one reality. */
export interface Channel extends ChannelKey {
  /** Folded from entries. Maps are in the order of their numbers, or of their coming. */
  readonly kept: Kept;
  /** Lost with the process, and made good by retries. */
  readonly fleeting: Fleeting;
}

export interface Kept {
  lastQueued: number;
  acknowledged: number;
  readonly outbox: Map<number, Outgoing>;
  outboxBytes: number;
  /** Forwardings that we sent and that wait for their answer, by reference. */
  readonly awaited: Map<string, Awaited>;
  received: number;
  readonly inbox: Map<number, Incoming>;
  /** References of forwardings that came and are not answered. */
  readonly unanswered: Set<string>;
  /** The newest refusals, by number. */
  readonly rejections: Map<number, string>;
}

export interface Fleeting {
  /** The last number that was handed to the transport since the last resending. */
  transmitted: number;
  retries: number;
  retryDueAt: Instant | undefined;
  /** A receipt brought something since the retry timer was set. */
  progress: boolean;
  readonly held: Map<number, Wire>;
  heldBytes: number;
  /** Messages taken in since the partner was last told how far we are. */
  owed: number;
  receiptDueAt: Instant | undefined;
  /** After which number the last catch-up was asked for. */
  askedAfter: number | undefined;
  lastHeard: Instant | undefined;
}

/** As many refusals as one receipt can name, and more letters than a partner has under way. */
const rememberedRejections = 256;

export const openChannel = ({ partner, reality }: ChannelKey): Channel => ({
  partner,
  reality,
  kept: {
    lastQueued: 0,
    acknowledged: 0,
    outbox: new Map(),
    outboxBytes: 0,
    awaited: new Map(),
    received: 0,
    inbox: new Map(),
    unanswered: new Set(),
    rejections: new Map(),
  },
  fleeting: {
    transmitted: 0,
    retries: 0,
    retryDueAt: undefined,
    progress: false,
    held: new Map(),
    heldBytes: 0,
    owed: 0,
    receiptDueAt: undefined,
    askedAfter: undefined,
    lastHeard: undefined,
  },
});

type Of<Kind extends ChannelEntry['kind']> = Extract<ChannelEntry, { kind: Kind }>;

const folds: { readonly [Kind in ChannelEntry['kind']]: (kept: Kept, entry: Of<Kind>) => void } = {
  stands: stand,
  queued,
  acknowledged: (kept, { upTo }) => acknowledged(kept, upTo),
  refused: (kept, { reference }) => void kept.awaited.delete(reference),
  received,
  wire: wired,
  rejected,
  taken: (kept, { sequence }) => void kept.inbox.delete(sequence),
  late: (kept, { reference }) => {
    const awaited = kept.awaited.get(reference);
    if (awaited !== undefined) awaited.late = true;
  },
  abandoned: (kept, { reference }) => void kept.awaited.delete(reference),
  moved: (kept, { side, to }) => {
    if (side === 'in') kept.received = to;
    else {
      acknowledged(kept, to);
      kept.lastQueued = to;
    }
  },
};

/** Folds one entry into what a channel keeps. */
export function fold(kept: Kept, entry: ChannelEntry): void {
  (folds[entry.kind] as (kept: Kept, entry: ChannelEntry) => void)(kept, entry);
}

/** Folds `stands`: it is the first entry of its channel wherever it stands, since an epoch begins with it. */
function stand(kept: Kept, entry: Of<'stands'>): void {
  invariant(kept.lastQueued === 0 && kept.received === 0, 'an epoch begins with how its channels stand');
  kept.lastQueued = entry.lastQueued;
  kept.acknowledged = entry.acknowledged;
  kept.received = entry.received;
  for (const { sequence, ...outgoing } of entry.outbox) kept.outbox.set(sequence, { ...outgoing, wire: undefined });
  for (const { sequence, ...incoming } of entry.inbox) kept.inbox.set(sequence, { ...incoming, wire: undefined });
  for (const { reference, ...awaited } of entry.awaited) kept.awaited.set(reference, { ...awaited });
  for (const reference of entry.unanswered) kept.unanswered.add(reference);
  for (const { sequence, code } of entry.rejections) kept.rejections.set(sequence, code);
}

function queued(kept: Kept, { sequence, message, reference, dueAt }: Of<'queued'>): void {
  kept.lastQueued = sequence;
  kept.outbox.set(sequence, { message, reference, wire: undefined });
  if (message === 'answer') kept.unanswered.delete(reference);
  else if (dueAt !== undefined) kept.awaited.set(reference, { dueAt, late: false });
}

function acknowledged(kept: Kept, upTo: number): void {
  for (const [sequence, { wire }] of kept.outbox) {
    if (sequence > upTo) break;
    kept.outbox.delete(sequence);
    kept.outboxBytes -= wire?.length ?? 0;
  }
  kept.acknowledged = upTo;
}

function wired(kept: Kept, { side, sequence, wire }: Of<'wire'>): void {
  const message = (side === 'in' ? kept.inbox : kept.outbox).get(sequence);
  if (message === undefined) return;
  message.wire = wire;
  if (side === 'out') kept.outboxBytes += wire.length;
}

function received(kept: Kept, { sequence, message, reference, late }: Of<'received'>): void {
  kept.received = sequence;
  kept.inbox.set(sequence, { reference, late, wire: undefined });
  if (message === 'answer') kept.awaited.delete(reference);
  else kept.unanswered.add(reference);
}

function rejected(kept: Kept, { sequence, code }: Of<'rejected'>): void {
  kept.received = sequence;
  kept.rejections.set(sequence, code);
  for (const oldest of kept.rejections.keys()) {
    if (kept.rejections.size <= rememberedRejections) return;
    kept.rejections.delete(oldest);
  }
}

/** What was refused of all that the partner may still have under way, by number: what is older, he has been told. */
export const refusedOf = ({ kept }: Channel): readonly (readonly [number, string])[] =>
  [...kept.rejections].filter(([sequence]) => sequence > kept.received - rememberedRejections);

/** How far a letter may say that we are: not beyond what was refused, which only a receipt tells. */
export function receiptOn(channel: Channel): number {
  const [first] = refusedOf(channel);
  return first === undefined ? channel.kept.received : first[0] - 1;
}
