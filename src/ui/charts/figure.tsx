import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useSay, useSpeech } from '../house.tsx';
import { useKeys } from '../keys/keys.tsx';
import { usePrinting } from '../printing.ts';
import type { Column } from '../table/column.ts';
import { Table } from '../table/table.tsx';
import { csvOf, type FigureColumn, type Figures } from './numbers.ts';

/** What every chart is given. */
export interface ChartProps {
  /** What is shown, as a heading would say it. */
  readonly name: string;
  /** What it shows today, in one sentence. */
  readonly finding: ReactNode;
  /** How to read it, where its kind alone does not tell. */
  readonly description?: string;
}

interface FrameProps extends ChartProps {
  readonly figures: Figures;
  readonly legend?: ReactNode;
  /** What the point says that has the focus or the pointer. */
  readonly reading: string | undefined;
  readonly frame: { readonly ref: RefObject<HTMLDivElement | null>; readonly onKeyDown: React.KeyboardEventHandler };
  readonly children: ReactNode;
}

/** A chart in its figure: the finding, the drawing or the table of the same numbers, and a copy of them. Both print. */
export function ChartFrame(props: FrameProps) {
  const say = useSay();
  const [tabled, setTabled] = useState(false);
  const printing = usePrinting();
  const hint = useId();
  const copy = useCopy(props.figures);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = (): void => {
    setTabled(!tabled);
    // The point or the row that had the focus is gone with the other form.
    button.current?.focus();
  };
  useFigureKeys();
  return (
    <figure className="chart" aria-label={props.name} aria-describedby={hint}>
      <figcaption>{props.finding}</figcaption>
      <div className="chart-bar">
        {!tabled && props.legend}
        <div className="actions">
          <Button kind="quiet" pressed={tabled} shortcut="t" onPress={toggle} handle={button} part="table">
            {say('ui.chart.table')}
          </Button>
          <Button kind="quiet" shortcut="c" onPress={copy.act} part="copy">
            {say('ui.chart.copy')}
          </Button>
        </div>
      </div>
      <p className="unseen" id={hint}>
        {props.description} {say('ui.chart.keys')}
      </p>
      {(!tabled || printing) && (
        <div className="chart-drawing" {...props.frame}>
          {props.children}
          <p className="chart-reading" aria-hidden="true">
            {props.reading ?? say('ui.chart.keys')}
          </p>
        </div>
      )}
      {(tabled || printing) && <FiguresTable name={props.name} figures={props.figures} />}
      {copy.told}
    </figure>
  );
}

/** The keys of a figure act on the one that has the focus, or on the first of the page. */
function useFigureKeys(): void {
  const act = (part: string) => (): void => {
    const figure = document.activeElement?.closest('figure.chart') ?? document.querySelector('figure.chart');
    figure?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.click();
  };
  useKeys([
    { keys: 't', text: 'ui.keys.chartTable', act: act('table') },
    { keys: 'c', text: 'ui.keys.chartCopy', act: act('copy') },
  ]);
}

/** Puts the numbers where they can be pasted from; where the browser does not allow it, shows them to be taken by hand. */
function useCopy(figures: Figures) {
  const say = useSay();
  const [done, setDone] = useState<'copied' | 'refused' | undefined>(undefined);
  const copy = async (): Promise<void> => {
    const copied = await navigator.clipboard?.writeText(csvOf(figures)).then(
      () => true,
      () => false,
    );
    setDone(copied === true ? 'copied' : 'refused');
  };
  const told = (
    <div className="chart-copied" role="status">
      {done === 'copied' && <p className="quiet">{say('ui.chart.copied', { count: figures.rows.length })}</p>}
      {done === 'refused' && (
        <label>
          {say('ui.chart.copyByHand')}
          <textarea
            className="input"
            data-mono
            readOnly
            rows={6}
            value={csvOf(figures)}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </div>
  );
  return { act: () => void copy(), told };
}

type FiguresRow = Figures['rows'][number];

/** The numbers of a chart as a table. */
export function FiguresTable({ name, figures }: { name: string; figures: Figures }) {
  const { format } = useSpeech();
  const written = (value: number, as: FigureColumn['as']): string =>
    as === 'share' ? format.share(value) : as === 'signed' ? format.signed(value) : format.number(value);
  const columns = figures.columns.map((column, at): Column<FiguresRow> => {
    const numeric = figures.rows.some(({ values }) => typeof values[at] === 'number');
    return {
      key: column.key,
      title: column.title,
      ...(at === 0 ? { head: true } : {}),
      ...(numeric ? { align: 'end' } : {}),
      cell: ({ values }) => {
        const value = values[at];
        if (typeof value === 'number') return written(value, column.as);
        return column.verbatim === true ? <span translate="no">{value}</span> : value;
      },
      order: (one, other) => compared(one.values[at], other.values[at], format.compare),
    };
  });
  const led = figures.rows.every(({ to }) => to !== undefined);
  return (
    <Table
      caption={name}
      columns={columns}
      rows={figures.rows}
      rowKey={({ key }) => key}
      dense
      {...(led ? { to: ({ to = '' }: FiguresRow) => to } : {})}
    />
  );
}

/** Numbers by size, texts by the language, nothing last. */
function compared(
  one: FiguresRow['values'][number],
  other: FiguresRow['values'][number],
  texts: (one: string, other: string) => number,
): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return texts(String(one), String(other));
}
