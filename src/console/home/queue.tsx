import { useMemo, useState } from 'react';
import {
  Button,
  type Column,
  Countdown,
  Empty,
  Failure,
  Link,
  LiveBar,
  Moment,
  Panel,
  type Problem,
  Status,
  Table,
  useHouse,
  useKeys,
  useLiveList,
  useSpeech,
  Verbatim,
} from '#ui';
import { referralKinds, useParts } from '../parts.ts';
import { addressOf, byDue, dueOf, pathOf } from '../referrals.ts';
import type { ReferralShape } from '../shapes.ts';

const keyOf = ({ referral }: ReferralShape): string => referral;
const shownRows = 8;

/** Those of a queue that wait for this person: his own, and those that nobody has taken. */
export const mineOf = (referrals: readonly ReferralShape[], name: string): readonly ReferralShape[] =>
  referrals.filter(({ claimedBy }) => claimedBy === undefined || claimedBy === name).toSorted(byDue);

export const byAge = (one: ReferralShape, other: ReferralShape): number =>
  Date.parse(one.openedAt) - Date.parse(other.openedAt);

/** The first of a queue, with one key to take the most urgent and open it. */
export function QueuePanel(props: {
  title: string;
  referrals: readonly ReferralShape[];
  none: string;
  take?: boolean;
}) {
  const { say } = useSpeech();
  const first = useMemo(() => props.referrals.slice(0, shownRows), [props.referrals]);
  const list = useLiveList(first, keyOf);
  const columns = useQueueColumns();
  const { taken, problem } = useTaking(props.take === true ? props.referrals : []);
  return (
    <Panel
      bare
      title={props.title}
      aside={<Link to="/referrals">{say('home.queue.all', { count: props.referrals.length })}</Link>}
    >
      <div {...list.hold}>
        <LiveBar list={list} />
        {problem !== undefined && <Failure quiet problem={problem} />}
        {list.rows.length === 0 ? (
          <Empty title={props.none}>{say('home.queue.none.more')}</Empty>
        ) : (
          <Table
            caption={props.title}
            columns={columns}
            rows={list.rows}
            rowKey={keyOf}
            to={({ referral }) => addressOf(referral)}
            changed={list.changed}
            gone={list.gone}
            footer={
              taken === undefined ? undefined : (
                <Button kind="primary" shortcut="c" onPress={taken}>
                  {say('home.queue.take')}
                </Button>
              )
            }
          />
        )}
      </div>
    </Panel>
  );
}

/** Takes the most urgent that is free, and opens it; a refusal says why and leaves the page as it was. */
function useTaking(referrals: readonly ReferralShape[]) {
  const { source, address, person } = useHouse();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const wanted = person.may('casework.work') ? referrals.find(({ claimedBy }) => claimedBy === undefined) : undefined;
  const take = async (referral: string): Promise<void> => {
    const answer = await source.send(`${pathOf(referral)}/claim`, {}, { purpose: 'referral' });
    if (answer.ok) address.go(addressOf(referral));
    else setProblem(answer.problem);
  };
  const taken = wanted === undefined ? undefined : () => void take(wanted.referral);
  useKeys(taken === undefined ? [] : [{ keys: 'c', text: 'home.queue.take', act: taken }]);
  return { taken, problem };
}

function useQueueColumns(): readonly Column<ReferralShape>[] {
  const { say } = useSpeech();
  const { person } = useHouse();
  const parts = useParts();
  const kinds = useMemo(() => referralKinds(parts.value), [parts.value]);
  return [
    { key: 'due', title: say('console.referral.due'), cell: (referral) => <Countdown to={dueOf(referral)} /> },
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
    { key: 'opened', title: say('console.referral.opened'), cell: ({ openedAt }) => <Moment at={openedAt} day /> },
    {
      key: 'desk',
      title: say('console.referral.desk'),
      cell: ({ claimedBy }) =>
        claimedBy === undefined ? (
          <Status kind="pending" word={say('console.referral.free')} />
        ) : claimedBy === person.name ? (
          say('console.referral.yours')
        ) : (
          <Verbatim>{claimedBy}</Verbatim>
        ),
    },
  ];
}
