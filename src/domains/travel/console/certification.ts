import type { Found } from './found.tsx';

/** What the routes of certification answer, as far as the page reads it. */
const base = '/api/travel/certification';
export const certificationPaths = {
  overview: base,
  case: (name: string): string => `${base}/cases/${encodeURIComponent(name)}`,
  replies: `${base}/replies`,
  credentials: `${base}/credentials`,
  codes: (country: string): string => `${base}/codes/${encodeURIComponent(country)}`,
  failRules: `${base}/fail-rules`,
} as const;

/** The case whose question is what the gate makes of the answers. */
export const gatesCase = 'replies';

export interface CaseStand {
  readonly name: string;
  readonly title: string;
  readonly latest?: { readonly passed: number; readonly total: number; readonly at: string };
}
export interface Overview {
  readonly authority: string;
  readonly organisation: string;
  readonly conformance: number;
  readonly certified: boolean;
  readonly cases: readonly CaseStand[];
}

export interface CaseShape {
  readonly name: string;
  readonly title: string;
  readonly sample: string;
}

export interface Score {
  readonly name: string;
  readonly passed: number;
  readonly total: number;
  readonly checks: readonly {
    readonly name: string;
    readonly passed: boolean;
    readonly expected?: string;
    readonly actual?: string;
  }[];
  readonly findings: readonly Found[];
}

export interface Conversation {
  readonly turns: readonly { readonly from: 'carrier' | 'authority'; readonly text: string }[];
  readonly passengers: readonly string[];
  readonly gates: readonly string[];
}

export interface Credentials {
  readonly token: string;
  readonly reality: string;
  readonly expiresAt: string;
}

/** How a case stands: not tried, all right, or not yet. */
export const standOf = ({ latest }: CaseStand): 'pending' | 'clear' | 'review' =>
  latest === undefined ? 'pending' : latest.passed === latest.total ? 'clear' : 'review';
