import { lodgementId, referralIds } from './fixtures/travellers.ts';

/** Every page by its address, as the recorded node fills it. */
export const pages: Readonly<Record<string, string>> = {
  today: '/',
  flight: `/flights/${'a'.repeat(32)}`,
  traveller: `/travellers/${'a'.repeat(32)}/AC991-002`,
  message: `/messages/${lodgementId}#segment-14`,
  booth: '/booth',
  referrals: '/referrals',
  referral: `/referrals/${referralIds[0]}`,
  certify: '/certify',
  gates: '/certify?case=replies',
  trying: '/certify?tab=try',
  node: '/node',
  part: '/parts/travel',
  missing: '/no-such-page',
};
