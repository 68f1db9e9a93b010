import { useMemo } from 'react';
import {
  Empty,
  Failure,
  Page,
  Select,
  Skeleton,
  type Speech,
  type StatusKind,
  Timeline,
  type TimelineRow,
  useHouse,
  useRead,
  useSpeech,
} from '#ui';
import { renewsPlan, useRegisterPath } from './moment.ts';
import { MomentChoice, PastNote } from './moment-choice.tsx';
import { lastMonth } from './month.tsx';
import { type Cell, flags, type RegisterShape, type RowShape } from './shapes.ts';
import { isWanted, queryOf, type Wanted, wantedOf } from './wanted.ts';

/** Every promise on the line of time: when it was promised, when it is expected, and the month in which one looks. */
export function TimelinePage() {
  const { say } = useSpeech();
  const { address } = useHouse();
  const read = useRead<RegisterShape>(useRegisterPath(), { renewOn: renewsPlan });
  return (
    <Page
      title={say('plan.timeline')}
      crumbs={[{ text: say('plan.place'), to: `/plan${queryOf({}, address.query)}` }]}
      lead={<p>{say('plan.timeline.lead')}</p>}
    >
      <PastNote />
      {read.value !== undefined ? (
        <Drawn register={read.value} />
      ) : read.problem === undefined ? (
        <Skeleton lines={14} />
      ) : (
        <Failure problem={read.problem} retry={() => void read.renew()} />
      )}
    </Page>
  );
}

function Drawn({ register }: { register: RegisterShape }) {
  const speech = useSpeech();
  const { say } = speech;
  const { address } = useHouse();
  const wanted = useMemo(() => wantedOf(address.query), [address.query]);
  const rows = useMemo(
    () =>
      register.rows
        .filter((row) => isWanted(row, wanted))
        .map((row) => timelineRow(row, queryOf(wanted, address.query), speech)),
    [register, wanted, address.query, speech],
  );
  const choose = (changed: Partial<Record<keyof Wanted, string>>): void => {
    const next = Object.fromEntries(Object.entries({ ...wanted, ...changed }).filter(([, word]) => word !== ''));
    address.go(`/plan/timeline${queryOf(next, address.query)}`, { replace: true });
  };
  const words = useMemo(
    () => ({
      ...{ label: say('plan.milestone'), baseline: say('plan.promised') },
      ...{ forecast: say('plan.expected'), done: say('plan.timeline.done') },
    }),
    [say],
  );
  const late = rows.filter(({ standing }) => standing?.kind === 'stop').length;
  return (
    <>
      <MomentChoice latest={lastMonth(register.month)} />
      <search className="filters" data-told="">
        <Select
          label={say('plan.chapter')}
          value={wanted.chapter ?? ''}
          onValue={(chapter) => choose({ chapter })}
          options={[
            { value: '', text: say('plan.chapter.all') },
            ...register.chapters.map(({ code, title }) => ({ value: code, text: title })),
          ]}
        />
        <Select
          label={say('plan.noted')}
          value={wanted.flag ?? ''}
          onValue={(flag) => choose({ flag })}
          options={[
            { value: '', text: say('plan.flag.any') },
            ...flags.map((flag) => ({ value: flag, text: say(`plan.flag.${flag}`) })),
          ]}
        />
      </search>
      {rows.length === 0 ? (
        <Empty kind="pending" title={say('plan.timeline.none')} />
      ) : (
        <Timeline
          told
          name={say('plan.timeline')}
          finding={say('plan.timeline.finding', { count: rows.length, late })}
          rows={rows}
          today={register.month}
          words={words}
        />
      )}
    </>
  );
}

const kindOf: Readonly<Record<Cell, StatusKind>> = {
  done: 'clear',
  partly: 'hold',
  moving: 'hold',
  late: 'stop',
  unknown: 'pending',
  'not-applicable': 'pending',
};
/** The worst first: a promise of three pairs stands as the pair that stands worst. */
const worst: readonly Cell[] = ['late', 'unknown', 'moving', 'partly', 'done'];

/** A promise as one row: the first month promised to any pair, and the last one expected or in force of all. */
export function timelineRow(row: RowShape, query: string, { say }: Pick<Speech, 'say'>): TimelineRow {
  const bound = row.pairs.filter(({ cell }) => cell !== 'not-applicable');
  const cell = worst.find((one) => bound.some((pair) => pair.cell === one)) ?? 'unknown';
  const promised = bound.flatMap(({ firstDue, due }) => firstDue ?? due ?? []).toSorted();
  const coming = bound.flatMap(({ expected, due }) => expected?.to ?? due ?? []).toSorted();
  const done = bound.flatMap(({ cell: own, reportedFor }) => (own === 'done' ? (reportedFor ?? []) : [])).toSorted();
  const [baseline, forecast] = [promised[0], coming.at(-1)];
  const end = cell === 'done' ? done.at(-1) : undefined;
  return {
    key: row.milestone,
    label: `${row.milestone} ${row.title}`,
    to: `/plan/milestones/${encodeURIComponent(row.milestone)}${query}`,
    standing: { kind: kindOf[cell], word: say(`plan.cell.${cell}`) },
    ...(baseline === undefined ? {} : { baseline }),
    ...(forecast === undefined || cell === 'done' || forecast === baseline ? {} : { forecast }),
    ...(end === undefined ? {} : { done: end }),
  };
}
