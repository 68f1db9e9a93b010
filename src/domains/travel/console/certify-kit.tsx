import { useState } from 'react';
import { Button, Failure, Moment, Panel, type Problem, useHouse, useSpeech, Verbatim } from '#ui';
import { type Credentials, certificationPaths } from './certification.ts';

/** Credentials with which all that is done is an exercise; shown once. */
export function CredentialsPanel() {
  const { say } = useSpeech();
  const { source } = useHouse();
  const [made, setMade] = useState<Credentials | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const make = async (): Promise<void> => {
    const answer = await source.send<Credentials>(certificationPaths.credentials, {});
    setMade(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
  };
  return (
    <Panel title={say('travel.certify.credentials')} aside={say('travel.certify.credentials.rule')}>
      <div className="stack" aria-live="polite">
        {made === undefined ? (
          <div>
            <Button onPress={() => void make()}>{say('travel.certify.credentials.make')}</Button>
          </div>
        ) : (
          <>
            <p className="credentials">
              <Verbatim mono>{made.token}</Verbatim>
            </p>
            <p className="quiet">
              {say('travel.certify.credentials.once')} <Moment at={made.expiresAt} day />
            </p>
          </>
        )}
        {problem !== undefined && <Failure quiet problem={problem} />}
      </div>
    </Panel>
  );
}

const countries = ['US', 'CA', 'MX'];

/** What a system must know of the countries: their answers' codes, and what speaks for a country that is silent. */
export function TablesPanel() {
  const { say, format } = useSpeech();
  const { source } = useHouse();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const save = async (path: string, name: string): Promise<void> => {
    const answer = await source.read<unknown>(path);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(answer.value, null, 2)], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Panel title={say('travel.certify.tables')}>
      <div className="stack">
        <div className="actions">
          {countries.map((country) => (
            <Button
              key={country}
              onPress={() => void save(certificationPaths.codes(country), `codes-${country.toLowerCase()}.json`)}
            >
              {say('travel.certify.codes', { country: format.country(country) })}
            </Button>
          ))}
          <Button onPress={() => void save(certificationPaths.failRules, 'fail-rules.json')}>
            {say('travel.certify.failRules')}
          </Button>
        </div>
        {problem !== undefined && <Failure quiet problem={problem} />}
      </div>
    </Panel>
  );
}
