import { useMemo } from 'react';
import { ButtonLink, Failure, Page, type Reading, Skeleton, StaleMark, useHouse, useRead, useSpeech } from '#ui';
import { Activity } from '../pages/activity.tsx';
import { MilestoneList } from './list.tsx';
import { Matrix } from './matrix.tsx';
import { renewsPlan, useRegisterPath } from './moment.ts';
import { MomentChoice, PastNote } from './moment-choice.tsx';
import { lastMonth, monthInWords, monthsBetween } from './month.tsx';
import type { RegisterShape } from './shapes.ts';
import { Summary } from './summary.tsx';
import { isWanted, queryOf, wantedOf } from './wanted.ts';

/** The plan on one page: each chapter by each pair of countries, and the list behind every number. */
export function BoardPage() {
  const { say } = useSpeech();
  const { address, person } = useHouse();
  const read = useRead<RegisterShape>(useRegisterPath(), { renewOn: renewsPlan });
  const moment = queryOf({}, address.query);
  return (
    <Page
      title={say('plan.place')}
      heading={read.value === undefined ? say('plan.place') : <span data-told="">{read.value.plan.title}</span>}
      lead={read.value !== undefined && <LastReport register={read.value} />}
      actions={
        <nav className="actions" aria-label={say('plan.ways')}>
          <ButtonLink to={`/plan/timeline${moment}`}>{say('plan.timeline')}</ButtonLink>
          <ButtonLink to="/plan/forecast">{say('plan.forecast')}</ButtonLink>
          <ButtonLink to="/plan/changes">{say('plan.changes')}</ButtonLink>
          <ButtonLink to={`/plan/report${moment}`}>{say('plan.report')}</ButtonLink>
          {person.may('plan.report') && <ButtonLink to="/plan/new">{say('plan.new')}</ButtonLink>}
        </nav>
      }
    >
      <Activity />
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      <Told read={read} />
    </Page>
  );
}

function Told({ read }: { read: Reading<RegisterShape> }) {
  if (read.value !== undefined) return <Board register={read.value} />;
  if (read.problem === undefined) return <Skeleton lines={14} />;
  return <Failure problem={read.problem} retry={() => void read.renew()} />;
}

/** Of which month the newest report speaks: how old all of it is that nobody measures. */
function LastReport({ register }: { register: RegisterShape }) {
  const { say, locale } = useSpeech();
  const last = register.reported;
  if (last === undefined) return <p>{say('plan.board.noReport')}</p>;
  const old = monthsBetween(last, register.month);
  return (
    <p>
      {say('plan.board.lastReport', {
        ...{ month: monthInWords(last, locale), age: old === 0 ? 'now' : 'past' },
        ...{ years: Math.floor(old / 12), months: old % 12 },
      })}
    </p>
  );
}

function Board({ register }: { register: RegisterShape }) {
  const { address } = useHouse();
  const wanted = useMemo(() => wantedOf(address.query), [address.query]);
  const rows = useMemo(() => register.rows.filter((row) => isWanted(row, wanted)), [register, wanted]);
  return (
    <>
      <PastNote />
      <Summary register={register} wanted={wanted} />
      <MomentChoice latest={lastMonth(register.month)} />
      <Matrix register={register} wanted={wanted} />
      <MilestoneList register={register} rows={rows} wanted={wanted} />
      <p className="quiet" data-told="">
        {register.plan.basis}
      </p>
    </>
  );
}
