import { useState } from 'react';
import { Button, Choice, Failure, languageNames, Page, Panel, type Problem, useHouse, useSpeech } from '#ui';
import { momentQuery } from './moment.ts';
import { PastNote } from './moment-choice.tsx';
import { showPrinted } from './printed.ts';
import { TakeIn } from './take-in.tsx';

const files = [
  { name: 'csv', path: '/api/plan/register.csv', type: 'text/csv' },
  { name: 'json', path: '/api/plan/register.json', type: 'application/json' },
  { name: 'facts', path: '/api/plan/facts', type: 'application/x-ndjson' },
] as const;

/** The plan to be handed on: a report to print, open data, signed facts; and what others hand in. */
export function PlanReportPage() {
  const { say } = useSpeech();
  const { person } = useHouse();
  return (
    <Page
      title={say('plan.report')}
      crumbs={[{ text: say('plan.place'), to: '/plan' }]}
      lead={<p>{say('plan.report.page.lead')}</p>}
    >
      <PastNote />
      <div className="beside">
        <HandOut />
        {person.may('plan.carry') && <TakeIn />}
      </div>
    </Page>
  );
}

function HandOut() {
  const { say, tongue, locale } = useSpeech();
  const { source, address, person } = useHouse();
  const [lang, setLang] = useState(tongue === 'pseudo' ? 'en' : tongue);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const moment = momentQuery(address.query);
  const asked = (path: string): string => `${path}${moment === '' ? '?' : `${moment}&`}lang=${lang}`;
  const read = async (path: string): Promise<string | undefined> => {
    const answer = await source.read<unknown>(path);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return undefined;
    return typeof answer.value === 'string' ? answer.value : `${JSON.stringify(answer.value)}\n`;
  };
  const open = async (): Promise<void> => {
    // Opened at once: a window that opens later, by itself, is held back by browsers.
    const sheet = globalThis.open('', '_blank');
    const html = await read(asked('/api/plan/report'));
    if (html === undefined) sheet?.close();
    else if (sheet !== null) showPrinted(sheet, html);
  };
  const save = async (name: string, path: string, type: string): Promise<void> => {
    const text = await read(path);
    if (text !== undefined) saveFile(name, text, type);
  };
  return (
    <Panel title={say('plan.out')}>
      <div className="stack">
        {problem !== undefined && <Failure problem={problem} />}
        <Choice
          label={say('plan.out.language')}
          value={lang}
          onValue={setLang}
          options={(['en', 'fr', 'es'] as const).map((value) => ({
            value,
            text: languageNames[value],
            lang: value,
          }))}
        />
        <ul className="plan-files" lang={locale}>
          <li>
            <Button kind="primary" onPress={() => void open()}>
              {say('plan.out.open')}
            </Button>
            <p>{say('plan.out.open.means')}</p>
          </li>
          <li>
            <Button onPress={() => void save(`plan-${lang}.html`, asked('/api/plan/report'), 'text/html')}>
              {say('plan.out.html')}
            </Button>
            <p>{say('plan.out.html.means')}</p>
          </li>
          {files
            .filter(({ name }) => name !== 'facts' || person.may('plan.carry'))
            .map(({ name, path, type }) => (
              <li key={name}>
                <Button onPress={() => void save(fileName(name, lang), name === 'facts' ? path : asked(path), type)}>
                  {say(`plan.out.${name}`)}
                </Button>
                <p>{say(`plan.out.${name}.means`)}</p>
              </li>
            ))}
        </ul>
        <p className="quiet">{say('plan.report.basis')}</p>
      </div>
    </Panel>
  );
}

const fileName = (name: (typeof files)[number]['name'], lang: string): string =>
  name === 'facts' ? 'plan-facts.ndjson' : `plan-${lang}.${name}`;

/** Hands a text to the person as a file of that name. */
function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
