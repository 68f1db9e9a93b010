/** What the routes of travel answer, as far as the pages read it. */
export type Need = 'now' | 'soon' | 'none';
export type DispositionName = 'refuse' | 'insufficient-data' | 'refer' | 'board-after-document-check' | 'board';

export interface PlaceShape {
  readonly code: string;
  readonly name?: string;
  readonly country?: string;
  readonly zone?: string;
}
export interface MomentShape {
  readonly instant?: number | string;
  readonly local: string;
  readonly zone?: string;
}

export interface PartnerState {
  readonly country: string;
  readonly state: 'answered' | 'waiting' | 'late' | 'silent';
  readonly since?: number | string;
}

export interface FlightItem {
  readonly journey: string;
  readonly conveyance: string;
  readonly mode: 'air' | 'sea' | 'land';
  readonly from: string | PlaceShape;
  readonly to: string | PlaceShape;
  /** Codes of all places where it stops. */
  readonly stops?: readonly string[];
  readonly departure?: MomentShape;
  readonly closesAt?: number | string;
  readonly aboard: { readonly listed: number; readonly expected?: number; readonly crew: number };
  readonly answers: { readonly answered: number; readonly waiting: number };
  readonly dispositions: Readonly<Partial<Record<DispositionName, number>>>;
  readonly referralsOpen: number;
  readonly partners: readonly PartnerState[];
  readonly need: Need;
  readonly why: readonly { readonly code: string; readonly count?: number }[];
}

export interface PlaceItem extends PlaceShape {
  readonly position?: { readonly latitude: number; readonly longitude: number };
  readonly arrivals: number;
  readonly departures: number;
  readonly travellers: number;
  readonly need: Need;
  /** Journeys that need somebody. */
  readonly needing: number;
  readonly why: readonly { readonly code: string; readonly count: number }[];
}

export interface PlacesToday {
  readonly asOf: number | string;
  readonly places: readonly PlaceItem[];
  readonly underWay: readonly { readonly journey: string; readonly from: string; readonly to: string }[];
}

export interface FlightList {
  readonly asOf: number | string;
  readonly items: readonly FlightItem[];
  readonly next?: string;
}

export interface ReasonShape {
  readonly code: string;
  readonly class: string;
  readonly row?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Of the decision table, in the person's language. */
  readonly text?: string;
}

export interface OwnDecision {
  readonly disposition: DispositionName;
  readonly reasons: readonly ReasonShape[];
  readonly by?: { readonly table: string; readonly version: string };
}

export interface PartnerAnswer {
  readonly country: string;
  readonly disposition?: DispositionName;
  readonly reasonClass?: string;
  readonly failRule?: string;
  readonly validUntil?: number | string;
}

export interface TravellerItem {
  readonly subject: string;
  readonly name: string;
  readonly nationality?: string;
  readonly document?: string;
  readonly role: string;
  readonly own?: OwnDecision;
  readonly partners: readonly PartnerAnswer[];
  readonly combined?: DispositionName;
  readonly referral?: string;
  readonly updatedAt?: number | string;
}

export interface LegShape {
  readonly conveyance: string;
  readonly from: string | PlaceShape;
  readonly to: string | PlaceShape;
  readonly departure?: MomentShape;
  readonly arrival?: MomentShape;
}

export interface FlightDetail extends FlightItem {
  readonly legs?: readonly LegShape[];
  readonly travellers: readonly TravellerItem[];
  readonly messages: readonly {
    readonly lodgement?: string;
    readonly receivedAt: number | string;
    readonly kind: string;
    readonly findings: number | readonly unknown[];
  }[];
}

export interface EvidenceShape {
  readonly feature: string;
  readonly relation: 'same' | 'spelling' | 'short-form' | 'only-subject' | 'only-listed' | 'differs' | 'absent';
  readonly subject?: string;
  readonly listed?: string;
  readonly contribution: number;
}

export interface CandidateShape {
  readonly list: string;
  readonly listVersion?: string;
  readonly entry: string;
  readonly purpose?: string;
  readonly listedName: string;
  readonly class: 'no-hit' | 'adjudicate' | 'strong';
  readonly score: number;
  readonly evidence: readonly EvidenceShape[];
}

export interface TravellerDetail extends TravellerItem {
  readonly facts: readonly { readonly name: string; readonly title: string; readonly value: unknown }[];
  readonly candidates: readonly CandidateShape[];
  readonly history: readonly {
    readonly at: number | string;
    readonly what: string;
    readonly by: string;
    readonly entry?: string | number;
  }[];
  readonly message?: { readonly lodgement: string; readonly segment: number };
}

export interface BoothAnswer {
  readonly disposition: DispositionName;
  readonly directions: readonly string[];
  readonly reasons: readonly ReasonShape[];
  readonly traveller: {
    readonly name?: string;
    readonly family?: string;
    readonly given?: string;
    readonly nationality?: string;
    readonly dateOfBirth?: string;
    readonly document?: string;
    readonly sex?: string;
    readonly expiry?: string;
  };
  readonly journey?: string;
  readonly subject?: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly parameters: Readonly<Record<string, string | number>>;
    readonly text?: string;
  }[];
}
