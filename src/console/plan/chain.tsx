import { Moment, Panel, useSpeech, Verbatim } from '#ui';
import { Month } from './month.tsx';
import type { MilestoneShape } from './shapes.ts';
import { PairName } from './words.tsx';

interface Step {
  readonly key: string;
  readonly pairs: readonly string[];
  readonly what: string;
  readonly month?: string;
  readonly until?: string;
  readonly reason?: string;
  readonly since?: number;
  readonly who: string;
}

/** Promised, moved, expected: every month that was ever named, with who named it. */
export function Chain({ story }: { story: MilestoneShape }) {
  const { say, format } = useSpeech();
  const steps = together(stepsOf(story, (who) => (who === 'report' ? say('plan.by.report') : format.country(who))));
  if (steps.length === 0) return null;
  return (
    <Panel title={say('plan.chain')} bare>
      <div className="table-frame">
        <table className="table" data-dense>
          <caption className="unseen">{say('plan.chain')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('plan.pair')}</th>
              <th scope="col">{say('plan.chain.what')}</th>
              <th scope="col">{say('plan.month')}</th>
              <th scope="col">{say('plan.chain.who')}</th>
              <th scope="col">{say('plan.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">
                  {step.pairs.map((pair) => (
                    <span key={pair}>
                      <PairName pair={pair} />{' '}
                    </span>
                  ))}
                </th>
                <td data-label={say('plan.chain.what')}>{say(`plan.chain.${step.what}`)}</td>
                <td data-label={say('plan.month')}>
                  <Months step={step} />
                </td>
                <td data-label={say('plan.chain.who')}>
                  <span>
                    <Verbatim>{step.who}</Verbatim>{' '}
                    {step.since !== undefined && (
                      <span className="quiet">
                        <Moment at={step.since} day />
                      </span>
                    )}
                  </span>
                </td>
                <td data-label={say('plan.reason')}>
                  {step.reason === undefined ? <span className="quiet">–</span> : <Verbatim>{step.reason}</Verbatim>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Months({ step: { month, until } }: { step: Step }) {
  if (month === undefined) return <span className="quiet">–</span>;
  return (
    <span>
      <Month of={month} />
      {until !== undefined && (
        <>
          {' – '}
          <Month of={until} />
        </>
      )}
    </span>
  );
}

function stepsOf(story: MilestoneShape, nameOf: (who: string) => string): readonly Step[] {
  return story.pairs
    .filter(({ cell }) => cell !== 'not-applicable')
    .flatMap(({ pair, expected }) => {
      const baselines = story.baselines.find((one) => one.pair === pair)?.baselines ?? [];
      const promised = baselines.map(({ number, month, reason, since, approvers }) => ({
        ...{ key: `${pair}-${number}`, pairs: [pair], what: number === 0 ? 'promised' : 'moved' },
        who: number === 0 ? nameOf('report') : approvers.map(({ nation, person }) => `${nation} ${person}`).join(', '),
        ...(month === undefined ? {} : { month }),
        ...(reason === undefined ? {} : { reason }),
        ...(since === undefined ? {} : { since }),
      }));
      const last =
        expected === undefined
          ? []
          : [
              {
                ...{
                  key: `${pair}-expected`,
                  pairs: [pair],
                  what: 'expected',
                  month: expected.from,
                  who: nameOf(expected.by),
                },
                ...(expected.to === expected.from ? {} : { until: expected.to }),
              },
            ];
      return [...promised, ...last];
    });
}

/** The same step of several pairs is told once. */
function together(steps: readonly Step[]): readonly Step[] {
  const told = new Map<string, Step>();
  for (const step of steps) {
    const { key: _, pairs, ...same } = step;
    const name = JSON.stringify(same);
    const before = told.get(name);
    told.set(name, before === undefined ? step : { ...before, pairs: [...before.pairs, ...pairs] });
  }
  return [...told.values()];
}
