import { type Reading, useHouse, useRead } from '#ui';
import { renewsPlan } from '../plan/moment.ts';
import type { FactShape, ProposalShape, RegisterShape } from '../plan/shapes.ts';
import type { Page, ReferralShape } from '../shapes.ts';

/** One lodgement as the list tells it. */
export interface LodgedShape {
  readonly lodgement: string;
  readonly receivedAt: string;
  readonly answeredAt?: string;
  readonly mediaType: string;
  readonly sender: string;
  readonly answer?: 'accepted' | 'partly' | 'refused';
  readonly messages: number;
  readonly findings: number;
  readonly fault?: { readonly code: string; readonly segment?: number };
}
export interface LodgedList extends Page<LodgedShape> {
  readonly total: number;
  readonly refused: number;
}
export type OpenProposal = ProposalShape & { readonly milestone: string; readonly title: string };

/** Reads what this person may read; what he may not is not asked for. */
function useMine<Value>(permission: string, path: string, views: (view: string) => boolean): Reading<Value> {
  const { person } = useHouse();
  return useRead<Value>(person.may(permission) ? path : undefined, { renewOn: ({ view }) => views(view) });
}

export const useQueue = (): Reading<Page<ReferralShape>> =>
  useMine('casework.read', '/api/casework/referrals?limit=500', (view) => view.startsWith('casework'));
export const useRegister = (): Reading<RegisterShape> =>
  useMine('plan.read', '/api/plan', (view) => renewsPlan({ view }));
export const useChanges = (): Reading<Page<FactShape>> =>
  useMine('plan.read', '/api/plan/changes?limit=200', (view) => renewsPlan({ view }));
export const useProposals = (): Reading<Page<OpenProposal>> =>
  useMine('plan.read', '/api/plan/proposals?limit=200', (view) => renewsPlan({ view }));
/** The newest lodgements; with `answer` only those that were answered so. */
export const useLodged = (answer?: 'refused'): Reading<LodgedList> =>
  useMine('lodgements.read', `/api/lodgements?limit=20${answer === undefined ? '' : `&answer=${answer}`}`, (view) =>
    view.startsWith('lodgement.'),
  );
