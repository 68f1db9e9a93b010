import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../components/button.tsx';
import { useSpeech } from '../house.tsx';
import { addMonths, monthAfterKey } from './calendar.ts';

/** The twelve months of a year, three in a row. Arrows go by month and by row, Page Up and Down by year; Enter takes one. */
export function MonthGrid(props: {
  month: string;
  thisMonth: string;
  chosen: string | undefined;
  onMonth: (month: string) => void;
}) {
  const { say, format } = useSpeech();
  const [at, setAt] = useState(props.month);
  const grid = useRef<HTMLTableElement>(null);
  const year = at.slice(0, 4);
  const rows = [0, 3, 6, 9].map((first) => [0, 1, 2].map((step) => addMonths(`${year}-01`, first + step)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = monthAfterKey(event.key, at);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setAt(next));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button kind="quiet" label={say('ui.date.previousYear')} onPress={() => setAt(addMonths(at, -12))}>
          ‹
        </Button>
        <p role="status" translate="no">
          {year}
        </p>
        <Button kind="quiet" label={say('ui.date.nextYear')} onPress={() => setAt(addMonths(at, 12))}>
          ›
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are operated, as the practices have it */}
      <table role="grid" aria-label={year} ref={grid} onKeyDown={onKeyDown} translate="no">
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((month) => (
                <td key={month}>
                  <button
                    type="button"
                    tabIndex={month === at ? 0 : -1}
                    data-first={month === at || undefined}
                    aria-pressed={month === props.chosen}
                    aria-current={month === props.thisMonth ? 'date' : undefined}
                    aria-label={format.when(month)}
                    onClick={() => props.onMonth(month)}
                  >
                    {format.monthName(month)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
