/** What the register of the plan answers, as far as the pages read it: the contract stands in `src/plan/routes/shapes.ts`. */
export const pairs = ['US-CA', 'US-MX', 'CA-MX'] as const;
export type Pair = (typeof pairs)[number];
export const cells = ['done', 'partly', 'moving', 'late', 'unknown', 'not-applicable'] as const;
export type Cell = (typeof cells)[number];
export const flags = ['overdue', 'contradicts', 'stale', 'moved', 'blocked', 'differs'] as const;
export type Flag = (typeof flags)[number];
export const states = [
  'initiated',
  'on-track',
  'delayed',
  'partially-completed',
  'completed-ongoing',
  'completed',
] as const;
export type State = (typeof states)[number];
export const verdicts = ['no-evidence', 'not-started', 'limited', 'substantial', 'complete'] as const;
export const promises = ['agree', 'study', 'standard', 'plan', 'build', 'operate', 'exercise'] as const;
export const kinds = ['milestone', 'research-project', 'exercise'] as const;
export const scopes = ['all', 'trilateral', ...pairs] as const;

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
}

/** How one pair of countries stands with one promise. */
export interface PairShape {
  readonly pair: string;
  readonly cell: Cell;
  readonly flags: readonly Flag[];
  readonly due?: string;
  readonly firstDue?: string;
  readonly baseline: number;
  readonly state?: State;
  readonly qualifier?: string;
  readonly reportedBy?: string;
  readonly reportedFor?: string;
  readonly expected?: Span & { readonly by: string };
  readonly verdict?: (typeof verdicts)[number];
}

export type Target =
  | { readonly name: string; readonly 'at-least': number }
  | { readonly name: string; readonly 'at-most': number };

export interface MeasuredShape {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly page?: string;
  readonly value?: number;
  readonly of?: number;
  readonly at: number;
  readonly target: Target;
  readonly verdict: 'kept' | 'not-kept' | 'not-yet-measured';
}

export type ServesShape =
  | {
      readonly by: 'tripoint';
      readonly links: readonly { readonly to: string; readonly address?: string; readonly name?: string }[];
    }
  | { readonly by: 'later'; readonly domain: string; readonly note: string }
  | { readonly by: 'policy'; readonly reason: string };

export interface RowShape {
  readonly milestone: string;
  readonly kind: (typeof kinds)[number];
  readonly promise: (typeof promises)[number];
  readonly title: string;
  readonly goal: number;
  readonly chapter: string;
  readonly initiative: string;
  readonly scope: (typeof scopes)[number];
  readonly pairs: readonly PairShape[];
  readonly flags: readonly Flag[];
  readonly blockedBy: readonly string[];
  readonly measured?: MeasuredShape;
  readonly serves?: ServesShape;
  readonly changedAt?: number;
  readonly openProposals: number;
  readonly comments: number;
  readonly followed: boolean;
}

export interface ChapterShape {
  readonly code: string;
  readonly goal: number;
  readonly title: string;
  readonly initiatives: readonly { readonly key: string; readonly title: string }[];
}

export interface RegisterShape {
  readonly plan: {
    readonly key: string;
    readonly title: string;
    readonly source: string;
    readonly begins: string;
    readonly observed: string;
    readonly basis: string;
  };
  readonly asOf: number;
  readonly month: string;
  readonly known: number;
  readonly reported?: string;
  readonly goals: readonly { readonly goal: number; readonly title: string }[];
  readonly chapters: readonly ChapterShape[];
  readonly matrix: readonly {
    readonly chapter: string;
    readonly pair: string;
    readonly counts: Readonly<Record<Cell, number>>;
    readonly contradicts: number;
  }[];
  readonly rows: readonly RowShape[];
}

export interface ReportShape {
  readonly by: string;
  readonly state: State;
  readonly qualifier?: string;
  readonly expected?: Span;
  readonly asOf: string;
  readonly source?: string;
  readonly fact?: string;
}

export interface BaselineShape {
  readonly number: number;
  readonly month?: string;
  readonly first?: string;
  readonly reason?: string;
  readonly since?: number;
  readonly approvers: readonly { readonly nation: string; readonly person: string }[];
}

/** One thing that was said. */
export interface FactShape {
  readonly fact: string;
  readonly milestone: string;
  readonly what: string;
  readonly nation: string;
  readonly person: string;
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ProposalShape {
  readonly proposal: string;
  readonly pairs: readonly string[];
  readonly month: string;
  readonly reason: string;
  readonly nation: string;
  readonly person: string;
  readonly at: number;
  readonly state: 'open' | 'agreed' | 'refused' | 'withdrawn';
  readonly signed: readonly { readonly nation: string; readonly person: string; readonly at: number }[];
  readonly missing: readonly string[];
}

export interface TitledShape {
  readonly milestone: string;
  readonly title: string;
}

export interface MilestoneShape extends RowShape {
  readonly due: readonly { readonly month: string; readonly months?: number; readonly before?: string }[];
  readonly errata: readonly string[];
  readonly after: readonly TitledShape[];
  readonly before: readonly TitledShape[];
  readonly reports: readonly { readonly pair: string; readonly reports: readonly ReportShape[] }[];
  readonly baselines: readonly { readonly pair: string; readonly baselines: readonly BaselineShape[] }[];
  readonly proposals: readonly ProposalShape[];
  readonly history: readonly FactShape[];
  readonly asOf: number;
  readonly month: string;
}

/** A class of like promises and how they slip: the contract stands in `src/plan/routes/forecast.ts`. */
export interface ForecastClass {
  readonly by: 'all' | 'chapter' | 'promise' | 'pair';
  readonly name: string;
  readonly count: number;
  readonly done: number;
  readonly p50?: number;
  readonly p80?: number;
  readonly steps: readonly {
    readonly months: number;
    readonly atRisk: number;
    readonly survival: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

/** When a promise may be kept, by how its like have slipped. */
export interface OutlookShape {
  readonly milestone: string;
  readonly title: string;
  readonly pair: string;
  readonly promised: string;
  readonly expected?: string;
  readonly count: number;
  readonly pooled: boolean;
  readonly p50?: string;
  readonly p80?: string;
}

export interface ForecastShape {
  readonly month: string;
  readonly classes: readonly ForecastClass[];
  readonly outlooks: readonly OutlookShape[];
}

export interface MovedShape {
  readonly milestone: string;
  readonly title: string;
  readonly from?: string;
  readonly to: string;
}
