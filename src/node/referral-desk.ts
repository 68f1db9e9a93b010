import { openReferral, referredTo } from '#casework';
import type { AggregateId, Reality, ReferralKind } from '#kernel';
import type { NodeAccess } from './access.ts';
import type { Log } from './ports.ts';

export interface ReferralRequest {
  readonly subject: string;
  readonly kind: string;
  readonly ports?: readonly string[];
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

/** The desk that opens referrals of casework. The same case, put twice at once, stands once: its key is its own. */
export const caseworkDesk = (access: NodeAccess, kinds: readonly ReferralKind[], log: Log): ReferralDesk => ({
  open: async (requests, { journey, domain, reality }) => {
    const own = access.within(reality);
    for (const { subject, kind, ports } of requests) {
      const request = {
        kind,
        domain,
        subject,
        about: journey,
        openedBy: 'decision' as const,
        ...(ports === undefined ? {} : { ports }),
      };
      const opening = openReferral(request, kinds, access.now());
      if (!opening.ok) {
        log.warn('referral-not-opened', { code: opening.error.code, kind });
        continue;
      }
      const { key, drafts, timers } = opening.value;
      if ((await own.find(key)) !== undefined) continue;
      const referral = await own.open(key);
      // What was referred hears of it together with its opening, so that neither ever stands without the other.
      await own.recordTogether([
        { aggregate: referral, drafts, timers },
        { aggregate: journey, drafts: [referredTo(referral, request)], timers: [] },
      ]);
    }
  },
});
