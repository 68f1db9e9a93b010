import { type FactRow, Facts, Panel, Shape, type Speech, Status, type StatusKind, useSpeech } from '#ui';
import { Month, monthInWords } from './month.tsx';
import type { BaselineShape, Flag, MilestoneShape, PairShape, ReportShape } from './shapes.ts';
import { CellWord, flagKinds, pairInWords } from './words.tsx';

/** How each pair stands, side by side. */
export function PairCards({ story }: { story: MilestoneShape }) {
  return (
    <div className="plan-cards">
      {story.pairs.map((pair) => (
        <PairCard
          key={pair.pair}
          pair={pair}
          story={story}
          reports={story.reports.find((one) => one.pair === pair.pair)?.reports ?? []}
          baselines={story.baselines.find((one) => one.pair === pair.pair)?.baselines ?? []}
        />
      ))}
    </div>
  );
}

interface PairCardProps {
  readonly pair: PairShape;
  readonly story: MilestoneShape;
  readonly reports: readonly ReportShape[];
  readonly baselines: readonly BaselineShape[];
}

/** What was promised, what each says, what somebody independent found: beside each other, none in the other's place. */
function PairCard({ pair, story, reports, baselines }: PairCardProps) {
  const speech = useSpeech();
  const { say, format } = speech;
  if (pair.cell === 'not-applicable') {
    return (
      <Panel title={pairInWords(pair.pair, format)} aside={<CellWord cell={pair.cell} />}>
        <p className="quiet">{say('plan.card.unbound')}</p>
      </Panel>
    );
  }
  const rows: readonly FactRow[] = [
    { key: 'promised', title: say('plan.promised'), value: <Promised baselines={baselines} /> },
    { key: 'expected', title: say('plan.expected'), value: <Expected pair={pair} /> },
    { key: 'says', title: say('plan.says'), value: <Says reports={reports} pair={pair.pair} /> },
    {
      key: 'verdict',
      title: say('plan.independent'),
      value:
        pair.verdict === undefined ? (
          <span className="quiet">{say('plan.independent.none')}</span>
        ) : (
          <Status kind={verdictKinds[pair.verdict]} word={say(`plan.verdict.${pair.verdict}`)} />
        ),
    },
  ];
  return (
    <Panel title={pairInWords(pair.pair, format)} aside={<CellWord cell={pair.cell} />}>
      <Facts rows={rows} />
      {pair.flags.length > 0 && (
        <ul className="plan-why">
          {pair.flags.map((flag) => (
            <li key={flag} data-kind={flagKinds[flag]}>
              <Shape sign={flagKinds[flag]} />
              <span>
                <b>{say(`plan.flag.${flag}`)}.</b> {whyFlag(flag, pair, story, speech)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export const verdictKinds: Readonly<Record<NonNullable<PairShape['verdict']>, StatusKind>> = {
  'no-evidence': 'pending',
  'not-started': 'stop',
  limited: 'review',
  substantial: 'clear',
  complete: 'clear',
};

/** Why a flag was raised, from the very values that raised it. */
function whyFlag(flag: Flag, pair: PairShape, story: MilestoneShape, { say, locale, format }: Speech): string {
  const month = (of: string | undefined): string => (of === undefined ? '' : monthInWords(of, locale));
  return say(`plan.why.${flag}`, {
    due: month(pair.due),
    first: month(pair.firstDue ?? pair.due),
    reported: month(pair.reportedFor),
    expected: month(pair.expected?.from),
    blockers: format.list(story.blockedBy),
    count: story.blockedBy.length,
  });
}

/** Every month that it was promised by; what was replaced is struck through, never taken away. */
function Promised({ baselines }: { baselines: readonly BaselineShape[] }) {
  const { say } = useSpeech();
  const last = baselines.at(-1);
  if (last?.month === undefined) return <span className="quiet">{say('plan.promised.none')}</span>;
  return (
    <span className="plan-chain">
      {baselines.map(({ number, month, first }) => (
        <span key={number}>
          {number > 0 && <span className="quiet"> → </span>}
          {first !== undefined && (
            <>
              <Month of={first} />,{' '}
            </>
          )}
          {month !== undefined &&
            (number === last.number ? (
              <b>
                <Month of={month} />
              </b>
            ) : (
              <s>
                <Month of={month} />
              </s>
            ))}
        </span>
      ))}
      {baselines.length > 1 && <span className="quiet"> {say('plan.promised.moved', { count: last.number })}</span>}
    </span>
  );
}

function Expected({ pair: { expected } }: { pair: PairShape }) {
  const { say, format } = useSpeech();
  if (expected === undefined) return <span className="quiet">{say('plan.expected.none')}</span>;
  const { from, to, by } = expected;
  return (
    <>
      <Month of={from} />
      {to !== from && (
        <>
          {' – '}
          <Month of={to} />
        </>
      )}{' '}
      <span className="quiet">
        {say('plan.expected.by', { who: by === 'report' ? say('plan.by.report') : format.country(by) })}
      </span>
    </>
  );
}

/** The last word of each country; the leaders' word for one that has said nothing since. */
function Says({ reports, pair }: { reports: readonly ReportShape[]; pair: string }) {
  const { say, format } = useSpeech();
  const last = pair.split('-').flatMap((nation) => {
    const one = reports.findLast(({ by }) => by === nation || by === 'report');
    return one === undefined ? [] : [one];
  });
  if (last.length === 0) return <span className="quiet">{say('plan.says.none')}</span>;
  return (
    <ul className="plan-says">
      {[...new Set(last)].map(({ by, state, qualifier, asOf }) => (
        <li key={by}>
          <b>{say(`plan.state.${state}`)}</b>
          {qualifier !== undefined && ` (${say(`plan.qualifier.${qualifier}`)})`}{' '}
          <span className="quiet">
            {by === 'report' ? say('plan.by.report') : format.country(by)}, <Month of={asOf} />
          </span>
        </li>
      ))}
    </ul>
  );
}
