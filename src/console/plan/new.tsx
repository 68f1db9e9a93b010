import { useState } from 'react';
import {
  Button,
  Choice,
  ErrorSummary,
  Failure,
  Field,
  type FieldFault,
  Page,
  Panel,
  type Problem,
  Select,
  Skeleton,
  type Speech,
  useHouse,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { activity } from '../activity.ts';
import { isMonth } from './month.tsx';
import { kinds, promises, type RegisterShape, scopes } from './shapes.ts';

/** What is typed. */
interface Draft {
  readonly initiative: string;
  readonly kind: (typeof kinds)[number];
  readonly promise: (typeof promises)[number];
  readonly scope: (typeof scopes)[number];
  readonly en: string;
  readonly fr: string;
  readonly es: string;
  readonly due: string;
  readonly after: string;
}

/** A commitment that the founding report does not know. */
export function NewPage() {
  const { say } = useSpeech();
  const read = useRead<RegisterShape>('/api/plan');
  return (
    <Page
      narrow
      title={say('plan.new')}
      crumbs={[{ text: say('plan.place'), to: '/plan' }]}
      lead={<p>{say('plan.new.lead')}</p>}
    >
      {read.value !== undefined ? (
        <Adoption register={read.value} />
      ) : read.problem === undefined ? (
        <Skeleton />
      ) : (
        <Failure problem={read.problem} retry={() => void read.renew()} />
      )}
    </Page>
  );
}

/** The next free key of an initiative: `TRV-1` has seven, so `TRV-1.8`. */
export function nextKey(initiative: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((key) => key.startsWith(`${initiative}.`))
    .map((key) => Number(key.slice(initiative.length + 1)));
  return `${initiative}.${Math.max(0, ...numbers) + 1}`;
}

const faultsOf = (draft: Draft, { say }: Speech): readonly FieldFault[] => [
  ...(['en', 'fr', 'es'] as const)
    .filter((language) => draft[language].trim() === '')
    .map((language) => ({
      field: `title-${language}`,
      text: say('plan.new.title.missing', { language }),
    })),
  ...(draft.due === '' || isMonth(draft.due) ? [] : [{ field: 'due', text: say('plan.month.wrong') }]),
];

const bodyOf = (draft: Draft): unknown => ({
  ...{ kind: draft.kind, promise: draft.promise, scope: draft.scope },
  title: { en: draft.en.trim(), fr: draft.fr.trim(), es: draft.es.trim() },
  ...(draft.due === '' ? {} : { due: draft.due }),
  ...(draft.after.trim() === '' ? {} : { after: draft.after.trim().split(/[\s,]+/) }),
});

function Adoption({ register }: { register: RegisterShape }) {
  const speech = useSpeech();
  const { say } = speech;
  const { source, address, ticker } = useHouse();
  const initiatives = register.chapters.flatMap((chapter) => chapter.initiatives);
  const [draft, setDraft] = useState<Draft>({
    ...{ initiative: initiatives[0]?.key ?? '', kind: 'milestone', promise: 'build', scope: 'all' },
    ...{ en: '', fr: '', es: '', due: '', after: '' },
  });
  const [asked, setAsked] = useState(0);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const key = nextKey(
    draft.initiative,
    register.rows.map(({ milestone }) => milestone),
  );
  const faults = faultsOf(draft, speech);
  const set = (changed: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changed }));
  const send = async (): Promise<void> => {
    setAsked((times) => times + 1);
    if (faults.length > 0 || sending) return;
    setSending(true);
    const answer = await source.send(`/api/plan/milestones/${encodeURIComponent(key)}/adoption`, bodyOf(draft));
    setSending(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const to = `/plan/milestones/${encodeURIComponent(key)}`;
    activity.add({ key, to, word: `${key}: ${say('plan.act.adopt')}`, at: ticker.now() });
    address.go(to);
  };
  return (
    <Panel title={say('plan.new')} aside={<Verbatim mono>{key}</Verbatim>}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {problem !== undefined && <Failure problem={problem} />}
        {asked > 0 && faults.length > 0 && <ErrorSummary key={asked} title={say('ui.error.summary')} faults={faults} />}
        <div data-told="">
          <Select
            label={say('plan.new.initiative')}
            value={draft.initiative}
            onValue={(initiative) => set({ initiative })}
            options={initiatives.map((one) => ({ value: one.key, text: `${one.key} ${one.title}` }))}
          />
        </div>
        <Kinds draft={draft} set={set} />
        {(['en', 'fr', 'es'] as const).map((language) => (
          <Field
            key={language}
            required
            spelling
            id={`title-${language}`}
            label={say('plan.new.title', { language })}
            value={draft[language]}
            onValue={(value) => set({ [language]: value })}
            error={asked === 0 ? undefined : faults.find(({ field }) => field === `title-${language}`)?.text}
          />
        ))}
        <Field
          id="due"
          label={say('plan.new.due')}
          hint={say('plan.ask.month.hint')}
          value={draft.due}
          onValue={(due) => set({ due })}
          error={asked === 0 ? undefined : faults.find(({ field }) => field === 'due')?.text}
        />
        <Field
          mono
          label={say('plan.new.after')}
          hint={say('plan.new.after.hint')}
          value={draft.after}
          onValue={(after) => set({ after })}
        />
        <div className="actions">
          <Button kind="primary" type="submit" busy={sending}>
            {say('plan.act.adopt')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Kinds({ draft, set }: { draft: Draft; set: (changed: Partial<Draft>) => void }) {
  const { say } = useSpeech();
  return (
    <>
      <Choice
        label={say('plan.new.kind')}
        value={draft.kind}
        onValue={(kind) => set({ kind })}
        options={kinds.map((value) => ({ value, text: say(`plan.kind.${value}`) }))}
      />
      <Choice
        label={say('plan.new.promise')}
        value={draft.promise}
        onValue={(promise) => set({ promise })}
        options={promises.map((value) => ({ value, text: say(`plan.promise.${value}`) }))}
      />
      <Choice
        label={say('plan.new.scope')}
        value={draft.scope}
        onValue={(scope) => set({ scope })}
        options={scopes.map((value) => ({ value, text: say(`plan.scope.${value}`) }))}
      />
    </>
  );
}
