/** Carries sealed envelopes to partners. What it resolves to is only a hint: the partner's signed receipt is what counts. */
export interface Transport {
  /** True when the partner's node has taken the bytes; false when it has not, or nobody knows. Never rejects. */
  send(to: string, bytes: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
}
