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
    readonly tag: string;
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
  readonly findings: readonly FindingShape[];
  readonly messages: readonly { readonly kind: string; readonly reference: string; readonly journey?: string }[];
  readonly reply?: { readonly mediaType: string; readonly text: string };
  readonly unrecognised: readonly { readonly offset: number; readonly length: number; readonly text: string }[];
}

export interface ReferralShape {
  readonly referral: string;
  readonly kind: string;
  readonly subject: string;
  readonly journey?: string;
  readonly openedAt: number | string;
  readonly dueAt?: number | string;
  readonly claimedBy?: string;
  readonly port?: string;
  readonly outcome?: {
    readonly code: string;
    readonly reason: string;
    readonly by: string;
    readonly at: number | string;
  };
}

export interface ReferralDetail extends ReferralShape {
  readonly title?: string;
  readonly outcomes?: readonly { readonly code: string; readonly title: string }[];
  readonly history?: readonly {
    readonly at: number | string;
    readonly what: string;
    readonly by: string;
    readonly entry?: string;
  }[];
}

export interface Page<Item> {
  readonly asOf?: number | string;
  readonly items: readonly Item[];
  readonly next?: string;
}
