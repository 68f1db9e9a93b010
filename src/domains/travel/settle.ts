import { z } from 'zod';
import type { Access, AggregateId, Disposition, Draft, LodgementId, Result, Timer } from '#kernel';
import { aggregateId, lodgementId } from '#kernel';
import { dispositions, stricterOf } from './dispositions.ts';
import { journeyFold } from './entries.ts';
import { type Settled, settledKind } from './kinds.ts';
import { type OpenReferral, type PassengerState, passengerOf } from './state.ts';

/** What casework says when an officer has settled a referral of ours. */
const settledData = z.object({ about: z.string(), subject: z.string(), kind: z.string(), outcome: z.string() });

/** What a correction needs of the node; its service `corrections`. */
interface Corrections {
  correct(
    asked: { readonly lodgement: LodgementId; readonly journey: AggregateId; readonly subject: string },
    combined: Disposition,
    beside: readonly Draft[],
  ): Promise<Result<boolean>>;
}

/** This country's word by an outcome: the one that it names, or for a milder late answer the one that stood; none when he only looked. */
function ownWord(outcome: string, { own, officer }: PassengerState): Disposition | undefined {
  if (outcome === 'soften') return officer ?? own?.decision.disposition;
  return dispositions.find((one) => one === outcome);
}

/** What an officer's outcome means for a passenger: the most restrictive of his word and all partners' holds. */
export function settle(passenger: PassengerState, open: OpenReferral, outcome: string): Settled {
  const base = { referral: open.referral, subject: passenger.traveller.subject, request: open.request, outcome };
  const own = ownWord(outcome, passenger);
  if (own === undefined) return base;
  const combined = passenger.partners.reduce((word, partner) => stricterOf(word, partner.disposition), own);
  return { ...base, own, combined };
}

/** True when the carrier was told something else than what holds now. */
const mustTell = ({ dialogue, repliedAt }: PassengerState, { request, combined }: Settled): boolean =>
  combined !== undefined &&
  repliedAt !== undefined &&
  dialogue.request === request &&
  dialogue.word?.disposition !== combined;

interface Case {
  readonly journey: AggregateId;
  readonly passenger: PassengerState;
  readonly open: OpenReferral;
  readonly outcome: string;
}

/** The passenger and the referral that was settled; undefined when that was done before or nothing is known of it. */
async function caseOf(data: unknown, referral: AggregateId, access: Access): Promise<Case | undefined> {
  const read = settledData.safeParse(data);
  const journey = read.success ? aggregateId(read.data.about) : undefined;
  if (!read.success || journey === undefined) return undefined;
  const state = await access.state(journey, journeyFold);
  const passenger = state === undefined ? undefined : passengerOf(state, read.data.subject);
  const open = passenger?.referrals.find((one) => one.referral === referral);
  return passenger === undefined || open === undefined
    ? undefined
    : { journey, passenger, open, outcome: read.data.outcome };
}

/**
 * Takes an officer's outcome into the journey. Where the carrier was told otherwise he is told unsolicited (CUSRES 132),
 * which becomes durable together with it. A second time there is nothing left to do.
 */
async function settleReferral(referral: AggregateId, data: unknown, access: Access): Promise<void> {
  const found = await caseOf(data, referral, access);
  if (found === undefined) return;
  const { journey, passenger, open, outcome } = found;
  const settled = settle(passenger, open, outcome);
  const draft: Draft = { kind: settledKind.name, data: settled };
  const lodgement = lodgementId(passenger.lodgement ?? '');
  if (settled.combined !== undefined && lodgement !== undefined && mustTell(passenger, settled)) {
    const asked = { lodgement, journey, subject: settled.subject };
    const told = await access.service<Corrections>('corrections').correct(asked, settled.combined, [draft]);
    if (told.ok && told.value) return;
  }
  await access.record(journey, [draft]);
}

/** What travel does when a timer of its own is due. */
export async function due(timer: Timer, aggregate: AggregateId, access: Access) {
  if (timer.action === 'travel.referral-settled') await settleReferral(aggregate, timer.data, access);
  return { drafts: [], timers: [] };
}
