import type { AggregateId, Reality } from '#kernel';

export interface ReferralRequest {
  readonly subject: string;
  readonly kind: string;
}

export interface ReferralPlace {
  readonly journey: AggregateId;
  readonly domain: string;
  readonly reality: Reality;
}

/** How the pipeline puts a case before an officer; casework owns what happens to it. */
export interface ReferralDesk {
  open(requests: readonly ReferralRequest[], place: ReferralPlace): Promise<void>;
}

export const caseworkDesk = (_access: unknown): ReferralDesk => ({ open: async () => {} });
