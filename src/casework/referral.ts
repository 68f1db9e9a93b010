import { err, type Fold, foldOf, type Instant, ok, on, type Result } from '#kernel';
import { caseworkFindings } from './findings.ts';
import {
  type Opened,
  referralClaimed,
  referralDecided,
  referralEscalated,
  referralOpened,
  referralReleased,
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

function open(data: Opened, at: Instant): Referral {
  return { opened: data, openedAt: at, escalated: false, history: [] };
}

/** Takes a step that was recorded; one that nobody may take, or before the opening, changes nothing. */
function taken(referral: Referral | undefined, step: Step): Referral | undefined {
  const next = referral === undefined ? undefined : allow(referral, step);
  return next?.ok === true ? next.value : referral;
}

/** The fold of one referral: it is opened by the first entry of its aggregate, and of the steps those count that were allowed. */
export const referralFold: Fold<Referral | undefined> = foldOf<Referral | undefined>(undefined, [
  on(referralOpened, (referral, data, { version, at }) => (version === 1 ? open(data, at) : referral)),
  on(referralClaimed, (referral, { by }, { at }) => taken(referral, { what: 'claimed', at, by })),
  on(referralReleased, (referral, { by, to }, { at }) =>
    taken(referral, { what: 'released', at, by, ...(to === undefined ? {} : { to }) }),
  ),
  on(referralDecided, (referral, data, { at }) => taken(referral, { what: 'decided', at, ...data })),
  on(referralEscalated, (referral, _, { at }) => taken(referral, { what: 'escalated', at })),
]);
