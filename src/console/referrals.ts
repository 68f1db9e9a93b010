import type { ReferralDetail, ReferralShape } from './shapes.ts';

/** A referral at the node, and its page. */
export const pathOf = (referral: string): string => `/api/casework/referrals/${encodeURIComponent(referral)}`;
export const addressOf = (referral: string): string => `/referrals/${encodeURIComponent(referral)}`;

/** The title of an outcome, as its kind of referral names it. */
export const titleOfOutcome = (code: string, { outcomes }: ReferralDetail): string =>
  outcomes.find((one) => one.code === code)?.title ?? code;

/** When an officer must have answered, in milliseconds. */
export const dueOf = ({ dueAt }: ReferralShape): number => Date.parse(dueAt);
export const byDue = (one: ReferralShape, other: ReferralShape): number => dueOf(one) - dueOf(other);
