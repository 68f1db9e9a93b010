import type { CountryCode, Instant, Reality } from '#kernel';
import type { CarriedKind } from './wire.ts';

/** `out`: from this node to the partner. */
export type Side = 'in' | 'out';

/** The channel that an entry belongs to: one per partner and reality, so that an exercise can be deleted whole. */
export interface ChannelKey {
  readonly partner: CountryCode;
  readonly reality: Reality;
}

/** How a channel stands, without the bytes of its messages: references, numbers and times. */
export interface Standing {
  readonly lastQueued: number;
  readonly acknowledged: number;
  readonly received: number;
  readonly outbox: readonly { readonly sequence: number; readonly message: CarriedKind; readonly reference: string }[];
  readonly inbox: readonly { readonly sequence: number; readonly reference: string; readonly late: boolean }[];
  readonly awaited: readonly { readonly reference: string; readonly dueAt: Instant; readonly late: boolean }[];
  readonly unanswered: readonly string[];
  readonly rejections: readonly { readonly sequence: number; readonly code: string }[];
}

/** What happened in a channel. Its state is folded from these; what an entry led to leaves the node only once the entry is durable. */
export type ChannelEntry =
  /** An epoch begins: how the channel stands. What came before is history; `wire` entries of what still waits follow. */
  | ({ readonly kind: 'stands' } & Standing)
  /** Given the next number. A forwarding waits for its answer until `dueAt`. */
  | {
      readonly kind: 'queued';
      readonly sequence: number;
      readonly message: CarriedKind;
      readonly reference: string;
      readonly dueAt?: Instant | undefined;
    }
  /** The partner has everything up to here; our copies are dropped. */
  | { readonly kind: 'acknowledged'; readonly upTo: number }
  /** The partner took it out of the way, with a code of his. */
  | { readonly kind: 'refused'; readonly reference: string; readonly code: string }
  /** Came in order and was understood. */
  | {
      readonly kind: 'received';
      readonly sequence: number;
      readonly message: CarriedKind;
      readonly reference: string;
      readonly late: boolean;
    }
  /**
   * The sealed bytes of a message that was queued (`out`) or received (`in`): the only entry that holds a record, so that
   * its key can be destroyed alone once the partner, or the node, has made it its own. A fold can do without it then.
   */
  | { readonly kind: 'wire'; readonly side: Side; readonly sequence: number; readonly wire: Uint8Array }
  /** Came in order and cannot be used; the partner is told with every receipt that may be the first to reach him. */
  | { readonly kind: 'rejected'; readonly sequence: number; readonly code: string }
  /** The node has made something durable of it. */
  | { readonly kind: 'taken'; readonly sequence: number }
  /** The time limit of a forwarding passed without an answer. */
  | { readonly kind: 'late'; readonly reference: string }
  /** An old late forwarding made room; its answer is no longer expected. */
  | { readonly kind: 'abandoned'; readonly reference: string }
  /** One side stood on an old copy of its state: counting goes on from here. */
  | { readonly kind: 'moved'; readonly side: Side; readonly to: number };

export type ExchangeEntry = ChannelKey & ChannelEntry;
