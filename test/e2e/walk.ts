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
  search: '/search?q=ac99',
  searching: '/search',
  map: '/map',
  place: '/flights?place=MEX',
  missing: '/no-such-page',
};
