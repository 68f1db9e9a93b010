import type { z } from 'zod';
import { err, type Fold, type Instant, ok, type Recorded, type Result } from '#kernel';
import { caseworkFindings } from './findings.ts';
import {
  type claimedSchema,
  type decidedSchema,
  type Opened,
  referralClaimed,
  referralDecided,
  referralEscalated,
  referralOpened,
  referralReleased,
  type releasedSchema,
} from './records.ts';

/** One thing that happened to a referral. */
export type Step =
  | { readonly what: 'claimed'; readonly at: Instant; readonly by: string }
  | { readonly what: 'released'; readonly at: Instant; readonly by: string; readonly to?: string }
  | {
      readonly what: 'decided';
      readonly at: Instant;
      readonly by: string;
      readonly outcome: string;
      readonly reason: string;
    }
  | { readonly what: 'escalated'; readonly at: Instant };

/** A case before an officer, folded from its entries. */
export interface Referral {
  readonly opened: Opened;
  readonly openedAt: Instant;
  /** Who works on it now. */
  readonly claimedBy?: string;
  readonly escalated: boolean;
  readonly decided?: Step & { readonly what: 'decided' };
  readonly history: readonly Step[];
}

const find = caseworkFindings.find;

/** Whether somebody may take the step now; a finding says why not. What nobody may do changes nothing, whoever recorded it. */
export function allow(referral: Referral, step: Step): Result<Referral> {
  const { decided, claimedBy } = referral;
  if (decided !== undefined) return err(find('CAS-0102', { by: decided.by }));
  const next = { ...referral, history: [...referral.history, step] };
  switch (step.what) {
    case 'claimed':
      // Past its target time a referral may be taken from who sits on it, and only then.
      return claimedBy === undefined || claimedBy === step.by || referral.escalated
        ? ok({ ...next, claimedBy: step.by })
        : err(find('CAS-0103', { by: claimedBy }));
    case 'released':
      return release(referral, step, next);
    case 'decided':
      return claimedBy === step.by ? ok({ ...next, decided: step }) : err(notHolder(claimedBy));
    case 'escalated':
      return ok({ ...next, escalated: true });
  }
}

function release(referral: Referral, step: Step & { readonly what: 'released' }, next: Referral): Result<Referral> {
  if (referral.claimedBy !== step.by) return err(notHolder(referral.claimedBy));
  if (step.to === step.by) return err(find('CAS-0107', { to: step.to }));
  const { claimedBy, ...free } = next;
  return ok(step.to === undefined ? free : { ...free, claimedBy: step.to });
}

const notHolder = (claimedBy: string | undefined) =>
  claimedBy === undefined ? find('CAS-0104') : find('CAS-0103', { by: claimedBy });

/** The step that an entry records; undefined for an entry of another kind. */
export function stepOf({ kind, data, at }: Pick<Recorded, 'kind' | 'data' | 'at'>): Step | undefined {
  switch (kind) {
    case referralClaimed.name:
      return { what: 'claimed', at, ...(data as z.infer<typeof claimedSchema>) };
    case referralReleased.name: {
      const { by, to } = data as z.infer<typeof releasedSchema>;
      return { what: 'released', at, by, ...(to === undefined ? {} : { to }) };
    }
    case referralDecided.name:
      return { what: 'decided', at, ...(data as z.infer<typeof decidedSchema>) };
    case referralEscalated.name:
      return { what: 'escalated', at };
    default:
      return undefined;
  }
}

function open(data: Opened, at: Instant): Referral {
  return { opened: data, openedAt: at, escalated: false, history: [] };
}

/** The fold of one referral: it is opened by the first entry of its aggregate, and of the steps those count that were allowed. */
export const referralFold: Fold<Referral | undefined> = {
  initial: undefined,
  apply: (referral, entry) => {
    if (entry.kind === referralOpened.name && entry.version === 1) return open(entry.data as Opened, entry.at);
    const step = stepOf(entry);
    if (referral === undefined || step === undefined) return referral;
    const next = allow(referral, step);
    return next.ok ? next.value : referral;
  },
};
