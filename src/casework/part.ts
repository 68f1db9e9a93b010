import {
  type Access,
  type AggregateId,
  definePart,
  type Part,
  type Permission,
  type ReferralKind,
  type Timer,
} from '#kernel';
import { caseworkFindings } from './findings.ts';
import { escalateAction } from './open-referral.ts';
import { queueView } from './queue.ts';
import {
  referralClaimed,
  referralDecided,
  referralEscalated,
  referralOpened,
  referralReleased,
  referred,
} from './records.ts';
import { allow, referralFold } from './referral.ts';
import { routesFor } from './routes.ts';
import { referralSearch } from './search.ts';
import { draftOf } from './take.ts';
import { settledInTime, timesView } from './times.ts';

const permissions: readonly Permission[] = [
  {
    name: 'casework.read',
    title: { en: 'Read referrals', fr: 'Consulter les renvois', es: 'Consultar canalizaciones' },
  },
  {
    name: 'casework.work',
    title: { en: 'Work on referrals', fr: 'Traiter les renvois', es: 'Atender canalizaciones' },
  },
];

/** When the target time has passed and nobody settled the referral, it is escalated: any officer may then take it over. */
async function due(timer: Timer, aggregate: AggregateId, access: Access) {
  const referral = timer.action === escalateAction ? await access.state(aggregate, referralFold) : undefined;
  const step = { what: 'escalated', at: access.now() } as const;
  const late = referral !== undefined && allow(referral, step).ok;
  return { drafts: late ? [draftOf(step)] : [], timers: [] };
}

/** Casework as a part of a node; `kinds` are the kinds of referral that the node's domains declare. */
export const caseworkPart = (kinds: readonly ReferralKind[]): Part =>
  definePart({
    name: 'casework',
    title: { en: 'Casework', fr: 'Traitement des renvois', es: 'Atención de canalizaciones' },
    records: [referralOpened, referred, referralClaimed, referralReleased, referralDecided, referralEscalated],
    findings: caseworkFindings.specs,
    permissions,
    routes: routesFor(kinds),
    views: [queueView, timesView],
    measures: [settledInTime],
    searches: [referralSearch(kinds)],
    due,
  });
