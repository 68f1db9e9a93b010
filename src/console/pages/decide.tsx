import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type Answer,
  Button,
  ErrorSummary,
  Failure,
  Field,
  Message,
  Panel,
  type Problem,
  Status,
  type SubjectView,
  useHouse,
  useKeys,
  useSpeech,
} from '#ui';
import { activity } from '../activity.ts';
import { addressOf, pathOf } from '../referrals.ts';
import type { ReferralDetail, ReferralShape } from '../shapes.ts';

const other = { letter: 'o', code: 'other', text: 'console.reason.other' };
const outcomeKinds = ['clear', 'review', 'stop', 'hold'] as const;

/** Outcome, reason, Enter. What was typed stays when sending fails. */
export function Decide(props: {
  referral: ReferralDetail;
  view: SubjectView | undefined;
  next: ReferralShape | undefined;
  renew: () => void;
}) {
  const { referral, next } = props;
  const { source, address, ticker, person } = useHouse();
  const { say } = useSpeech();
  const [outcome, setOutcome] = useState<string | undefined>(undefined);
  const [reason, setReason] = useState<string | undefined>(undefined);
  const [words, setWords] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { outcomes } = referral;
  const reasons = useMemo(() => [...(props.view?.reasons ?? []), other], [props.view]);
  const foreign = referral.claimedBy !== undefined && referral.claimedBy !== person.name;
  const faults = [
    ...(outcome === undefined ? [{ field: 'outcomes', text: say('console.decide.noOutcome') }] : []),
    ...(reason === undefined ? [{ field: 'reasons', text: say('console.decide.noReason') }] : []),
    ...(reason === 'other' && words.trim() === '' ? [{ field: 'words', text: say('console.decide.noWords') }] : []),
  ];
  useEffect(() => {
    if (reason === 'other') field.current?.focus();
  }, [reason]);

  const post = (deed: string, body: unknown): Promise<Answer<unknown>> =>
    source.send(`${pathOf(referral.referral)}/${deed}`, body, { purpose: 'referral' });
  const claim = async (): Promise<boolean> => {
    if (referral.claimedBy === person.name) return true;
    const answer = await post('claim', {});
    setProblem(answer.ok ? undefined : answer.problem);
    props.renew();
    return answer.ok;
  };
  const decide = async (): Promise<void> => {
    setAsked(true);
    if (faults.length > 0 || sending || outcome === undefined || reason === undefined) return;
    setSending(true);
    const claimed = await claim();
    const answer = claimed
      ? await post('outcome', { outcome, reason: reason === 'other' ? words.trim() : reason })
      : undefined;
    setSending(false);
    if (answer === undefined) return;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    const word = outcomes.find(({ code }) => code === outcome)?.title ?? outcome;
    activity.add({ key: referral.referral, to: addressOf(referral.referral), word, at: ticker.now() });
    if (next !== undefined && next.referral !== referral.referral) address.go(addressOf(next.referral));
    else address.go('/referrals');
  };
  useKeys([
    ...outcomes.map(({ code }, at) => ({
      keys: `${at + 1}`,
      text: 'console.keys.outcome',
      act: () => setOutcome(code),
    })),
    ...reasons.map(({ letter, code, text }) => ({ keys: letter, text, act: () => setReason(code) })),
    { keys: 'Enter', text: 'console.decide', act: () => void decide() },
    { keys: 'c', text: 'console.claim', act: () => void claim() },
  ]);
  return (
    <Panel
      title={say('console.decide.title')}
      aside={sending && <Status kind="pending" word={say('console.sending')} />}
    >
      <div className="stack">
        {problem !== undefined && <Failure problem={problem} />}
        {asked && faults.length > 0 && (
          <ErrorSummary
            key={faults.map(({ field: id }) => id).join()}
            title={say('ui.error.summary')}
            faults={faults}
          />
        )}
        {foreign && (
          <Message kind="hold" title={say('console.referral.claimedBy', { name: referral.claimedBy ?? '' })} />
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, no form control */}
        <div role="group" aria-labelledby="outcomes-title" id="outcomes" tabIndex={-1} className="choices">
          <h3 id="outcomes-title">{say('console.decide.outcome')}</h3>
          {outcomes.map(({ code, title }, at) => (
            <Button key={code} pressed={outcome === code} shortcut={`${at + 1}`} onPress={() => setOutcome(code)}>
              <span data-told="" data-kind={outcomeKinds[at]}>
                {title}
              </span>
            </Button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, no form control */}
        <div role="group" aria-labelledby="reasons-title" id="reasons" tabIndex={-1} className="choices">
          <h3 id="reasons-title">{say('console.decide.reason')}</h3>
          {reasons.map(({ code, letter, text }) => (
            <Button key={code} pressed={reason === code} shortcut={letter} onPress={() => setReason(code)}>
              {say(text)}
            </Button>
          ))}
        </div>
        {reason === 'other' && (
          <Field
            id="words"
            required
            handle={field}
            label={say('console.decide.words')}
            value={words}
            onValue={setWords}
            onKey={(event) => {
              if (event.key === 'Enter') void decide();
            }}
          />
        )}
        <div className="actions">
          <Button kind="primary" shortcut="Enter" busy={sending} onPress={() => void decide()}>
            {say('console.decide')}
          </Button>
          {referral.claimedBy === undefined && (
            <Button shortcut="c" onPress={() => void claim()}>
              {say('console.claim')}
            </Button>
          )}
          {referral.claimedBy === person.name && (
            <Button
              kind="quiet"
              onPress={() => {
                void post('release', {}).then(props.renew);
              }}
            >
              {say('console.release')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
