import { type Finding, type Fold, foldOf, on, type Recorded } from '#kernel';
import { travelFindings } from './findings.ts';
import {
  type Acknowledged,
  type AssessedEntry,
  acknowledgedKind,
  assessedKind,
  type Boarded,
  boardedKind,
  type Cancelled,
  cancelledKind,
  correctedKind,
  hears,
  type Lodged,
  lodgedKind,
  type PartnerAnswered,
  type PresentedEntry,
  partnerAnsweredKind,
  presentedKind,
  type Referred,
  type Replied,
  repliedKind,
  type Settled,
  settledKind,
} from './kinds.ts';
import { type DialogueEvent, type OutOfTurn, step } from './passenger.ts';
import { asksOf, isCrew, type PassengerList, type Traveller } from './record.ts';
import { said } from './said.ts';
import {
  emptyJourney,
  type Happening,
  type JourneyState,
  keptPerJourney,
  type MessageState,
  type PassengerState,
} from './state.ts';

type Passengers = Record<string, PassengerState>;

/** A journey being changed by one entry: passengers are copied once an entry, not once a passenger. */
class Change {
  readonly #entry: Recorded;
  readonly #before: JourneyState;
  readonly passengers: Passengers;
  readonly #findings: Finding[] = [];

  constructor(state: JourneyState, entry: Recorded) {
    this.#before = state;
    this.#entry = entry;
    this.passengers = { ...state.passengers };
  }

  of(subject: string): PassengerState | undefined {
    return Object.hasOwn(this.passengers, subject) ? this.passengers[subject] : undefined;
  }

  happening(what: string, by: string): Happening {
    return { at: this.#entry.at, what, by, entry: this.#entry.version };
  }

  /** Takes one step of a passenger's dialogue; `more` is what changes with it. Out of turn becomes a finding. */
  take(subject: string, event: DialogueEvent, more: (passenger: PassengerState) => Partial<PassengerState>): void {
    const now = this.of(subject);
    const { dialogue, outOfTurn } = step(now?.dialogue, event);
    if (outOfTurn !== undefined) this.complain(outOfTurn, subject, 'request' in event ? event.request : '');
    if (now === undefined || dialogue === undefined) return;
    const next = { ...now, dialogue };
    this.passengers[subject] = { ...next, ...more(next), updatedAt: this.#entry.at };
  }

  complain(code: OutOfTurn, subject: string, transaction: string): void {
    this.#findings.push(travelFindings.find(code, { subject, transaction }));
  }

  done(more: Partial<JourneyState> = {}): JourneyState {
    const findings = [...this.#before.findings, ...this.#findings].slice(-keptPerJourney);
    return { ...this.#before, ...more, passengers: this.passengers, findings };
  }
}

/** A list without passenger references is the whole list: a later one of the same kind replaces what it does not share. */
function dropReplaced(change: Change, record: PassengerList): void {
  if (record.function !== 'new' || record.interactive) return;
  for (const [subject, passenger] of Object.entries(change.passengers)) {
    const { role, referenced } = passenger.traveller;
    const sameList = isCrew(role) === record.crew;
    if (!referenced && sameList && passenger.dialogue.request !== record.transaction) delete change.passengers[subject];
  }
}

function request(change: Change, record: PassengerList, traveller: Traveller): void {
  const event = {
    kind: 'requested',
    request: record.transaction,
    change: record.function === 'change-passenger',
  } as const;
  const { subject } = traveller;
  const known = change.of(subject);
  const { dialogue, outOfTurn } = step(known?.dialogue, event);
  if (outOfTurn !== undefined) change.complain(outOfTurn, subject, record.transaction);
  if (dialogue === undefined || dialogue === known?.dialogue) return;
  change.passengers[subject] = asked(
    { known, traveller, dialogue },
    record,
    change.happening(record.function, 'carrier'),
  );
}

/** A passenger as his newest request leaves him: nothing is known of him by it yet; his history and open referrals stay. */
function asked(
  {
    known,
    traveller,
    dialogue,
  }: { known: PassengerState | undefined } & Pick<PassengerState, 'traveller' | 'dialogue'>,
  { lodgement }: PassengerList,
  happening: Happening,
): PassengerState {
  return {
    traveller,
    dialogue,
    ...(lodgement === undefined ? {} : { lodgement }),
    partners: [],
    referrals: known?.referrals ?? [],
    history: [...(known?.history ?? []), happening],
    updatedAt: happening.at,
  };
}

function messageOf({ record, findings }: Lodged): MessageState {
  const kind = record.crew ? `crew.${record.function}` : record.function;
  return said({ lodgement: record.lodgement, receivedAt: record.receivedAt, kind, findings });
}

/** What a message says of the journey as a whole; people on board are counted by passenger lists only. */
function journeyChanges(state: JourneyState, { record, closesAt }: Lodged): Partial<JourneyState> {
  const names = asksOf(record);
  const redraws = names || record.function === 'change-flight' || state.journey === undefined;
  return said({
    journey: redraws ? record.journey : undefined,
    closesAt: names ? closesAt : undefined,
    expected: record.crew ? undefined : record.expected,
    status: record.function === 'close' ? ('closed' as const) : undefined,
  });
}

function lodged(state: JourneyState, data: Lodged, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  if (asksOf(data.record)) {
    dropReplaced(change, data.record);
    for (const traveller of data.record.travellers) request(change, data.record, traveller);
  }
  const messages = [...state.messages, messageOf(data)].slice(-keptPerJourney);
  return change.done({ ...journeyChanges(state, data), messages });
}

function assessed(state: JourneyState, data: AssessedEntry, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  for (const { subject, decision, facts, candidates } of data.assessed) {
    const { disposition } = decision;
    if (change.of(subject)?.dialogue.request !== data.transaction) continue;
    change.take(subject, { kind: 'answered', request: data.transaction, disposition }, (passenger) => ({
      own: { request: data.transaction, decision, facts, candidates },
      history: [...passenger.history, change.happening('assessed', 'own')],
    }));
  }
  return change.done();
}

function partnerAnswered(state: JourneyState, data: PartnerAnswered, entry: Recorded): JourneyState {
  const { transaction, late, answers } = data;
  const change = new Change(state, entry);
  for (const { subject, partner } of answers) {
    const known = change.of(subject);
    if (known === undefined) continue;
    const stale = known.dialogue.request !== transaction;
    const what = partner.failRule ?? (late ? 'answered-late' : 'answered');
    change.take(subject, { kind: 'answered', request: transaction, disposition: partner.disposition }, (passenger) =>
      stale
        ? {}
        : {
            partners: [
              ...passenger.partners.filter((other) => other.country !== partner.country),
              { ...partner, at: entry.at, late },
            ],
            history: [...passenger.history, change.happening(what, partner.country)],
          },
    );
  }
  return change.done();
}

function replied(state: JourneyState, data: Replied, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  for (const { subject, disposition } of data.answers) {
    if (change.of(subject)?.dialogue.request !== data.transaction) continue;
    change.take(subject, { kind: 'answered', request: data.transaction, disposition }, (passenger) => ({
      repliedAt: entry.at,
      history: [...passenger.history, change.happening('replied', 'own')],
    }));
  }
  return change.done();
}

function corrected(state: JourneyState, data: Replied, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  for (const { subject, disposition } of data.answers) {
    change.take(subject, { kind: 'unsolicited', disposition }, (passenger) => ({
      history: [...passenger.history, change.happening('corrected', 'own')],
    }));
  }
  return change.done();
}

function presence(state: JourneyState, { onBoard, notOnBoard }: Boarded, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  const say = (subject: string, what: 'on-board' | 'not-on-board') =>
    change.take(subject, { kind: what }, (passenger) => ({
      history: [...passenger.history, change.happening(what, 'carrier')],
    }));
  for (const subject of onBoard) say(subject, 'on-board');
  for (const subject of notOnBoard) say(subject, 'not-on-board');
  return change.done({ status: 'closed' });
}

function cancelled(state: JourneyState, data: Cancelled, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  for (const subject of data.journey ? Object.keys(state.passengers) : data.subjects) {
    change.take(subject, { kind: 'cancelled' }, (passenger) => ({
      history: [...passenger.history, change.happening('cancelled', 'carrier')],
    }));
  }
  return change.done(data.journey ? { status: 'cancelled' } : {});
}

function acknowledged(state: JourneyState, { subjects }: Acknowledged, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  for (const subject of subjects) {
    change.take(subject, { kind: 'acknowledged' }, (passenger) => ({
      history: [...passenger.history, change.happening('acknowledged', 'carrier')],
    }));
  }
  return change.done();
}

/** A document shown at a booth: it becomes history of the traveller whom a list named, and of nobody else. */
function presented(state: JourneyState, { subject }: PresentedEntry, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  const passenger = subject === undefined ? undefined : change.of(subject);
  if (subject === undefined || passenger === undefined) return state;
  const history = [...passenger.history, change.happening('presented', 'own')];
  change.passengers[subject] = { ...passenger, history, updatedAt: entry.at };
  return change.done();
}

/** A referral waits for an officer, about what was asked last. */
function referred(state: JourneyState, { subject, referral, kind }: Referred, entry: Recorded): JourneyState {
  const change = new Change(state, entry);
  const passenger = change.of(subject);
  if (passenger === undefined) return state;
  const { request } = passenger.dialogue;
  const referrals = [...passenger.referrals.filter((one) => one.referral !== referral), { referral, kind, request }];
  change.passengers[subject] = { ...passenger, referrals, updatedAt: entry.at };
  return change.done();
}

/** An officer's word takes the place of the table's, unless what he looked at was superseded meanwhile. */
function settled(state: JourneyState, data: Settled, entry: Recorded): JourneyState {
  const { subject, referral, request, own, combined } = data;
  const change = new Change(state, entry);
  const passenger = change.of(subject);
  if (passenger === undefined) return state;
  const referrals = passenger.referrals.filter((one) => one.referral !== referral);
  const history = [...passenger.history, change.happening('settled', 'own')];
  change.passengers[subject] = { ...passenger, referrals, history, updatedAt: entry.at };
  if (own === undefined || combined === undefined) return change.done();
  change.take(subject, { kind: 'adjudicated', request, disposition: combined }, (after) =>
    after.dialogue.request === request ? { officer: own } : {},
  );
  return change.done();
}

/** Folds a journey from its entries. Total: an entry of another kind leaves it as it is. */
export const journeyFold: Fold<JourneyState> = foldOf(emptyJourney, [
  on(lodgedKind, lodged),
  on(assessedKind, assessed),
  on(partnerAnsweredKind, partnerAnswered),
  on(repliedKind, replied),
  on(correctedKind, corrected),
  on(boardedKind, presence),
  on(cancelledKind, cancelled),
  on(acknowledgedKind, acknowledged),
  on(presentedKind, presented),
  on(settledKind, settled),
  on({ name: 'casework.referred', schema: hears['casework.referred'] }, referred),
]);
