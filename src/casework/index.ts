export { caseworkFindings } from './findings.ts';
export { type Opening, openReferral, type ReferralRequest, referredTo } from './open-referral.ts';
export { caseworkPart } from './part.ts';
export { queueView, type Waiting, waiting } from './queue.ts';
export { type Referral, referralFold, type Step } from './referral.ts';
