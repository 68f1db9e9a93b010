import { Suspense } from 'react';
import {
  Countdown,
  Failure,
  Moment,
  Page,
  Panel,
  type RouteProps,
  Skeleton,
  type SubjectView,
  useHouse,
  useKeys,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { referralKinds, useParts } from '../parts.ts';
import { addressOf, byDue, pathOf, titleOfOutcome } from '../referrals.ts';
import type { Page as ListOf, ReferralDetail, ReferralShape } from '../shapes.ts';
import { subjectViews } from '../subject-views.ts';
import { Activity } from './activity.tsx';
import { Decide } from './decide.tsx';
import { History } from './referral-history.tsx';

/** One question to an officer: the evidence open, the answer in three keys, the next one at once. */
export function ReferralPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const id = params['referral'] ?? '';
  const read = useRead<ReferralDetail>(pathOf(id), {
    purpose: 'referral',
    renewOn: ({ view }) => view.startsWith('casework'),
  });
  const queue = useRead<ListOf<ReferralShape>>('/api/casework/referrals', {
    renewOn: ({ view }) => view.startsWith('casework'),
  });
  const parts = useParts();
  const referral = read.value;
  const kind = referral === undefined ? undefined : referralKinds(parts.value).get(referral.kind);
  const title = kind?.title ?? say('console.referral');
  const crumbs = [{ text: say('console.referrals'), to: '/referrals' }];
  const open = [...(queue.value?.items ?? [])].sort(byDue);
  useNeighbours(id, open);
  if (referral === undefined) {
    return (
      <Page title={say('console.referral')} crumbs={crumbs}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={title}
      told
      crumbs={crumbs}
      lead={<Standing referral={referral} open={open} />}
      actions={
        referral.outcome === undefined && (
          <div className="closing">
            <span className="quiet">{say('console.referral.due')}</span>
            <Countdown to={referral.dueAt} size="large" />
          </div>
        )
      }
    >
      <Activity />
      <Desk key={id} referral={referral} open={open} renew={() => void read.renew()} />
    </Page>
  );
}

/** Which of how many, and whose it is; or how it was decided. */
function Standing({ referral, open }: { referral: ReferralDetail; open: readonly ReferralShape[] }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const { outcome, claimedBy } = referral;
  const decided = referral.history.find(({ what }) => what === 'decided');
  if (outcome !== undefined) {
    return (
      <p>
        {say('console.referral.decided')} <b data-told="">{titleOfOutcome(outcome, referral)}</b>
        {decided !== undefined && (
          <>
            {' · '}
            <Verbatim>{decided.by}</Verbatim> <Moment at={decided.at} second />
          </>
        )}
      </p>
    );
  }
  const place = open.findIndex((one) => one.referral === referral.referral);
  return (
    <p>
      {place >= 0 && say('console.referral.place', { place: place + 1, total: open.length })}
      {place >= 0 && ' · '}
      {claimedBy === undefined
        ? say('console.referral.unclaimed')
        : claimedBy === person.name
          ? say('console.referral.claimedByYou')
          : say('console.referral.claimedBy', { name: claimedBy })}
    </p>
  );
}

/** Keys to the next and the last of the queue; also while a page is read, so that keys pressed fast are not lost. */
function useNeighbours(id: string, open: readonly ReferralShape[]): void {
  const { address } = useHouse();
  const at = open.findIndex(({ referral }) => referral === id);
  const goTo = (step: number): void => {
    const there = open[(at + step + open.length) % open.length];
    if (there !== undefined && there.referral !== id) address.go(addressOf(there.referral));
  };
  useKeys(
    open.length > 1
      ? [
          { keys: 'J', text: 'console.keys.next', act: () => goTo(1) },
          { keys: 'K', text: 'console.keys.previous', act: () => goTo(-1) },
        ]
      : [],
  );
}

interface DeskProps {
  readonly referral: ReferralDetail;
  readonly open: readonly ReferralShape[];
  readonly renew: () => void;
}

function Desk({ referral, open, renew }: DeskProps) {
  const view = subjectViews.find(({ kinds }) => referral.kind.startsWith(kinds));
  const at = open.findIndex((one) => one.referral === referral.referral);
  return (
    <div className="desk">
      <Subject view={view} referral={referral} />
      {referral.outcome === undefined ? (
        <Decide referral={referral} view={view} renew={renew} next={open[(at + 1) % Math.max(1, open.length)]} />
      ) : (
        <History referral={referral} />
      )}
    </div>
  );
}

/** What the case is about, shown by its domain. */
function Subject({ view, referral }: { view: SubjectView | undefined; referral: ReferralDetail }) {
  const { say } = useSpeech();
  if (view === undefined) {
    return (
      <Panel title={say('console.referral.subject')}>
        <Verbatim mono>{referral.subject}</Verbatim>
      </Panel>
    );
  }
  const View = view.view;
  return (
    <Suspense fallback={<Skeleton />}>
      <View journey={referral.about} subject={referral.subject} />
    </Suspense>
  );
}
