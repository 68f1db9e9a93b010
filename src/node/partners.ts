import type { CountryCode, Disposition, Instant, Json, LodgementId, Reality, ReasonClass } from '#kernel';

/** What a partner is asked: his part of one message of one lodgement. */
export interface PartnerQuestion {
  readonly country: CountryCode;
  readonly record: string;
  readonly part: Json;
  /** Names the message within the lodgement, so that a late answer finds its way home. */
  readonly lodgement: LodgementId;
  readonly message: number;
  readonly reality: Reality;
  readonly within: number;
}

/** A partner's word on one subject: nothing but disposition, reason class and validity ever comes back. */
export interface PartnerWord {
  readonly subject: string;
  readonly disposition: Disposition;
  readonly reasonClass: ReasonClass;
  readonly validUntil?: Instant;
}

export type PartnerSaid =
  | { readonly kind: 'answer'; readonly words: readonly PartnerWord[] }
  | { readonly kind: 'late' }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'not-forwarded'; readonly code: string };

/** A partner's answer that came after its question was given up. */
export interface LateAnswer {
  readonly country: CountryCode;
  readonly lodgement: LodgementId;
  readonly message: number;
  readonly words: readonly PartnerWord[];
}

/** How a node asks its partners. It never rejects: silence and failure are words too. */
export interface Partners {
  ask(question: PartnerQuestion): Promise<PartnerSaid>;
}
