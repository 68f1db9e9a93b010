import { type Reading, useRead } from '#ui';

/** What the parts of the node say of themselves. */
export interface PartsShape {
  readonly parts: readonly PartShape[];
}
export interface PartShape {
  readonly name: string;
  readonly title: string;
  readonly records: readonly { readonly name: string; readonly title: string; readonly retention: string }[];
  readonly permissions: readonly { readonly name: string; readonly title: string }[];
  readonly routes: readonly {
    readonly method: string;
    readonly address: string;
    readonly summary: string;
    readonly permission: string;
    readonly personal: boolean;
  }[];
  readonly referrals: readonly ReferralKindShape[];
  readonly measures: readonly { readonly name: string; readonly title: string; readonly unit: string }[];
}
export interface ReferralKindShape {
  readonly name: string;
  readonly title: string;
  readonly targetMinutes: number;
  readonly outcomes: readonly { readonly code: string; readonly title: string }[];
}

export const useParts = (): Reading<PartsShape> => useRead<PartsShape>('/api/domains');

/** The kinds of referral of all parts, by name. */
export const referralKinds = (parts: PartsShape | undefined): ReadonlyMap<string, ReferralKindShape> =>
  new Map(parts?.parts.flatMap(({ referrals }) => referrals.map((kind) => [kind.name, kind] as const)));
