import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import {
  type Answer,
  Button,
  Countdown,
  ErrorSummary,
  Failure,
  Field,
  Message,
  Moment,
  Page,
  Panel,
  type Problem,
  type RouteProps,
  Skeleton,
  Status,
  type SubjectView,
  useHouse,
  useKeys,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { activity } from '../activity.ts';
import { referralKinds, useParts } from '../parts.ts';
import { subjectViews } from '../routes.tsx';
import type { Page as ListOf, ReferralDetail, ReferralShape } from '../shapes.ts';
import { Activity } from './activity.tsx';
import { byDue } from './referrals.tsx';

const pathOf = (referral: string): string => `/api/casework/referrals/${encodeURIComponent(referral)}`;
const addressOf = (referral: string): string => `/referrals/${encodeURIComponent(referral)}`;

/** One question to an officer: the evidence open, the answer in three keys, the next one at once. */
export function ReferralPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const id = params['referral'] ?? '';
  const read = useRead<ReferralDetail>(pathOf(id), {
    purpose: 'referral',
    renewOn: ({ view }) => view.startsWith('casework'),
  });
  const queue = useRead<ListOf<ReferralShape>>('/api/casework/referrals', {
    renewOn: ({ view }) => view.startsWith('casework'),
  });
  const parts = useParts();
  const referral = read.value;
  const kind = referral === undefined ? undefined : referralKinds(parts.value).get(referral.kind);
  const title = kind?.title ?? say('console.referral');
  const crumbs = [{ text: say('console.referrals'), to: '/referrals' }];
  if (referral === undefined) {
    return (
      <Page title={say('console.referral')} crumbs={crumbs}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  const open = [...(queue.value?.items ?? [])].sort(byDue);
  return (
    <Page
      title={title}
      told
      crumbs={crumbs}
      lead={<Standing referral={referral} open={open} />}
      actions={
        referral.outcome === undefined && (
          <div className="closing">
            <span className="quiet">{say('console.referral.due')}</span>
            <Countdown to={referral.dueAt} size="large" />
          </div>
        )
      }
    >
      <Activity />
      <Desk key={id} referral={referral} open={open} renew={() => void read.renew()} />
    </Page>
  );
}

const titleOfOutcome = (code: string, { outcomes }: ReferralDetail): string =>
  outcomes.find((one) => one.code === code)?.title ?? code;

/** Which of how many, and whose it is; or how it was decided. */
function Standing({ referral, open }: { referral: ReferralDetail; open: readonly ReferralShape[] }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const { outcome, claimedBy } = referral;
  const decided = referral.history.find(({ what }) => what === 'decided');
  if (outcome !== undefined) {
    return (
      <p>
        {say('console.referral.decided')} <b data-told="">{titleOfOutcome(outcome, referral)}</b>
        {decided !== undefined && (
          <>
            {' · '}
            <Verbatim>{decided.by}</Verbatim> <Moment at={decided.at} second />
          </>
        )}
      </p>
    );
  }
  const place = open.findIndex((one) => one.referral === referral.referral);
  return (
    <p>
      {place >= 0 && say('console.referral.place', { place: place + 1, total: open.length })}
      {place >= 0 && ' · '}
      {claimedBy === undefined
        ? say('console.referral.unclaimed')
        : claimedBy === person.name
          ? say('console.referral.claimedByYou')
          : say('console.referral.claimedBy', { name: claimedBy })}
    </p>
  );
}

interface DeskProps {
  readonly referral: ReferralDetail;
  readonly open: readonly ReferralShape[];
  readonly renew: () => void;
}

function Desk({ referral, open, renew }: DeskProps) {
  const { address } = useHouse();
  const view = subjectViews.find(({ kinds }) => referral.kind.startsWith(kinds));
  const at = open.findIndex((one) => one.referral === referral.referral);
  const goTo = (step: number): void => {
    const there = open[(at + step + open.length) % open.length];
    if (there !== undefined && there.referral !== referral.referral) address.go(addressOf(there.referral));
  };
  useKeys(
    open.length > 1
      ? [
          { keys: 'J', text: 'console.keys.next', act: () => goTo(1) },
          { keys: 'K', text: 'console.keys.previous', act: () => goTo(-1) },
        ]
      : [],
  );
  return (
    <div className="desk">
      <Subject view={view} referral={referral} />
      {referral.outcome === undefined ? (
        <Decide referral={referral} view={view} renew={renew} next={open[(at + 1) % Math.max(1, open.length)]} />
      ) : (
        <History referral={referral} />
      )}
    </div>
  );
}

/** What the case is about, shown by its domain. */
function Subject({ view, referral }: { view: SubjectView | undefined; referral: ReferralDetail }) {
  const { say } = useSpeech();
  if (view === undefined) {
    return (
      <Panel title={say('console.referral.subject')}>
        <Verbatim mono>{referral.subject}</Verbatim>
      </Panel>
    );
  }
  const View = view.view;
  return (
    <Suspense fallback={<Skeleton />}>
      <View journey={referral.about} subject={referral.subject} />
    </Suspense>
  );
}

const other = { letter: 'o', code: 'other', text: 'console.reason.other' };
const outcomeKinds = ['clear', 'review', 'stop', 'hold'] as const;

/** Outcome, reason, Enter. What was typed stays when sending fails. */
function Decide(props: {
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

function History({ referral }: { referral: ReferralDetail }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('console.history')}>
      <ol className="history">
        {referral.history.map(({ at, what, by, to, outcome, reason }) => (
          <li key={`${at}${what}`}>
            <Moment at={at} second />
            <span>
              {by === undefined ? say('console.history.node') : <Verbatim>{by}</Verbatim>}{' '}
              {say(`console.history.${what}`)} {to !== undefined && <Verbatim>{to}</Verbatim>}
              {outcome !== undefined && <b data-told="">{titleOfOutcome(outcome, referral)}</b>}
              {reason !== undefined && (
                <>
                  {' · '}
                  <Verbatim>{reason}</Verbatim>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
