import { useState } from 'react';
import { Button, Failure, type Problem, useHouse, useKeys, useSpeech } from '#ui';
import { actAddress } from './act-address.ts';
import { ActDialog } from './act-dialog.tsx';
import { type ActKind, actKinds, ofProposal } from './act-kinds.ts';
import { isPast } from './moment.ts';
import { deedsFor } from './proposals.tsx';
import type { MilestoneShape } from './shapes.ts';

/** The pairs of which this person's country may speak, or that an assessor may judge. */
const pairsFor = ({ own }: ActKind, story: MilestoneShape, country: string): readonly string[] =>
  story.pairs
    .filter(({ pair, cell }) => cell !== 'not-applicable' && (!own || pair.split('-').includes(country)))
    .map(({ pair }) => pair);

/** What this person may say of it, each with its key; the form that is open stands in the address. */
export function Acts({ story, renew }: { story: MilestoneShape; renew: () => void }) {
  const { say } = useSpeech();
  const { address, person } = useHouse();
  const past = isPast(address.query);
  const allowed = past
    ? []
    : actKinds.filter(
        (act) => person.may(act.permission) && (!act.own || pairsFor(act, story, person.country).length > 0),
      );
  const open = allowed.find(({ name }) => name === address.query.get('act'));
  const shown = allowed.filter(({ name }) => !ofProposal.has(name));
  const goTo = (act?: string, proposal?: string): void =>
    address.go(actAddress(address, act, proposal), { replace: true });
  const toSign = story.proposals.find((one) => !past && deedsFor(one, person).includes('sign'));
  useKeys([
    ...shown.flatMap(({ name, key }) =>
      key === undefined ? [] : [{ keys: key, text: `plan.act.${name}`, act: () => goTo(name) }],
    ),
    ...(toSign === undefined ? [] : [{ keys: 'a', text: 'plan.act.sign', act: () => goTo('sign', toSign.proposal) }]),
  ]);
  const proposal = address.query.get('proposal') ?? undefined;
  return (
    <div className="actions">
      {shown.map(({ name, key }) => (
        <Button key={name} shortcut={key} onPress={() => goTo(name)}>
          {say(`plan.act.${name}`)}
        </Button>
      ))}
      {!past && person.may('plan.comment') && <Follow story={story} renew={renew} />}
      {open !== undefined && (
        <ActDialog
          key={`${open.name} ${proposal}`}
          act={open}
          story={story}
          proposal={ofProposal.has(open.name) ? proposal : undefined}
          pairs={pairsFor(open, story, person.country)}
          onClose={() => goTo()}
          onSaid={() => {
            goTo();
            renew();
          }}
        />
      )}
    </div>
  );
}

/** Follows it, or no longer; pressed again it takes itself back. */
function Follow({ story, renew }: { story: MilestoneShape; renew: () => void }) {
  const { say } = useSpeech();
  const { source } = useHouse();
  const [wish, setWish] = useState<boolean | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const on = wish ?? story.followed;
  const turn = async (): Promise<void> => {
    setWish(!on);
    const path = `/api/plan/milestones/${encodeURIComponent(story.milestone)}/following`;
    const answer = await source.send(path, { on: !on });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) setWish(undefined);
    renew();
  };
  useKeys([{ keys: 'f', text: 'plan.act.follow', act: () => void turn() }]);
  return (
    <>
      <Button pressed={on} shortcut="f" onPress={() => void turn()}>
        {say(on ? 'plan.act.following' : 'plan.act.follow')}
      </Button>
      {problem !== undefined && <Failure quiet problem={problem} />}
    </>
  );
}
