import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import {
  type Answer,
  Button,
  Facts,
  Failure,
  Field,
  Link,
  Page,
  Panel,
  type Problem,
  Select,
  useHouse,
  useKeys,
  useSpeech,
  Verbatim,
} from '#ui';
import { complete, shown } from './mrz.ts';
import { purpose, travellerAddress } from './purpose.ts';
import type { BoothAnswer } from './shapes.ts';
import { DispositionMark, ReasonText } from './words.tsx';

type State =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly answer: BoothAnswer; readonly ms: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * The booth: a zone is scanned or typed, one answer comes with what to do. The field always has the focus, so that the next
 * document can be laid on the reader at any time; a complete zone is sent by itself.
 */
export function BoothPage() {
  const { source, person } = useHouse();
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [port, setPort] = useState(person.ports[0] ?? '');
  const [state, setState] = useState<State>({ kind: 'ready' });
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const asked = useRef('');

  const ask = useCallback(
    async (mrz: string): Promise<void> => {
      if (asked.current === mrz) return;
      asked.current = mrz;
      setState({ kind: 'asking' });
      const began = performance.now();
      const answer: Answer<BoothAnswer> = await source.send('/api/travel/booth', { mrz, port }, { purpose });
      if (asked.current !== mrz) return;
      asked.current = '';
      setState(
        answer.ok
          ? { kind: 'answered', answer: answer.value, ms: performance.now() - began }
          : { kind: 'failed', problem: answer.problem },
      );
      field.current?.focus();
      field.current?.select();
    },
    [port, source],
  );
  const clear = (): void => {
    setText('');
    asked.current = '';
    setState({ kind: 'ready' });
    field.current?.focus();
  };
  useEffect(() => field.current?.focus(), []);
  useKeys([{ keys: 'Escape', text: 'travel.booth.keys.clear', inFields: true, act: clear }]);

  const onText = (value: string): void => {
    const next = shown(value);
    setText(next);
    const zone = complete(next);
    if (zone !== undefined) void ask(zone);
    else if (state.kind !== 'ready') setState({ kind: 'ready' });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // A reader ends each line with Enter; one at the end of an unfinished zone is a person who wants an answer now.
    const lines = text.trim().split('\n');
    if (lines.length < 2 || (lines.at(-1) ?? '').length < 30) return;
    event.preventDefault();
    void ask(text.trim());
  };
  return (
    <Page title={say('travel.booth')} lead={say('travel.booth.lead')}>
      <div className="booth">
        <section className="panel booth-read" aria-label={say('travel.booth.read')}>
          <Field
            mono
            required
            lines={3}
            handle={field}
            label={say('travel.booth.zone')}
            hint={say('travel.booth.hint')}
            value={text}
            onValue={onText}
            onKey={onKey}
          />
          <div className="actions">
            <Button
              kind="primary"
              busy={state.kind === 'asking'}
              onPress={() => void ask(text.trim())}
              shortcut="Enter"
            >
              {say('travel.booth.ask')}
            </Button>
            <Button onPress={clear} shortcut="Escape">
              {say('travel.booth.clear')}
            </Button>
            {person.ports.length > 1 && (
              <Select
                label={say('travel.booth.port')}
                value={port}
                onValue={setPort}
                options={person.ports.map((value) => ({ value, text: value }))}
              />
            )}
          </div>
        </section>
        <section
          className="booth-answer"
          aria-live="assertive"
          aria-busy={state.kind === 'asking'}
          aria-label={say('travel.booth.answer')}
        >
          {state.kind === 'ready' && <p className="booth-wait">{say('travel.booth.ready')}</p>}
          {state.kind === 'asking' && <p className="booth-wait">{say('travel.booth.asking')}</p>}
          {state.kind === 'failed' && <Failure quiet problem={state.problem} retry={() => void ask(text.trim())} />}
          {state.kind === 'answered' && <BoothWord answer={state.answer} ms={state.ms} />}
        </section>
      </div>
    </Page>
  );
}

function BoothWord({ answer, ms }: { answer: BoothAnswer; ms: number }) {
  const { say, format } = useSpeech();
  const { traveller, journey, subject } = answer;
  const name = traveller.name ?? [traveller.family, traveller.given].filter(Boolean).join(', ');
  return (
    <>
      <DispositionMark booth disposition={answer.disposition} size="display" />
      <ol className="directions">
        {answer.directions.map((direction) => (
          <li key={direction} data-told="">
            {direction}
          </li>
        ))}
      </ol>
      <Panel
        title={say('travel.booth.why')}
        aside={say('travel.booth.in', { seconds: format.number(Math.round(ms / 10) / 100) })}
      >
        <div className="stack">
          <ul className="reasons">
            {answer.reasons.map((reason) => (
              <li key={reason.code}>
                <ReasonText reason={reason} />
              </li>
            ))}
            {answer.findings.map((finding) => (
              <li key={finding.code}>
                {finding.text === undefined ? (
                  say(finding.code, finding.parameters)
                ) : (
                  <span data-told="">{finding.text}</span>
                )}
              </li>
            ))}
          </ul>
          <Facts
            wide
            rows={[
              { key: 'name', title: say('travel.booth.name'), value: <Verbatim>{name}</Verbatim> },
              ...(['nationality', 'dateOfBirth', 'document', 'sex', 'expiry'] as const).flatMap((key) =>
                traveller[key] === undefined
                  ? []
                  : [{ key, title: say(`travel.booth.${key}`), value: <Verbatim>{traveller[key]}</Verbatim> }],
              ),
            ]}
          />
          {journey !== undefined && (
            <Link
              to={
                subject === undefined ? `/flights/${encodeURIComponent(journey)}` : travellerAddress(journey, subject)
              }
            >
              {say(subject === undefined ? 'travel.booth.flight' : 'travel.booth.traveller')}
            </Link>
          )}
        </div>
      </Panel>
    </>
  );
}
