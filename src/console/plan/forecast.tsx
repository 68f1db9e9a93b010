import { lazy, Suspense } from 'react';
import { type Column, Empty, Failure, Page, Panel, Skeleton, Survival, Table, useRead, useSpeech, Verbatim } from '#ui';
import { renewsPlan } from './moment.ts';
import { Month } from './month.tsx';
import type { ForecastClass, ForecastShape, OutlookShape } from './shapes.ts';
import { PairName } from './words.tsx';

/** Its fields for choosing come after the curve. */
const WhatIf = lazy(async () => ({ default: (await import('./what-if.tsx')).WhatIf }));

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
          <Suspense fallback={<Skeleton lines={4} />}>
            <WhatIf outlooks={read.value.outlooks} />
          </Suspense>
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
    verbatim: by !== 'all',
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
  const month = (when: string | undefined): React.ReactNode =>
    when === undefined ? <span className="quiet">{say('plan.forecast.unknown')}</span> : <Month of={when} />;
  const columns: readonly Column<OutlookShape>[] = [
    {
      key: 'milestone',
      title: say('plan.report.milestone'),
      head: true,
      width: '34%',
      cell: ({ milestone, title }) => (
        <>
          <Verbatim mono>{milestone}</Verbatim> <span data-told="">{title}</span>
        </>
      ),
      text: ({ milestone, title }) => `${milestone} ${title}`,
      order: (one, other) => format.compare(one.milestone, other.milestone),
    },
    {
      key: 'pair',
      title: say('plan.forecast.pair'),
      cell: ({ pair }) => <PairName pair={pair} />,
      text: ({ pair }) => pair,
    },
    { key: 'promised', title: say('plan.report.promised'), cell: ({ promised }) => <Month of={promised} /> },
    { key: 'expected', title: say('plan.report.expected'), cell: ({ expected }) => month(expected) },
    { key: 'p50', title: say('plan.forecast.p50'), cell: ({ p50 }) => month(p50) },
    { key: 'p80', title: say('plan.forecast.p80'), cell: ({ p80 }) => month(p80) },
    { key: 'count', title: say('plan.forecast.count'), align: 'end', cell: ({ count }) => format.number(count) },
  ];
  return (
    <Panel title={say('plan.forecast.outlooks', { count: outlooks.length })} bare>
      <Table
        caption={say('plan.forecast.outlooks', { count: outlooks.length })}
        columns={columns}
        rows={outlooks}
        rowKey={outlookKey}
        to={({ milestone }) => `/plan/milestones/${milestone}`}
        dense
      />
    </Panel>
  );
}
