import { type Column, Empty, Link, Moment, Panel, Status, Table, useHouse, useSpeech, Verbatim } from '#ui';
import { FactSentence } from '../plan/history.tsx';
import { Month, monthOf } from '../plan/month.tsx';
import type { FactShape, RegisterShape, RowShape } from '../plan/shapes.ts';
import { measuredKinds, PairName, useAmount } from '../plan/words.tsx';
import type { OpenProposal } from './readings.ts';

const dayMs = 86_400_000;
const soonDays = 60;
const shownRows = 8;
export const pageOf = (milestone: string): string => `/plan/milestones/${encodeURIComponent(milestone)}`;

/** Open proposals that a country has still to sign or refuse. */
export const waitingFor = (proposals: readonly OpenProposal[], country: string): readonly OpenProposal[] =>
  proposals.filter(({ missing }) => missing.includes(country));

/** What was said within the last seven days. */
export const ofThisWeek = (facts: readonly FactShape[], now: number): readonly FactShape[] =>
  facts.filter(({ at }) => at > now - 7 * dayMs);

/** Promises whose month ends within sixty days, for some pair that is not done. */
export function dueSoon({ rows, asOf }: RegisterShape): readonly RowShape[] {
  const [first, last] = [monthOf(asOf), monthOf(asOf + soonDays * dayMs)];
  return rows.filter(({ pairs }) =>
    pairs.some(({ due = '', cell }) => cell !== 'done' && cell !== 'not-applicable' && due >= first && due <= last),
  );
}

/** Promises of which a pair is said to be done and nobody has judged it. */
export const toJudge = ({ rows }: RegisterShape): readonly RowShape[] =>
  rows.filter(({ pairs }) => pairs.some(({ cell, verdict }) => cell === 'done' && verdict === undefined));

export function ProposalsPanel({ proposals }: { proposals: readonly OpenProposal[] }) {
  const { say, format } = useSpeech();
  const columns: readonly Column<OpenProposal>[] = [
    {
      key: 'title',
      title: say('home.plan.promise'),
      head: true,
      cell: ({ milestone, title }) => (
        <>
          <Verbatim mono>{milestone}</Verbatim> <span data-told="">{title}</span>
        </>
      ),
    },
    {
      key: 'month',
      title: say('home.proposals.month'),
      cell: ({ month, pairs }) => (
        <>
          <Month of={month} />{' '}
          {pairs.map((pair) => (
            <PairName key={pair} pair={pair} />
          ))}
        </>
      ),
    },
    { key: 'by', title: say('home.proposals.by'), cell: ({ nation }) => format.country(nation) },
    { key: 'at', title: say('home.proposals.since'), cell: ({ at }) => <Moment at={at} day /> },
  ];
  return (
    <Panel title={say('home.proposals')} aside={say('home.proposals.rule')} bare>
      {proposals.length === 0 ? (
        <Empty title={say('home.proposals.none')}>{say('home.proposals.none.more')}</Empty>
      ) : (
        <Table
          caption={say('home.proposals')}
          columns={columns}
          rows={proposals}
          rowKey={({ proposal }) => proposal}
          to={({ milestone }) => pageOf(milestone)}
        />
      )}
    </Panel>
  );
}

/** The last things that were said of the plan, each leading to its promise. */
export function ChangesPanel({ facts }: { facts: readonly FactShape[] }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('home.changes')} aside={<Link to="/plan/changes">{say('home.changes.all')}</Link>}>
      {facts.length === 0 ? (
        <Empty kind="pending" title={say('home.changes.none')}>
          {say('home.changes.none.more')}
        </Empty>
      ) : (
        <ol className="history">
          {facts.slice(0, shownRows).map((fact) => (
            <li key={fact.fact}>
              <Moment at={fact.at} day />
              <span>
                <Link to={pageOf(fact.milestone)}>
                  <Verbatim mono>{fact.milestone}</Verbatim>
                </Link>{' '}
                <FactSentence fact={fact} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** Promises by name, each leading to its page. */
export function PromisesPanel(props: { name: 'due' | 'judge'; rows: readonly RowShape[]; all?: string }) {
  const { say } = useSpeech();
  const text = `home.${props.name}`;
  return (
    <Panel
      title={say(text)}
      aside={
        props.all !== undefined && <Link to={props.all}>{say('home.plan.all', { count: props.rows.length })}</Link>
      }
    >
      {props.rows.length === 0 ? (
        <Empty title={say(`${text}.none`)}>{say(`${text}.none.more`)}</Empty>
      ) : (
        <ul className="home-list">
          {props.rows.slice(0, shownRows).map(({ milestone, title }) => (
            <li key={milestone}>
              <Link to={pageOf(milestone)}>
                <Verbatim mono>{milestone}</Verbatim> <span data-told="">{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What the node measures of itself, and whether what was promised is kept. */
export function MeasuresPanel({ register }: { register: RegisterShape }) {
  const { say } = useSpeech();
  const amount = useAmount();
  const { person } = useHouse();
  const rows = register.rows.flatMap(({ measured, milestone }) =>
    measured === undefined ? [] : [{ milestone, ...measured }],
  );
  return (
    <Panel title={say('home.measures')} aside={person.country !== '' && say('home.measures.rule')}>
      {rows.length === 0 ? (
        <Empty kind="pending" title={say('home.measures.none')} />
      ) : (
        <ul className="home-list">
          {rows.map(({ milestone, name, title, unit, value, verdict }) => (
            <li key={`${milestone} ${name}`}>
              <Link to={pageOf(milestone)}>
                <span data-told="">{title}</span>
              </Link>{' '}
              <b>{value === undefined ? '–' : amount(value, unit)}</b>{' '}
              <Status kind={measuredKinds[verdict]} word={say(`plan.measured.${verdict}`)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
