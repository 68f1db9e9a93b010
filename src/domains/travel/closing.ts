import type { Assessment, Draft, Finding } from '#kernel';
import { travelFindings } from './findings.ts';
import type { Acknowledged, Boarded, Cancelled } from './kinds.ts';
import { type DialogueEvent, step } from './passenger.ts';
import { isCrew, type ListFunction, type PassengerList } from './record.ts';
import { type JourneyState, passengerOf } from './state.ts';

interface Closing {
  readonly drafts: readonly Draft[];
  readonly referrals: Assessment['referrals'];
}

/** What would be out of turn if these things happened now; the fold says the same when they are recorded. */
function outOfTurnAt(state: JourneyState, subjects: readonly string[], event: DialogueEvent): readonly Finding[] {
  return subjects.flatMap((subject) => {
    const { outOfTurn } = step(passengerOf(state, subject)?.dialogue, event);
    return outOfTurn === undefined ? [] : [travelFindings.find(outOfTurn, { subject, transaction: '' })];
  });
}

/** Who on board had no leave to be there: an officer must know before arrival. */
const uncleared = new Set(['TRV-0303', 'TRV-0305']);

function boarded(state: JourneyState, onBoard: readonly string[], notOnBoard: readonly string[]): Closing {
  const findings = [
    ...outOfTurnAt(state, onBoard, { kind: 'on-board' }),
    ...outOfTurnAt(state, notOnBoard, { kind: 'not-on-board' }),
  ];
  const data: Boarded = { onBoard, notOnBoard, findings };
  return {
    drafts: [{ kind: 'travel.boarded', data }],
    referrals: findings
      .filter((finding) => uncleared.has(finding.code))
      .map((finding) => ({ subject: String(finding.parameters['subject']), kind: 'travel.boarded-uncleared' })),
  };
}

function cancelled(state: JourneyState, subjects: readonly string[], journey: boolean): Closing {
  const all = journey ? Object.keys(state.passengers) : subjects;
  const data: Cancelled = { subjects, journey, findings: outOfTurnAt(state, all, { kind: 'cancelled' }) };
  return { drafts: [{ kind: 'travel.cancelled', data }], referrals: [] };
}

function acknowledged(state: JourneyState): Closing {
  const subjects = Object.entries(state.passengers)
    .filter(([, { dialogue }]) => dialogue.unacknowledged)
    .map(([subject]) => subject);
  const data: Acknowledged = { subjects };
  return { drafts: [{ kind: 'travel.acknowledged', data }], referrals: [] };
}

/** Whether someone is still expected on the list that is being closed: crew close with crew, passengers with passengers. */
function isListed(state: JourneyState, subject: string, crew: boolean): boolean {
  const passenger = passengerOf(state, subject);
  if (passenger === undefined || passenger.dialogue.presence === 'cancelled') return false;
  return isCrew(passenger.traveller.role) === crew;
}

type Closer = (state: JourneyState, named: readonly string[], others: readonly string[]) => Closing;

const nothing: Closer = () => ({ drafts: [], referrals: [] });

const closers: Readonly<Record<ListFunction, Closer>> = {
  new: nothing,
  'change-passenger': nothing,
  'change-flight': nothing,
  close: nothing,
  'close-on-board': (state, named, others) => boarded(state, named, others),
  'close-not-on-board': (state, named, others) => boarded(state, others, named),
  'cancel-reservation': (state, named) => cancelled(state, named, false),
  reduction: (state, named) => cancelled(state, named, false),
  'cancel-flight': (state) => cancelled(state, [], true),
  acknowledgement: acknowledged,
};

/** Entries of a list that asks nothing: close-out, cancellation, reduction, change of flight, acknowledgement. */
export function closingDrafts(record: PassengerList, state: JourneyState): Closing {
  const named = record.travellers.map((traveller) => traveller.subject);
  const others = Object.keys(state.passengers).filter(
    (subject) => !named.includes(subject) && isListed(state, subject, record.crew),
  );
  return closers[record.function](state, named, others);
}
