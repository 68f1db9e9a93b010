import type { Candidate, DecisionRecord, Disposition, FactValues, Finding, Instant } from '#kernel';
import type { PartnerWord, Referred } from './kinds.ts';
import type { Dialogue } from './passenger.ts';
import type { Journey, Traveller } from './record.ts';

/** One line of what happened to a traveller; its text is in the catalogues under `history.<what>`. */
export interface Happening {
  readonly at: Instant;
  readonly what: string;
  /** The country that spoke, or `carrier`. */
  readonly by: string;
  readonly entry: number;
}

/** A partner's word, when it came, and whether that was after the reply had gone out. */
export interface PartnerSaid extends PartnerWord {
  readonly at: Instant;
  readonly late: boolean;
}

/** A referral that nobody has settled, and the request that it is about. */
export interface OpenReferral extends Omit<Referred, 'subject'> {
  readonly request: string;
}

/** What this country knows of one traveller of a journey. */
export interface PassengerState {
  readonly traveller: Traveller;
  readonly dialogue: Dialogue;
  readonly lodgement?: string;
  readonly own?: {
    readonly request: string;
    readonly decision: DecisionRecord;
    readonly facts: FactValues;
    readonly candidates: readonly Candidate[];
  };
  /** Referrals that wait for an officer, the latest last. */
  readonly referrals: readonly OpenReferral[];
  /** This country's word by an officer on the latest request, in place of the table's. */
  readonly officer?: Disposition;
  readonly partners: readonly PartnerSaid[];
  /** When the carrier was answered; never, where another node asked. */
  readonly repliedAt?: Instant;
  readonly history: readonly Happening[];
  readonly updatedAt: Instant;
}

/** One message about the journey, as the page of a flight lists it. */
export interface MessageState {
  readonly lodgement?: string;
  readonly receivedAt: Instant;
  readonly kind: string;
  readonly findings: readonly Finding[];
}

/** One journey, folded from its entries. Plain data, so that a snapshot is its canonical JSON. */
export interface JourneyState {
  readonly journey?: Journey;
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly closesAt?: Instant;
  readonly expected?: number;
  readonly passengers: Readonly<Record<string, PassengerState>>;
  readonly messages: readonly MessageState[];
  /** What came out of turn; the last hundred. */
  readonly findings: readonly Finding[];
}

/** Messages and findings that one journey keeps in memory; the ledger keeps all of them. */
export const keptPerJourney = 100;

/** A passenger by his reference. References come from the wire, so `constructor` is a reference like any other. */
export const passengerOf = (state: JourneyState, subject: string): PassengerState | undefined =>
  Object.hasOwn(state.passengers, subject) ? state.passengers[subject] : undefined;

/** The word in force on a passenger; undefined while he waits. */
export const wordOf = (passenger: PassengerState): string | undefined => passenger.dialogue.word?.disposition;

/** No journey yet. */
export const emptyJourney: JourneyState = { status: 'open', passengers: {}, messages: [], findings: [] };
