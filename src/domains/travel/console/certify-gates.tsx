import { useState } from 'react';
import {
  Button,
  cutSegments,
  Failure,
  Panel,
  type Problem,
  Raw,
  Select,
  Skeleton,
  useHouse,
  useRead,
  useSpeech,
} from '#ui';
import { type Conversation, certificationPaths, type Score } from './certification.ts';
import { ScorePanel } from './certify-case.tsx';

/** The other half of a carrier's system: it is shown a dialogue, and says for each passenger what its gate does. */
export function GatesPanel({ title, onScore }: { title: string; onScore: () => void }) {
  const { say } = useSpeech();
  const { source } = useHouse();
  const read = useRead<Conversation>(certificationPaths.replies);
  const [gates, setGates] = useState<Readonly<Record<string, string>>>({});
  const [score, setScore] = useState<Score | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const attempt = async (): Promise<void> => {
    const said = Object.fromEntries(Object.entries(gates).filter(([, gate]) => gate !== ''));
    const answer = await source.send<Score>(certificationPaths.replies, { gates: said });
    setScore(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onScore();
  };
  if (read.value === undefined) {
    return read.problem === undefined ? <Skeleton lines={6} /> : <Failure quiet problem={read.problem} />;
  }
  const { turns, passengers } = read.value;
  const options = [
    { value: '', text: say('travel.certify.gate.none') },
    ...read.value.gates.map((value) => ({ value, text: say(`travel.certify.gate.${value}`) })),
  ];
  return (
    <>
      <Panel title={title} told bare aside={say('travel.certify.turns')}>
        {turns.map(({ from, text }, at) => {
          const label = say(`travel.certify.from.${from}`, { turn: at + 1 });
          return (
            // A dialogue never changes its order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div key={at} className="turn">
              <h3>{label}</h3>
              <Raw short label={label} segments={cutSegments(text)} />
            </div>
          );
        })}
      </Panel>
      <Panel title={say('travel.certify.gates')}>
        <div className="stack">
          <div className="gates">
            {passengers.map((passenger) => (
              <Select
                key={passenger}
                label={passenger}
                verbatim
                value={gates[passenger] ?? ''}
                onValue={(gate) => setGates({ ...gates, [passenger]: gate })}
                options={options}
              />
            ))}
          </div>
          <div className="actions">
            <Button kind="primary" onPress={() => void attempt()}>
              {say('travel.certify.do')}
            </Button>
          </div>
          {problem !== undefined && <Failure quiet problem={problem} />}
        </div>
      </Panel>
      {score !== undefined && <ScorePanel score={score} />}
    </>
  );
}
