import type { Assessed, Assessment, Draft, Means, Subject } from '#kernel';
import { Decision, isSameJson } from '#kernel';
import { check } from './check.ts';
import { closingDrafts } from './closing.ts';
import { closesAt } from './deadlines.ts';
import { factsOf } from './facts.ts';
import type { AssessedEntry, Lodged } from './kinds.ts';
import { asksOf, type PassengerList, type Traveller } from './record.ts';
import { type JourneyState, passengerOf } from './state.ts';
import { portsFor, portsOf } from './touched.ts';

const nameOf = (traveller: Traveller): Subject['names'][number] => {
  const given = [traveller.given, traveller.second].filter((part) => part !== undefined && part !== '').join(' ');
  return given === '' ? { family: traveller.family } : { family: traveller.family, given };
};

/** A traveller as screening looks for him. */
export const subjectOf = (traveller: Traveller): Subject => ({
  reference: traveller.subject,
  kind: 'person',
  names: [nameOf(traveller)],
  ...(traveller.dateOfBirth === undefined ? {} : { dateOfBirth: traveller.dateOfBirth }),
  ...(traveller.sex === undefined ? {} : { sex: traveller.sex }),
  nationalities: traveller.nationality === undefined ? [] : [traveller.nationality],
  documents: traveller.documents.map(({ type, number, issuingState }) =>
    issuingState === undefined ? { type, number } : { type, number, issuingState },
  ),
});

/** The answer already given to this request about this traveller with these data; the same question is not decided twice. */
function repeated(record: PassengerList, traveller: Traveller, state: JourneyState): Assessed | undefined {
  const known = passengerOf(state, traveller.subject);
  const own = known?.own;
  if (known === undefined || own === undefined || own.request !== record.transaction) return undefined;
  if (!isSameJson(known.traveller, traveller)) return undefined;
  const { disposition, reasons, by } = own.decision;
  return {
    subject: traveller.subject,
    decision: Decision.because(disposition, reasons, by),
    facts: own.facts,
    candidates: own.candidates,
  };
}

/** Which referral a decision opens for an officer: only `refer` does, by the class of its reason. */
export function referralOf(decision: Decision): string | undefined {
  if (decision.disposition !== 'refer') return undefined;
  return decision.reasons.some((reason) => reason.class === 'document') ? 'travel.document' : 'travel.identity';
}

function decideFresh(record: PassengerList, travellers: readonly Traveller[], means: Means): readonly Assessed[] {
  const found = means.screen(travellers.map(subjectOf));
  return travellers.map((traveller, index) => {
    const candidates = found[index] ?? [];
    const facts = factsOf(record, traveller, candidates, means);
    return { subject: traveller.subject, decision: means.decide('travel', facts), facts, candidates };
  });
}

const lodgedDraft = (record: PassengerList, means: Means): Draft => {
  const closes = closesAt(record, means.country);
  const { reply: _reply, ...kept } = record;
  const context = { receivedAt: record.receivedAt, country: means.country, tolerance: 'lenient' } as const;
  const data: Lodged = {
    record: kept,
    findings: check(record, context),
    ...(closes === undefined ? {} : { closesAt: closes }),
  };
  return { kind: 'travel.lodged', data };
};

function assessedDraft(record: PassengerList, fresh: readonly Assessed[]): Draft {
  const data: AssessedEntry = {
    transaction: record.transaction,
    assessed: fresh.map(({ subject, decision, facts, candidates }) => ({
      subject,
      decision: decision.toJSON(),
      facts,
      candidates,
    })),
  };
  return { kind: 'travel.assessed', data };
}

/** An officer sees a journey with a place that no table knows; one referral, not one a traveller. */
function placeReferral(record: PassengerList, state: JourneyState, means: Means): Assessment['referrals'] {
  const first = record.travellers[0];
  const unknown = record.journey.legs.some((leg) => leg.from.zone === undefined || leg.to.zone === undefined);
  return unknown && first !== undefined && state.journey === undefined
    ? [{ subject: first.subject, kind: 'travel.place', ports: portsOf(record.journey.legs, means.country) }]
    : [];
}

function assessTravellers(record: PassengerList, state: JourneyState, means: Means): Assessment {
  const known = new Map(
    record.travellers.map((traveller) => [traveller.subject, repeated(record, traveller, state)] as const),
  );
  const unanswered = record.travellers.filter(({ subject }) => known.get(subject) === undefined);
  const fresh = decideFresh(record, unanswered, means);
  const decided = new Map(fresh.map((one) => [one.subject, one]));
  const assessed = record.travellers.flatMap(({ subject }) => known.get(subject) ?? decided.get(subject) ?? []);
  const referrals = fresh.flatMap(({ subject, decision }) => {
    const kind = referralOf(decision);
    return kind === undefined ? [] : [{ subject, kind, ports: portsFor(record, subject, means.country) }];
  });
  return {
    assessed,
    drafts: fresh.length === 0 ? [] : [lodgedDraft(record, means), assessedDraft(record, fresh)],
    timers: [],
    referrals: fresh.length === 0 ? [] : [...referrals, ...placeReferral(record, state, means)],
  };
}

/**
 * This country's word on each traveller of a list. What was asked before under the same request with the same data is
 * answered as before, without a new decision. Lists that close, cancel or acknowledge decide nothing.
 */
export function assess(record: PassengerList, state: JourneyState, means: Means): Assessment {
  if (asksOf(record)) {
    return assessTravellers(record, state, means);
  }
  const { drafts, referrals } = closingDrafts(record, state);
  const ports = portsOf(record.journey.legs, means.country);
  return {
    assessed: [],
    drafts: [lodgedDraft(record, means), ...drafts],
    timers: [],
    referrals: referrals.map((referral) => ({ ...referral, ports })),
  };
}
