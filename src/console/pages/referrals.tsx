import { useMemo } from 'react';
import {
  ButtonLink,
  type Column,
  Countdown,
  Empty,
  Failure,
  LiveBar,
  Moment,
  Page,
  Skeleton,
  StaleMark,
  Status,
  Table,
  TableCount,
  useHouse,
  useLiveList,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { referralKinds, useParts } from '../parts.ts';
import { addressOf, byDue, dueOf } from '../referrals.ts';
import type { Page as ListOf, ReferralShape } from '../shapes.ts';
import { Activity } from './activity.tsx';

const keyOf = (referral: ReferralShape): string => referral.referral;

/** Whether a referral is one of those that the address asks for: of one desk, or past its time. */
export function isAsked(
  one: ReferralShape,
  query: URLSearchParams,
  { person, now }: { readonly person: string; readonly now: number },
): boolean {
  const desk = query.get('desk');
  if (query.has('late') && dueOf(one) >= now) return false;
  if (desk === null) return true;
  return one.claimedBy === (desk === 'nobody' ? undefined : desk === 'me' ? person : desk);
}

/** What waits for an officer, the most urgent first. */
export function ReferralsPage() {
  const { say } = useSpeech();
  const read = useRead<ListOf<ReferralShape>>('/api/casework/referrals?limit=500', {
    renewOn: ({ view }) => view.startsWith('casework'),
  });
  const { address, person, ticker } = useHouse();
  const { query } = address;
  const open = useMemo(
    () =>
      (read.value?.items ?? [])
        .filter((one) => isAsked(one, query, { person: person.name, now: ticker.now() }))
        .toSorted(byDue),
    [person.name, query, read.value, ticker],
  );
  const narrowed = query.has('desk') || query.has('late');
  return (
    <Page
      title={say('console.referrals')}
      heading={
        read.value === undefined
          ? say('console.referrals')
          : say('console.referrals.open', { count: narrowed ? open.length : (read.value.waiting ?? open.length) })
      }
      lead={say('console.referrals.lead')}
      actions={narrowed && <ButtonLink to="/referrals">{say('console.referrals.all')}</ButtonLink>}
    >
      <Activity />
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      {read.value !== undefined ? (
        <Queue referrals={open} />
      ) : read.problem === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Failure problem={read.problem} retry={() => void read.renew()} />
      )}
    </Page>
  );
}

function Queue({ referrals }: { referrals: readonly ReferralShape[] }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const parts = useParts();
  const kinds = useMemo(() => referralKinds(parts.value), [parts.value]);
  const list = useLiveList(referrals, keyOf);
  if (list.rows.length === 0 && referrals.length === 0) {
    return (
      <section className="panel">
        <Empty title={say('console.referrals.none')}>{say('console.referrals.none.more')}</Empty>
      </section>
    );
  }
  const columns: readonly Column<ReferralShape>[] = [
    {
      key: 'due',
      title: say('console.referral.due'),
      width: '9rem',
      cell: (referral) => <Countdown to={dueOf(referral)} />,
      order: byDue,
    },
    {
      key: 'kind',
      title: say('console.referral.question'),
      head: true,
      cell: ({ kind }) => {
        const title = kinds.get(kind)?.title;
        return <strong {...(title === undefined ? { translate: 'no' } : { 'data-told': '' })}>{title ?? kind}</strong>;
      },
    },
    {
      key: 'subject',
      title: say('console.referral.subject'),
      cell: ({ subject }) => <Verbatim mono>{subject}</Verbatim>,
    },
    {
      key: 'opened',
      title: say('console.referral.opened'),
      cell: ({ openedAt, openedBy }) => (
        <>
          <Moment at={openedAt} day /> <span className="quiet">{say(`console.referral.by.${openedBy}`)}</span>
        </>
      ),
      order: (one, other) => Date.parse(one.openedAt) - Date.parse(other.openedAt),
    },
    {
      key: 'desk',
      title: say('console.referral.desk'),
      cell: ({ claimedBy }) =>
        claimedBy === undefined ? (
          <Status kind="pending" word={say('console.referral.free')} />
        ) : (
          <span>{claimedBy === person.name ? say('console.referral.yours') : <Verbatim>{claimedBy}</Verbatim>}</span>
        ),
    },
  ];
  return (
    <section className="panel" aria-label={say('console.referrals')} {...list.hold}>
      <LiveBar list={list} />
      <Table
        caption={say('console.referrals')}
        columns={columns}
        rows={list.rows}
        rowKey={keyOf}
        to={({ referral }) => addressOf(referral)}
        changed={list.changed}
        gone={list.gone}
        footer={<TableCount shown={list.rows.length} total={referrals.length} />}
      />
    </section>
  );
}
