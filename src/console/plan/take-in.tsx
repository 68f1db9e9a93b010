import { useId, useState } from 'react';
import { Button, ErrorSummary, Failure, Field, Message, Panel, type Problem, Status, useHouse, useSpeech } from '#ui';
import type { FindingShape } from '../shapes.ts';
import { isMonth } from './month.tsx';

type Kind = 'observation' | 'facts';

/** What came of a file. */
interface Came {
  readonly read?: number;
  readonly heard?: number;
  readonly known?: number;
  readonly milestones?: number;
  readonly recorded?: number;
  readonly findings: readonly FindingShape[];
}

/** Files of others: next year's report, and what a partner's officials signed. */
export function TakeIn() {
  return (
    <div className="stack">
      <FileForm kind="facts" />
      <FileForm kind="observation" />
    </div>
  );
}

function FileForm({ kind }: { kind: Kind }) {
  const { say } = useSpeech();
  const { source } = useHouse();
  const chooser = useId();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [month, setMonth] = useState('');
  const [asked, setAsked] = useState(0);
  const [sending, setSending] = useState(false);
  const [came, setCame] = useState<Came | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const faults = [
    ...(file === undefined ? [{ field: chooser, text: say('plan.in.noFile') }] : []),
    ...(kind === 'observation' && !isMonth(month) ? [{ field: 'observed', text: say('plan.month.wrong') }] : []),
  ];
  const send = async (): Promise<void> => {
    setAsked((times) => times + 1);
    if (file === undefined || faults.length > 0 || sending) return;
    setSending(true);
    const query = new URLSearchParams({ asOf: month, source: file.name });
    const path = kind === 'facts' ? '/api/plan/facts' : `/api/plan/observations?${query}`;
    const answer = await source.send<Came>(path, file, { mediaType: 'application/octet-stream' });
    setSending(false);
    setCame(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
  };
  return (
    <Panel title={say(`plan.in.${kind}`)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(`plan.in.${kind}.means`)}</p>
        {asked > 0 && faults.length > 0 && <ErrorSummary key={asked} title={say('ui.error.summary')} faults={faults} />}
        {problem !== undefined && <Failure problem={problem} />}
        <div className="field">
          <label htmlFor={chooser}>{say('plan.in.file')}</label>
          <input
            id={chooser}
            type="file"
            className="input"
            onChange={({ target }) => setFile(target.files?.[0] ?? undefined)}
          />
        </div>
        {kind === 'observation' && (
          <Field
            required
            id="observed"
            label={say('plan.in.month')}
            hint={say('plan.in.month.hint')}
            value={month}
            onValue={setMonth}
            error={asked > 0 && !isMonth(month) ? say('plan.month.wrong') : undefined}
          />
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={sending}>
            {say(`plan.in.${kind}.do`)}
          </Button>
          <span role="status">{sending && <Status kind="pending" word={say('console.sending')} />}</span>
        </div>
        {came !== undefined && <Told kind={kind} came={came} />}
      </form>
    </Panel>
  );
}

/** What was taken, and each line that was not, with its reason. */
function Told({ kind, came }: { kind: Kind; came: Came }) {
  const { say } = useSpeech();
  const { findings } = came;
  const refused = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Message
      live
      kind={refused > 0 ? 'review' : 'clear'}
      title={
        kind === 'facts'
          ? say('plan.in.facts.done', { read: came.read ?? 0, heard: came.heard ?? 0, known: came.known ?? 0 })
          : say('plan.in.observation.done', { milestones: came.milestones ?? 0, recorded: came.recorded ?? 0 })
      }
    >
      {findings.length > 0 && (
        <ul className="plan-says">
          {findings.slice(0, 100).map(({ code, text, parameters, severity }) => (
            <li key={`${code}${JSON.stringify(parameters)}`}>
              <code translate="no">{code}</code> <span data-told="">{text}</span>
              {severity === 'error' && <span className="quiet"> {say('plan.in.left')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Message>
  );
}
