/** How much the exchange takes on, and how patient it is. Times in milliseconds. */
export interface ExchangeLimits {
  /** Of one envelope. */
  readonly envelopeBytes: number;
  /** Messages that wait for a partner's receipt, per channel. */
  readonly outboxMessages: number;
  readonly outboxBytes: number;
  /** Messages on the way at a time, per channel. */
  readonly underWay: number;
  /** Messages that came too early and are held until the gap is closed, per channel. */
  readonly heldMessages: number;
  readonly heldBytes: number;
  /** Forwardings sent and not answered, and received and not answered, per channel. */
  readonly openForwardings: number;
  /** Channels of one partner: one for each reality. */
  readonly realities: number;
  /** Wait before the first retry; doubled with each one that brings nothing, up to the longest. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** How long a receipt waits for a letter on which it can ride; well below `firstRetry`. */
  readonly receiptWithin: number;
}

export const usualLimits: ExchangeLimits = {
  envelopeBytes: 16 * 1024 * 1024,
  outboxMessages: 100_000,
  outboxBytes: 256 * 1024 * 1024,
  underWay: 64,
  heldMessages: 256,
  heldBytes: 32 * 1024 * 1024,
  openForwardings: 100_000,
  realities: 16,
  firstRetry: 250,
  longestRetry: 30_000,
  receiptWithin: 40,
};
