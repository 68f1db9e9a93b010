import {
  type Access,
  type AggregateId,
  type Draft,
  err,
  type Instant,
  ok,
  type Result,
  type Timer,
  unreachable,
} from '#kernel';
import { caseworkFindings } from './findings.ts';
import { type Opened, referralClaimed, referralDecided, referralEscalated, referralReleased } from './records.ts';
import { allow, type Referral, referralFold, type Step } from './referral.ts';

/** The entry that records a step; its time is the entry's own. */
export function draftOf(step: Step): Draft {
  switch (step.what) {
    case 'claimed':
      return { kind: referralClaimed.name, data: { by: step.by } };
    case 'released':
      return { kind: referralReleased.name, data: { by: step.by, ...(step.to === undefined ? {} : { to: step.to }) } };
    case 'decided':
      return { kind: referralDecided.name, data: { by: step.by, outcome: step.outcome, reason: step.reason } };
    case 'escalated':
      return { kind: referralEscalated.name, data: {} };
    default:
      return unreachable(step);
  }
}

/**
 * Tells the domain that referred what the officer answered: at once, and once in effect, however often the node dies in
 * between. Its action is `<domain>.referral-settled`, its data names what was referred, why, and the outcome.
 */
function settledTimer({ domain, about, subject, kind }: Opened, step: Step & { what: 'decided' }, now: Instant): Timer {
  const action = `${domain}.referral-settled`;
  return { key: action, dueAt: now, action, data: { about, subject, kind, outcome: step.outcome } };
}

/** A lost race is tried again this often; the rest are bugs of the store. */
const attempts = 3;
const lostRace = 'LED-0101';

/**
 * Takes a step on a referral durably and returns the referral as it then stands. Two officers may act in the same
 * moment: what was recorded is folded again, and whoever came second is told so (CAS-0102, CAS-0103, CAS-0106).
 */
export async function take(access: Access, referral: AggregateId, step: Step): Promise<Result<Referral>> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await access.state(referral, referralFold);
    if (before === undefined) return err(caseworkFindings.find('CAS-0101', { referral }));
    const allowed = allow(before, step);
    if (!allowed.ok) return allowed;
    const timers = step.what === 'decided' ? [settledTimer(before.opened, step, access.now())] : [];
    const recorded = await access.record(referral, [draftOf(step)], timers);
    if (recorded.ok) return confirmed(await access.state(referral, referralFold), before, step);
    if (recorded.error.code !== lostRace || attempt === attempts) return recorded;
  }
}

function confirmed(after: Referral | undefined, before: Referral, step: Step): Result<Referral> {
  const mine = after?.history.slice(before.history.length).some((taken) => isSame(taken, step)) ?? false;
  if (after !== undefined && mine) return ok(after);
  const refused = after === undefined ? undefined : allow(after, step);
  return refused !== undefined && !refused.ok ? refused : err(caseworkFindings.find('CAS-0106'));
}

const isSame = (taken: Step, step: Step): boolean => JSON.stringify(draftOf(taken)) === JSON.stringify(draftOf(step));
