import { useEffect, useMemo } from 'react';
import {
  Button,
  Failure,
  Page,
  type RouteProps,
  Skeleton,
  StaleMark,
  useHouse,
  useKeys,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { Activity } from '../pages/activity.tsx';
import { Acts } from './acts.tsx';
import { Chain } from './chain.tsx';
import { Comments } from './comments.tsx';
import { Hangs } from './hangs.tsx';
import { History } from './history.tsx';
import { MeasuredPanel } from './measured.tsx';
import { momentQuery, renewsPlan, useRegisterPath } from './moment.ts';
import { PastNote } from './moment-choice.tsx';
import { PairCards } from './pair-card.tsx';
import { Proposals } from './proposals.tsx';
import type { MilestoneShape, RegisterShape } from './shapes.ts';
import { isWanted, queryOf, wantedOf } from './wanted.ts';

/** One promise with its whole story: what was promised, what was said, what is measured, and what can be done. */
export function MilestonePage({ params }: RouteProps) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const key = params['milestone'] ?? '';
  const path = `/api/plan/milestones/${encodeURIComponent(key)}${momentQuery(address.query)}`;
  const read = useRead<MilestoneShape>(path, { renewOn: renewsPlan });
  const register = useRead<RegisterShape>(useRegisterPath(), { renewOn: renewsPlan });
  const story = read.value;
  const list = `/plan${queryOf(wantedOf(address.query), address.query)}`;
  const crumbs = [{ text: say('plan.place'), to: list }];
  if (story === undefined) {
    return (
      <Page title={key} verbatim crumbs={crumbs} actions={<Neighbours milestone={key} register={register.value} />}>
        {read.problem === undefined ? (
          <Skeleton lines={12} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  const chapter = register.value?.chapters.find(({ code }) => code === story.chapter);
  return (
    <Page
      title={`${story.milestone} ${story.title}`}
      told
      crumbs={[
        ...crumbs,
        { text: chapter?.title ?? story.chapter, to: `/plan?chapter=${story.chapter}`, verbatim: true },
      ]}
      heading={
        <>
          <Verbatim mono>{story.milestone}</Verbatim> {story.title}
        </>
      }
      lead={<Lead story={story} register={register.value} />}
      actions={<Neighbours milestone={key} register={register.value} />}
    >
      <Activity />
      <PastNote />
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      <Acts
        story={story}
        renew={() => {
          void read.renew();
          void register.renew();
        }}
      />
      <Story story={story} />
    </Page>
  );
}

/** What kind of promise it is, whom it binds, and where it belongs. */
function Lead({ story, register }: { story: MilestoneShape; register: RegisterShape | undefined }) {
  const { say } = useSpeech();
  const initiative = register?.chapters
    .flatMap(({ initiatives }) => initiatives)
    .find(({ key }) => key === story.initiative);
  return (
    <p>
      {story.kind !== 'milestone' && `${say(`plan.kind.${story.kind}`)} · `}
      {say(`plan.promise.${story.promise}`)} · {say(`plan.scope.${story.scope}`)}
      {initiative !== undefined && (
        <>
          {' · '}
          <span data-told="">{initiative.title}</span>
        </>
      )}
    </p>
  );
}

function Story({ story }: { story: MilestoneShape }) {
  return (
    <>
      <Proposals story={story} />
      <PairCards story={story} />
      <div className="beside">
        <div className="stack">
          <Chain story={story} />
          <History facts={story.history} />
        </div>
        <div className="stack">
          <MeasuredPanel story={story} />
          <Hangs story={story} />
          <Comments story={story} />
        </div>
      </div>
    </>
  );
}

const held = new WeakMap<object, RegisterShape>();

/** The register, or while it is read again the one that was read before: the list that one walks through hardly changes. */
function useHeldRegister(register: RegisterShape | undefined): RegisterShape | undefined {
  const { source } = useHouse();
  useEffect(() => {
    if (register !== undefined) held.set(source, register);
  }, [register, source]);
  return register ?? held.get(source);
}

/** The next and the last of the list that one came from; also while a page is read, so that keys pressed fast are not lost. */
function Neighbours({ milestone, register }: { milestone: string; register: RegisterShape | undefined }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const wanted = useMemo(() => wantedOf(address.query), [address.query]);
  const list = useHeldRegister(register);
  const rows = useMemo(() => list?.rows.filter((row) => isWanted(row, wanted)) ?? [], [list, wanted]);
  const at = rows.findIndex((row) => row.milestone === milestone);
  const goTo = (step: number): void => {
    const there = rows[(at + step + rows.length) % rows.length];
    if (there === undefined) return;
    address.go(`/plan/milestones/${encodeURIComponent(there.milestone)}${queryOf(wanted, address.query)}`);
  };
  useKeys(
    at >= 0 && rows.length > 1
      ? [
          { keys: 'J', text: 'plan.keys.next', act: () => goTo(1) },
          { keys: 'K', text: 'plan.keys.previous', act: () => goTo(-1) },
        ]
      : [],
  );
  if (at < 0) return null;
  const alone = rows.length < 2;
  return (
    <div className="actions">
      <span className="quiet">{say('plan.list.at', { place: at + 1, total: rows.length })}</span>
      <Button kind="quiet" shortcut="K" resting={alone} onPress={() => goTo(-1)}>
        {say('plan.previous')}
      </Button>
      <Button kind="quiet" shortcut="J" resting={alone} onPress={() => goTo(1)}>
        {say('plan.next')}
      </Button>
    </div>
  );
}
