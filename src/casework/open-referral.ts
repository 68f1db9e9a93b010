import type { z } from 'zod';
import {
  type AggregateId,
  type Draft,
  err,
  formatInstant,
  type Instant,
  instant,
  ok,
  type ReferralKind,
  type Result,
  type Timer,
} from '#kernel';
import { caseworkFindings } from './findings.ts';
import { type Opened, referralEscalated, referralOpened, referred, type referredSchema } from './records.ts';

/** What is put before an officer, and by what. */
export interface ReferralRequest extends Pick<Opened, 'kind' | 'domain' | 'subject' | 'openedBy'> {
  readonly about: AggregateId;
  readonly ports?: readonly string[];
}

/** What opening a referral takes: the natural key of its aggregate, the entry, and the timer of its target time. */
export interface Opening {
  readonly key: string;
  readonly drafts: readonly Draft[];
  readonly timers: readonly Timer[];
}

/** The most ports that a referral names; the record's schema takes no more. */
const mostPorts = 16;

/** The action of the timer that fires when the target time has passed. */
export const escalateAction = 'casework.escalate';

/**
 * What opens a referral. The key is the same for the same subject, kind and minute of asking, so that a case that is
 * put twice at once stands once. CAS-0201 when no domain declares the kind.
 */
export function openReferral(request: ReferralRequest, kinds: readonly ReferralKind[], at: Instant): Result<Opening> {
  const kind = kinds.find(({ name }) => name === request.kind);
  if (kind === undefined) return err(caseworkFindings.find('CAS-0201', { kind: request.kind }));
  const dueAt = instant(at + kind.targetMinutes * 60_000);
  const opened: Opened = { ...request, ports: (request.ports ?? []).slice(0, mostPorts), dueAt };
  const minute = formatInstant(at).slice(0, 16);
  return ok({
    key: ['casework', request.kind, request.about, request.subject, minute].join(' '),
    drafts: [{ kind: referralOpened.name, data: opened }],
    timers: [{ key: referralEscalated.name, dueAt, action: escalateAction, data: {} }],
  });
}

/** What the aggregate of the subject hears of a referral. */
export function referredTo(referral: AggregateId, { subject, kind }: Pick<ReferralRequest, 'subject' | 'kind'>): Draft {
  const data: z.infer<typeof referredSchema> = { referral, subject, kind };
  return { kind: referred.name, data };
}
