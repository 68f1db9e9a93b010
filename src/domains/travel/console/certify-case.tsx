import { useState } from 'react';
import {
  Button,
  type Column,
  cutSegments,
  ErrorSummary,
  Failure,
  Field,
  Panel,
  type Problem,
  Raw,
  Skeleton,
  Status,
  Table,
  useHouse,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { type CaseShape, certificationPaths, type Score } from './certification.ts';
import { FoundList } from './found.tsx';

/** One case: what it asks for as a message that says it right, and the carrier's own attempt beside it. */
export function CasePanel({ name, onScore }: { name: string; onScore: () => void }) {
  const { say } = useSpeech();
  const { source } = useHouse();
  const read = useRead<CaseShape>(certificationPaths.case(name));
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [score, setScore] = useState<Score | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const attempt = async (): Promise<void> => {
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    setBusy(true);
    const answer = await source.send<Score>(certificationPaths.case(name), text, { mediaType: 'application/edifact' });
    setBusy(false);
    setScore(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onScore();
  };
  if (read.value === undefined) {
    return read.problem === undefined ? <Skeleton lines={6} /> : <Failure quiet problem={read.problem} />;
  }
  const error = empty ? say('travel.certify.empty') : undefined;
  return (
    <>
      <Panel title={read.value.title} told bare aside={say('travel.certify.sample')}>
        <Raw short label={say('travel.certify.sample')} segments={cutSegments(read.value.sample)} />
      </Panel>
      <Panel title={say('travel.certify.yours')}>
        <div className="stack">
          {error !== undefined && (
            <ErrorSummary title={say('ui.error.summary')} faults={[{ field: 'certify-attempt', text: error }]} />
          )}
          <Field
            id="certify-attempt"
            mono
            required
            lines={6}
            label={say('travel.certify.message')}
            hint={say('travel.certify.hint')}
            error={error}
            value={text}
            onValue={setText}
          />
          <div className="actions">
            <Button kind="primary" busy={busy} onPress={() => void attempt()}>
              {say('travel.certify.do')}
            </Button>
            <Button onPress={() => setText(read.value?.sample ?? '')}>{say('travel.certify.use')}</Button>
          </div>
          {problem !== undefined && <Failure quiet problem={problem} />}
        </div>
      </Panel>
      {score !== undefined && <ScorePanel score={score} />}
    </>
  );
}

type Check = Score['checks'][number];

/** How an attempt did: what was not as asked first, and what the reader found. */
export function ScorePanel({ score }: { score: Score }) {
  const { say } = useSpeech();
  const { passed, total, checks, findings } = score;
  const wrong = checks.filter((check) => !check.passed);
  const told = (value: string | undefined) => <Verbatim mono>{value ?? '–'}</Verbatim>;
  const columns: readonly Column<Check>[] = [
    {
      key: 'name',
      title: say('travel.certify.check'),
      head: true,
      cell: ({ name }) => <Verbatim mono>{name}</Verbatim>,
    },
    { key: 'expected', title: say('travel.certify.expected'), cell: ({ expected }) => told(expected) },
    { key: 'actual', title: say('travel.certify.actual'), cell: ({ actual }) => told(actual) },
  ];
  return (
    <section className="stack" aria-live="polite" aria-label={say('travel.certify.result')}>
      <Status
        size="large"
        kind={wrong.length === 0 ? 'clear' : 'review'}
        word={say('travel.certify.score', { passed, total })}
      />
      {wrong.length > 0 && (
        <Panel title={say('travel.certify.wrong')} bare>
          <Table
            dense
            caption={say('travel.certify.wrong')}
            columns={columns}
            rows={wrong}
            rowKey={({ name }) => name}
          />
        </Panel>
      )}
      {findings.length > 0 && (
        <Panel title={say('travel.certify.findings')}>
          <FoundList findings={findings} />
        </Panel>
      )}
    </section>
  );
}
