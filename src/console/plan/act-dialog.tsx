import { useEffect, useState } from 'react';
import { Button, Dialog, ErrorSummary, Failure, type Problem, Status, useHouse, useSpeech } from '#ui';
import { activity } from '../activity.ts';
import { faultsOf } from './act-faults.ts';
import type { ActKind, Values } from './act-kinds.ts';
import { Ask } from './ask.tsx';
import { monthInWords, monthOf } from './month.tsx';
import type { MilestoneShape } from './shapes.ts';
import { pairInWords } from './words.tsx';

interface ActDialogProps {
  readonly act: ActKind;
  readonly story: MilestoneShape;
  readonly proposal: string | undefined;
  readonly pairs: readonly string[];
  readonly onClose: () => void;
  readonly onSaid: () => void;
}

/** A form for one thing to say. It stays, with what was typed, until the node has recorded it. */
export function ActDialog({ act, story, proposal, pairs, onClose, onSaid }: ActDialogProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { source, ticker } = useHouse();
  const [values, setValues] = useState<Values>(() => firstValues(pairs, proposal, monthOf(ticker.now())));
  const [asked, setAsked] = useState(0);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const faults = faultsOf(act, values, speech);
  useEffect(() => {
    // Whoever opens a form wants to write: the first line to write in has the focus, not the way out.
    document.querySelector<HTMLElement>('.dialog :is(input.input, textarea)')?.focus();
  }, []);
  const send = async (): Promise<void> => {
    setAsked((times) => times + 1);
    if (faults.length > 0 || sending) return;
    setSending(true);
    setProblem(undefined);
    const path = `/api/plan/milestones/${encodeURIComponent(story.milestone)}`;
    const answer = await source.send(`${path}/${act.where}`, act.bodyOf(values, story));
    setSending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    const to = `/plan/milestones/${encodeURIComponent(story.milestone)}`;
    const word = `${story.milestone}: ${say(`plan.act.${act.name}`)}`;
    activity.add({ key: story.milestone, to, word, at: ticker.now() });
    onSaid();
  };
  return (
    <Dialog
      title={say(`plan.act.${act.name}`)}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" busy={sending} onPress={() => void send()}>
            {say(`plan.act.${act.name}`)}
          </Button>
          <span role="status">{sending && <Status kind="pending" word={say('console.sending')} />}</span>
        </>
      }
    >
      {problem !== undefined && <Failure problem={problem} />}
      {asked > 0 && faults.length > 0 && <ErrorSummary key={asked} title={say('ui.error.summary')} faults={faults} />}
      <p className="quiet" data-told="">
        {story.milestone} {story.title}
      </p>
      <p>{say(`plan.act.${act.name}.means`)}</p>
      <Terms story={story} proposal={proposal} />
      {act.asks.map((one) => (
        <Ask
          key={one.name}
          asked={one}
          values={values}
          pairs={pairs}
          onValue={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
          error={asked === 0 ? undefined : faults.find(({ field }) => field === `ask-${one.name}`)?.text}
        />
      ))}
    </Dialog>
  );
}

const firstValues = (pairs: readonly string[], proposal: string | undefined, month: string): Values => ({
  ...{ pair: pairs[0] ?? '', pairs: pairs.join(' '), asOf: month, state: 'on-track' },
  ...{ verdict: 'limited', bound: 'at-least', proposal: proposal ?? '' },
});

/** The very words that are signed or refused. */
function Terms({ story, proposal }: { story: MilestoneShape; proposal: string | undefined }) {
  const { say, format, locale } = useSpeech();
  const found = story.proposals.find((one) => one.proposal === proposal);
  if (found === undefined) return null;
  return (
    <blockquote className="plan-terms">
      <p>
        {say('plan.terms', {
          who: format.country(found.nation),
          month: monthInWords(found.month, locale),
          pairs: format.list(found.pairs.map((pair) => pairInWords(pair, format))),
        })}
      </p>
      <p translate="no">{found.reason}</p>
    </blockquote>
  );
}
