import { type KeyboardEvent, useRef, useState } from 'react';
import { Panel, Shape, useHouse, useLink, useSpeech } from '#ui';
import { type Cell, type ChapterShape, cells, pairs, type RegisterShape } from './shapes.ts';
import { queryOf, type Wanted } from './wanted.ts';
import { CellSign, pairInWords } from './words.tsx';

type Stand = RegisterShape['matrix'][number];

/** How the arrows move from cell to cell: rows are chapters, columns are pairs. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Where a key leads from a cell; undefined where there is no cell. */
export function stepFrom(
  key: string,
  at: readonly [number, number],
  rows: number,
): readonly [number, number] | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const [row, column] = [at[0] + step[0], at[1] + step[1]];
  return row >= 0 && row < rows && column >= 0 && column < pairs.length ? [row, column] : undefined;
}

/** Chapter by pair. One stop of the Tab key; arrows move by cell; each cell opens its list. */
export function Matrix({ register, wanted }: { register: RegisterShape; wanted: Wanted }) {
  const { say, format } = useSpeech();
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<readonly [number, number]>([0, 0]);
  const { chapters, goals, matrix } = register;
  const shown = chapters.filter(({ code }) => matrix.some(({ chapter }) => chapter === code));
  const move = (event: KeyboardEvent): void => {
    const next = stepFrom(event.key, stop, shown.length);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell-at="${next.join()}"]`)?.focus();
  };
  const rest = ({ target }: { readonly target: EventTarget }): void => {
    const at = target instanceof HTMLElement ? target.dataset['cellAt']?.split(',').map(Number) : undefined;
    if (at !== undefined) setStop([at[0] ?? 0, at[1] ?? 0]);
  };
  return (
    <Panel title={say('plan.matrix')} aside={say('plan.matrix.keys')} bare>
      <div className="table-frame">
        <table className="matrix" ref={table} onKeyDown={move} onFocus={rest}>
          <caption className="unseen">{say('plan.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('plan.chapter')}</th>
              {pairs.map((pair) => (
                <th key={pair} scope="col">
                  {pairInWords(pair, format)}
                </th>
              ))}
            </tr>
          </thead>
          {goals.map(({ goal, title }) => (
            <tbody key={goal}>
              <tr className="group">
                <th scope="rowgroup" colSpan={1 + pairs.length}>
                  {say('plan.report.goal', { goal })} · <span data-told="">{title}</span>
                </th>
              </tr>
              {shown.map((chapter, row) =>
                chapter.goal === goal ? (
                  <ChapterRow
                    key={chapter.code}
                    chapter={chapter}
                    stands={matrix.filter((one) => one.chapter === chapter.code)}
                    {...{ row, stop, wanted }}
                  />
                ) : null,
              )}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}

interface ChapterRowProps {
  readonly chapter: ChapterShape;
  readonly stands: readonly Stand[];
  readonly row: number;
  readonly stop: readonly [number, number];
  readonly wanted: Wanted;
}

function ChapterRow({ chapter, stands, row, stop, wanted }: ChapterRowProps) {
  const { format } = useSpeech();
  const { address } = useHouse();
  const link = useLink(`/plan${queryOf({ chapter: chapter.code }, address.query)}`);
  return (
    <tr>
      <th scope="row">
        <a {...link} className="chapter-link">
          <span translate="no" className="mono">
            {chapter.code}
          </span>{' '}
          <span data-told="">{chapter.title}</span>
        </a>
      </th>
      {pairs.map((pair, column) => {
        const stand = stands.find((one) => one.pair === pair);
        return (
          <td
            key={pair}
            data-label={pairInWords(pair, format)}
            aria-current={(wanted.chapter === chapter.code && wanted.pair === pair) || undefined}
          >
            {stand !== undefined && (
              <StandCell
                stand={stand}
                title={chapter.title}
                at={`${row},${column}`}
                isStop={stop[0] === row && stop[1] === column}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface StandCellProps {
  readonly stand: Stand;
  readonly title: string;
  readonly at: string;
  readonly isStop: boolean;
}

/** The whole cell leads to its list; each count in it, by pointer, to its part. */
function StandCell({ stand, title, at, isStop }: StandCellProps) {
  const { say, format } = useSpeech();
  const { address } = useHouse();
  const { chapter, pair, counts, contradicts } = stand;
  const whole = useLink(`/plan${queryOf({ chapter, pair }, address.query)}`);
  const words = cells
    .filter((cell) => counts[cell] > 0)
    .map((cell) => say('plan.matrix.count', { count: counts[cell], word: say(`plan.cell.${cell}`) }));
  const wrong = contradicts > 0 ? [say('plan.matrix.contradicts', { count: contradicts })] : [];
  return (
    <div className="stand">
      <a {...whole} className="stand-whole" data-cell-at={at} tabIndex={isStop ? 0 : -1}>
        <span className="unseen" data-told="">
          {`${title}, ${pairInWords(pair, format)}: ${format.list([...words, ...wrong])}`}
        </span>
      </a>
      <ul>
        {cells.map((cell) => counts[cell] > 0 && <StandCount key={cell} stand={stand} cell={cell} />)}
        {contradicts > 0 && <Contradicting stand={stand} />}
      </ul>
    </div>
  );
}

function StandCount({ stand, cell }: { stand: Stand; cell: Cell }) {
  const { say, format } = useSpeech();
  const { address } = useHouse();
  const { chapter, pair, counts } = stand;
  const link = useLink(`/plan${queryOf({ chapter, pair, cell }, address.query)}`);
  return (
    <li data-cell={cell}>
      <a {...link} tabIndex={-1}>
        <CellSign cell={cell} /> <b>{format.number(counts[cell])}</b> {say(`plan.cell.${cell}`)}
      </a>
    </li>
  );
}

function Contradicting({ stand }: { stand: Stand }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const { chapter, pair, contradicts } = stand;
  const link = useLink(`/plan${queryOf({ chapter, pair, flag: 'contradicts' }, address.query)}`);
  return (
    <li data-kind="review">
      <a {...link} tabIndex={-1}>
        <span className="cell-sign" data-kind="review">
          <Shape sign="review" />
        </span>{' '}
        {say('plan.matrix.contradicts', { count: contradicts })}
      </a>
    </li>
  );
}
