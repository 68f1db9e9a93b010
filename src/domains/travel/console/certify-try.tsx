import { useRef, useState } from 'react';
import {
  Button,
  ErrorSummary,
  Failure,
  Field,
  Panel,
  type Problem,
  Raw,
  Status,
  useHouse,
  useSpeech,
  Verbatim,
} from '#ui';
import { type Found, FoundList } from './found.tsx';

/** What a lodgement comes back as; the same whether it was accepted or refused. */
interface Lodged {
  readonly lodgement: string;
  readonly status?: string;
  readonly findings: readonly Found[];
  readonly replies: readonly { readonly mediaType: string; readonly text?: string }[];
  readonly messages: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly findings: readonly Found[];
    readonly outcomes: readonly { readonly subject: string; readonly combined: string }[];
  }[];
}
type State =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'told'; readonly lodged: Lodged; readonly refused: boolean }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The reality in which a carrier tries its system: an exercise, which never touches what is live. */
const reality = 'exercise certification';

const isLodged = (value: unknown): value is Lodged =>
  typeof value === 'object' && value !== null && 'lodgement' in value && 'replies' in value;

/** A carrier tries any message: the same intake, the same answers, nothing of it live. */
export function TryMessage() {
  const { source } = useHouse();
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [state, setState] = useState<State>({ kind: 'ready' });
  const file = useRef<HTMLInputElement>(null);

  const lodge = async (): Promise<void> => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    setState({ kind: 'sending' });
    const answer = await source.send<Lodged>('/api/lodgements', text, { mediaType: 'application/edifact', reality });
    if (answer.ok) setState({ kind: 'told', lodged: answer.value, refused: answer.value.status === 'refused' });
    else if (isLodged(answer.problem)) setState({ kind: 'told', lodged: answer.problem, refused: true });
    else setState({ kind: 'failed', problem: answer.problem });
  };
  const error = missing ? say('travel.certify.empty') : undefined;
  return (
    <div className="beside">
      <Panel title={say('travel.certify.try')}>
        <div className="stack">
          {error !== undefined && (
            <ErrorSummary title={say('ui.error.summary')} faults={[{ field: 'certify-message', text: error }]} />
          )}
          <Field
            id="certify-message"
            mono
            required
            lines={12}
            label={say('travel.certify.message')}
            hint={say('travel.certify.hint')}
            error={error}
            value={text}
            onValue={setText}
          />
          <div className="actions">
            <Button kind="primary" busy={state.kind === 'sending'} onPress={() => void lodge()}>
              {say('travel.certify.lodge')}
            </Button>
            <Button onPress={() => file.current?.click()}>{say('travel.certify.open')}</Button>
            <input
              ref={file}
              type="file"
              hidden
              onChange={(event) => {
                void event.target.files?.[0]?.text().then(setText);
              }}
            />
          </div>
        </div>
      </Panel>
      <section className="stack" aria-live="polite" aria-label={say('travel.certify.result')}>
        {state.kind === 'ready' && (
          <Panel title={say('travel.certify.what')}>
            <ol className="steps">
              {['1', '2', '3', '4'].map((step) => (
                <li key={step}>{say(`travel.certify.step.${step}`)}</li>
              ))}
            </ol>
          </Panel>
        )}
        {state.kind === 'sending' && <Status kind="pending" word={say('travel.certify.sending')} />}
        {state.kind === 'failed' && <Failure quiet problem={state.problem} retry={() => void lodge()} />}
        {state.kind === 'told' && <Result lodged={state.lodged} refused={state.refused} />}
      </section>
    </div>
  );
}

function Result({ lodged, refused }: { lodged: Lodged; refused: boolean }) {
  const { say } = useSpeech();
  const findings = [...lodged.findings, ...lodged.messages.flatMap((message) => message.findings)];
  return (
    <>
      <Status
        size="large"
        kind={refused ? 'stop' : findings.length > 0 ? 'review' : 'clear'}
        word={say(refused ? 'travel.certify.refused' : 'travel.certify.accepted', { count: findings.length })}
      />
      <Panel title={say('travel.certify.findings')}>
        {findings.length === 0 ? (
          <p className="quiet">{say('travel.certify.clean')}</p>
        ) : (
          <FoundList findings={findings} />
        )}
      </Panel>
      {lodged.replies.map(({ mediaType, text = '' }) => (
        <Panel
          bare
          key={`${mediaType}${text}`}
          title={say('travel.certify.reply')}
          aside={<Verbatim mono>{mediaType}</Verbatim>}
        >
          <Raw
            short
            label={say('travel.certify.reply')}
            segments={text
              .split(/(?<=(?<!\?)')/)
              .filter((piece) => piece.trim() !== '')
              .map((piece, at) => ({ number: at + 1, tag: piece.trim().slice(0, 3), text: piece.trim() }))}
          />
        </Panel>
      ))}
    </>
  );
}
