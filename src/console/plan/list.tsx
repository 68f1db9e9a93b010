import { useEffect, useMemo, useRef } from 'react';
import {
  Button,
  type Column,
  Empty,
  type Speech,
  Status,
  Table,
  TableCount,
  useHouse,
  useLiveList,
  useSpeech,
  Verbatim,
} from '#ui';
import { Month } from './month.tsx';
import type { PairShape, RegisterShape, RowShape } from './shapes.ts';
import { type Choice, choices, queryOf, type Wanted } from './wanted.ts';
import { CellWord, Flags, measuredKinds, PairName, pairInWords } from './words.tsx';

const keyOf = (row: RowShape): string => row.milestone;

/** The milestones that are wanted, chapter by chapter. The list travels along in the address of each. */
export function MilestoneList(props: { register: RegisterShape; rows: readonly RowShape[]; wanted: Wanted }) {
  const { register, rows, wanted } = props;
  const speech = useSpeech();
  const { say } = speech;
  const { address } = useHouse();
  const list = useLiveList(rows, keyOf);
  const columns = useMemo(() => listColumns(speech), [speech]);
  const box = useRef<HTMLElement>(null);
  const query = queryOf(wanted, address.query);
  const before = useRef(query);
  useEffect(() => {
    // Whoever asked for a list wants to read it: the focus goes there, and the next key opens a milestone.
    if (before.current !== query) box.current?.focus();
    before.current = query;
  }, [query]);
  const titles = new Map(register.chapters.map(({ code, title }) => [code, title]));
  return (
    <section className="panel" ref={box} tabIndex={-1} aria-label={say('plan.list')} {...list.hold}>
      <header>
        <h2>{say('plan.list')}</h2>
        <Chosen register={register} wanted={wanted} />
      </header>
      {rows.length === 0 ? (
        <NothingWanted register={register} wanted={wanted} />
      ) : (
        <Table
          key={query}
          filter
          caption={say('plan.list')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          to={({ milestone }) => `/plan/milestones/${encodeURIComponent(milestone)}${query}`}
          changed={list.changed}
          group={({ chapter }) => ({
            key: chapter,
            title: (
              <>
                <span translate="no" className="mono">
                  {chapter}
                </span>{' '}
                <span data-told="">{titles.get(chapter)}</span>
              </>
            ),
          })}
          footer={<TableCount shown={rows.length} total={register.rows.length} />}
        />
      )}
    </section>
  );
}

/** What a choice is called. */
export function wordOf(name: Choice, wanted: Wanted, register: RegisterShape, { say, format }: Speech): string {
  const word = wanted[name] ?? '';
  switch (name) {
    case 'chapter':
      return register.chapters.find(({ code }) => code === word)?.title ?? word;
    case 'pair':
      return pairInWords(word, format);
    case 'cell':
      return say(`plan.cell.${word}`);
    case 'flag':
      return say(`plan.flag.${word}`);
    case 'signing':
      return say('plan.wanted.signing');
    case 'measured':
      return word === 'any' ? say('plan.wanted.measured') : say(`plan.measured.${word}`);
    case 'followed':
      return say('plan.wanted.followed');
  }
}

/** Each choice as a button that takes it back. */
function Chosen({ register, wanted }: { register: RegisterShape; wanted: Wanted }) {
  const speech = useSpeech();
  const { address } = useHouse();
  return (
    <div className="actions plan-chosen">
      {choices
        .filter((name) => wanted[name] !== undefined)
        .map((name) => {
          const { [name]: _, ...others } = wanted;
          const word = wordOf(name, wanted, register, speech);
          return (
            <Button
              key={name}
              label={speech.say('plan.wanted.drop', { word })}
              onPress={() => address.go(`/plan${queryOf(others, address.query)}`)}
            >
              <span data-told="">{word}</span> <span aria-hidden="true">×</span>
            </Button>
          );
        })}
      {wanted.followed === undefined && (
        <Button
          kind="quiet"
          onPress={() => address.go(`/plan${queryOf({ ...wanted, followed: 'mine' }, address.query)}`)}
        >
          {speech.say('plan.wanted.followed')}
        </Button>
      )}
    </div>
  );
}

function NothingWanted({ register, wanted }: { register: RegisterShape; wanted: Wanted }) {
  const speech = useSpeech();
  const { address } = useHouse();
  const words = choices.filter((name) => wanted[name] !== undefined);
  const told = words.map((name) => wordOf(name, wanted, register, speech));
  return (
    <Empty
      kind="pending"
      title={speech.say('plan.list.none', { total: register.rows.length, wanted: speech.format.list(told) })}
      actions={
        <Button onPress={() => address.go(`/plan${queryOf({}, address.query)}`)}>{speech.say('plan.list.all')}</Button>
      }
    />
  );
}

const bound = ({ pairs }: RowShape): readonly PairShape[] => pairs.filter(({ cell }) => cell !== 'not-applicable');

type MonthOf = (pair: PairShape) => string | undefined;

/** A month of each pair: once when all say the same, else by pair. */
function EachPair({ row, month }: { row: RowShape; month: MonthOf }) {
  const each = bound(row).map((pair) => ({ pair: pair.pair, month: month(pair) }));
  const [first] = each;
  const shown = (one: string | undefined) =>
    one === undefined ? <span className="quiet">–</span> : <Month of={one} />;
  if (each.every((one) => one.month === first?.month)) return shown(first?.month);
  return (
    <ul className="plan-each">
      {each.map((one) => (
        <li key={one.pair}>
          <PairName pair={one.pair} /> {shown(one.month)}
        </li>
      ))}
    </ul>
  );
}

const earliest = (row: RowShape, month: MonthOf): string =>
  bound(row)
    .flatMap((pair) => month(pair) ?? [])
    .sort()[0] ?? '9999';

function listColumns(speech: Speech): readonly Column<RowShape>[] {
  const { say, format } = speech;
  const due: MonthOf = (pair) => pair.due;
  const expected: MonthOf = (pair) => pair.expected?.to;
  const byMonth = (month: MonthOf) => (one: RowShape, other: RowShape) =>
    earliest(one, month).localeCompare(earliest(other, month));
  return [
    {
      key: 'milestone',
      title: say('plan.milestone'),
      head: true,
      width: '22rem',
      cell: ({ milestone, title }) => (
        <>
          <Verbatim mono>{milestone}</Verbatim> <strong data-told="">{title}</strong>
        </>
      ),
      text: ({ milestone, title }) => `${milestone} ${title}`,
      order: (one, other) => format.compare(one.milestone, other.milestone),
    },
    {
      key: 'pairs',
      title: say('plan.pairs'),
      width: '25rem',
      cell: ({ pairs }) => (
        <ul className="plan-pairs">
          {pairs.map(({ pair, cell }) => (
            <li key={pair}>
              <PairName pair={pair} /> <CellWord cell={cell} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'due',
      title: say('plan.promised'),
      cell: (row) => <EachPair row={row} month={due} />,
      order: byMonth(due),
    },
    {
      key: 'expected',
      title: say('plan.expected'),
      cell: (row) => <EachPair row={row} month={expected} />,
      order: byMonth(expected),
    },
    { key: 'flags', title: say('plan.noted'), cell: ({ flags }) => <Flags flags={flags} /> },
    {
      key: 'measured',
      title: say('plan.measured'),
      width: '10rem',
      cell: ({ measured }) =>
        measured === undefined ? (
          <span className="quiet">{say('plan.measured.none')}</span>
        ) : (
          <Status kind={measuredKinds[measured.verdict]} word={say(`plan.measured.${measured.verdict}`)} />
        ),
      order: (one, other) => (one.measured?.verdict ?? '').localeCompare(other.measured?.verdict ?? ''),
    },
  ];
}
