/** What the API answers, as far as the console reads it. */
export interface Session {
  readonly actor: { readonly name: string; readonly organisation?: string; readonly ports: readonly string[] };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly country: string;
  readonly seats?: readonly { readonly country: string; readonly address: string }[];
  readonly reality: string;
  readonly node: { readonly version: string; readonly now: number };
}

export interface FindingShape {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly origin: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly at?: { readonly segment?: number; readonly element?: number; readonly offset?: number };
  /** The number of the segment that it speaks of, among those shown. */
  readonly line?: number;
}

export interface LodgementShape {
  readonly lodgement: string;
  readonly receivedAt: number | string;
  readonly mediaType: string;
  readonly sender?: string;
  readonly reality: string;
  /** Base64. */
  readonly raw?: string;
  readonly segments: readonly {
    readonly number: number;
    readonly segment?: number;
    readonly tag: string;
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
  readonly findings: readonly FindingShape[];
  readonly messages: readonly { readonly kind: string; readonly reference: string; readonly journey?: string }[];
  readonly replies: readonly { readonly mediaType: string; readonly text: string }[];
  readonly status?: string;
  readonly unrecognised?: readonly { readonly offset: number; readonly length: number; readonly text: string }[];
}

export interface ReferralShape {
  readonly referral: string;
  readonly kind: string;
  /** The aggregate that holds the subject: for travel, the journey. */
  readonly about: string;
  readonly subject: string;
  readonly ports: readonly string[];
  readonly openedBy: 'decision' | 'timer';
  readonly openedAt: string;
  readonly dueAt: string;
  readonly escalated: boolean;
  readonly claimedBy?: string;
}

export interface ReferralDetail extends ReferralShape {
  /** The code, when it is settled. */
  readonly outcome?: string;
  readonly outcomes: readonly { readonly code: string; readonly title: string }[];
  readonly history: readonly {
    readonly what: 'claimed' | 'released' | 'decided' | 'escalated';
    readonly at: string;
    readonly by?: string;
    readonly to?: string;
    readonly outcome?: string;
    readonly reason?: string;
  }[];
}

export interface Page<Item> {
  readonly asOf?: number | string;
  readonly items: readonly Item[];
  readonly waiting?: number;
  readonly next?: string;
}
