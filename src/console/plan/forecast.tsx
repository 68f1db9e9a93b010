import { useState } from 'react';
import {
  Button,
  type Column,
  Empty,
  Failure,
  Field,
  Link,
  Message,
  Page,
  Panel,
  type Problem,
  Skeleton,
  Survival,
  Table,
  useHouse,
  useRead,
  useSpeech,
} from '#ui';
import { renewsPlan } from './moment.ts';
import type { ForecastClass, ForecastShape, MovedShape, OutlookShape } from './shapes.ts';

const outlookKey = ({ milestone, pair }: OutlookShape): string => `${milestone} ${pair}`;

/** How commitments slip, when each may be kept, and what would move if one moved. */
export function ForecastPage() {
  const { say } = useSpeech();
  const read = useRead<ForecastShape>('/api/plan/forecast', { renewOn: renewsPlan });
  return (
    <Page
      title={say('plan.forecast')}
      crumbs={[{ text: say('plan.place'), to: '/plan' }]}
      lead={<p>{say('plan.forecast.lead')}</p>}
    >
      {read.value === undefined ? (
        read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )
      ) : (
        <>
          <Slips classes={read.value.classes} />
          <WhatIf />
          <Outlooks outlooks={read.value.outlooks} />
        </>
      )}
    </Page>
  );
}

/** The share that is still not kept so many months after the month promised: of all, and by pair of countries. */
function Slips({ classes }: { classes: readonly ForecastClass[] }) {
  const { say } = useSpeech();
  const [all] = classes;
  const shown = classes.filter(({ by, steps }) => (by === 'all' || by === 'pair') && steps.length > 0);
  const groups = shown.map(({ by, name, steps }) => ({
    key: `${by} ${name}`,
    label: by === 'all' ? say('plan.forecast.all') : name,
    // Where nothing is left there is no band to draw.
    steps: steps.map(({ months, survival, low = survival, high = survival, atRisk }) => ({
      ...{ at: months, share: survival, low, high, atRisk },
    })),
  }));
  if (all === undefined || groups.length === 0) return <Empty kind="pending" title={say('plan.forecast.none')} />;
  const finding =
    all.p50 === undefined
      ? say('plan.forecast.finding.none', { count: all.count, done: all.done })
      : say('plan.forecast.finding', { months: all.p50, count: all.count, done: all.done });
  return (
    <Panel title={say('plan.forecast.slips')}>
      <Survival name={say('plan.forecast.slips')} finding={finding} groups={groups} />
    </Panel>
  );
}

function Outlooks({ outlooks }: { outlooks: readonly OutlookShape[] }) {
  const { say, format } = useSpeech();
  const month = (when: string | undefined): string => (when === undefined ? say('plan.forecast.unknown') : when);
  const columns: readonly Column<OutlookShape>[] = [
    {
      key: 'milestone',
      title: say('plan.report.milestone'),
      head: true,
      cell: ({ milestone, title }) => (
        <Link to={`/plan/milestones/${milestone}`}>
          {milestone} {title}
        </Link>
      ),
      order: (one, other) => format.compare(one.milestone, other.milestone),
    },
    { key: 'pair', title: say('plan.forecast.pair'), cell: ({ pair }) => pair },
    { key: 'promised', title: say('plan.report.promised'), cell: ({ promised }) => promised },
    { key: 'expected', title: say('plan.report.expected'), cell: ({ expected }) => month(expected) },
    { key: 'p50', title: say('plan.forecast.p50'), cell: ({ p50 }) => month(p50) },
    { key: 'p80', title: say('plan.forecast.p80'), cell: ({ p80 }) => month(p80) },
    { key: 'count', title: say('plan.forecast.count'), cell: ({ count }) => format.number(count) },
  ];
  return (
    <Panel title={say('plan.forecast.outlooks', { count: outlooks.length })} bare>
      <Table
        caption={say('plan.forecast.outlooks', { count: outlooks.length })}
        columns={columns}
        rows={outlooks}
        rowKey={outlookKey}
        dense
      />
    </Panel>
  );
}

/** What would move if one commitment moved; nothing is recorded. */
function WhatIf() {
  const { say } = useSpeech();
  const { source } = useHouse();
  const [milestone, setMilestone] = useState('');
  const [to, setTo] = useState('');
  const [answer, setAnswer] = useState<{ readonly moved?: readonly MovedShape[]; readonly problem?: Problem }>();
  const ask = async (): Promise<void> => {
    const told = await source.send<{ moved: readonly MovedShape[] }>('/api/plan/what-if', { milestone, to });
    setAnswer(told.ok ? { moved: told.value.moved } : { problem: told.problem });
  };
  return (
    <Panel title={say('plan.whatif')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Field label={say('plan.whatif.milestone')} hint="TRV-3.1" value={milestone} onValue={setMilestone} />
        <Field label={say('plan.whatif.to')} hint="2027-06" value={to} onValue={setTo} />
        <Button type="submit">{say('plan.whatif.ask')}</Button>
      </form>
      {answer?.problem !== undefined && <Failure problem={answer.problem} />}
      {answer?.moved !== undefined && (
        <Message kind="clear" title={say('plan.whatif.moved', { count: answer.moved.length })}>
          <ul>
            {answer.moved.map((one) => (
              <li key={one.milestone}>
                <Link to={`/plan/milestones/${one.milestone}`}>
                  {one.milestone} {one.title}
                </Link>{' '}
                {one.from ?? '–'} → {one.to}
              </li>
            ))}
          </ul>
        </Message>
      )}
    </Panel>
  );
}
