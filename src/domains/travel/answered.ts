import type { Draft, Outcome } from '#kernel';
import type { PartnerAnswered, Replied } from './kinds.ts';
import type { PassengerList } from './record.ts';
import type { JourneyState } from './state.ts';
import { passengerOf } from './state.ts';

/** A word that came after the reply: the node hands it over alone, without this country's own. */
const isLate = (outcome: Outcome): boolean => outcome.own === undefined && outcome.partners.length === 1;

/** Entries for what partners said, or did not say in time, and for what the carrier was told. */
export function answered(record: PassengerList, outcomes: readonly Outcome[]): readonly Draft[] {
  if (outcomes.length === 0) return [];
  const { transaction } = record;
  const late = outcomes.every(isLate);
  // Those on whom this country has no word of its own are not its travellers: nothing of them is kept here.
  const ours = late ? outcomes : outcomes.filter((outcome) => outcome.own !== undefined);
  const answers = ours.flatMap(({ subject, partners }) => partners.map((partner) => ({ subject, partner })));
  const partnerAnswered: PartnerAnswered = { transaction, late, answers };
  const replied: Replied = {
    transaction,
    answers: ours.map(({ subject, combined }) => ({ subject, disposition: combined })),
  };
  return [
    ...(answers.length === 0 ? [] : [{ kind: 'travel.partner-answered', data: partnerAnswered }]),
    ...(late ? [] : [{ kind: 'travel.replied', data: replied }]),
  ];
}

/** The entry that the carrier was told unsolicited. */
export function corrected(record: PassengerList, outcomes: readonly Outcome[]): readonly Draft[] {
  const data: Replied = {
    transaction: record.transaction,
    answers: outcomes.map(({ subject, combined }) => ({ subject, disposition: combined })),
  };
  return [{ kind: 'travel.corrected', data }];
}

/** Whether the state still rests on what this record asked about the subject, or holds nothing of the journey. */
export function current(state: JourneyState, record: PassengerList, subject: string): boolean {
  const passenger = passengerOf(state, subject);
  return passenger === undefined ? state.journey === undefined : passenger.dialogue.request === record.transaction;
}
