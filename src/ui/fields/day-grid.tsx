import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../components/button.tsx';
import { useSpeech } from '../house.tsx';
import { addMonths, dayAfterKey, dayInMonth, weeksOf } from './calendar.ts';

/** Sunday begins the week in all three countries [CLDR: US, CA, MX]. */
const firstOfWeek = 0;

/**
 * The days of a month: the date grid of the ARIA practices. Arrows go by day and week, Page Up and Down by month, with Shift
 * by year; Enter takes the day.
 */
export function DayGrid(props: {
  day: string;
  today: string;
  chosen: string | undefined;
  onDay: (day: string) => void;
}) {
  const { say, format } = useSpeech();
  const [at, setAt] = useState(props.day);
  const grid = useRef<HTMLTableElement>(null);
  const month = at.slice(0, 7);
  const weeks = weeksOf(month, firstOfWeek);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = dayAfterKey(event.shiftKey ? `Shift+${event.key}` : event.key, at, firstOfWeek);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setAt(next));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const turn = (months: number) => (): void => setAt(dayInMonth(at, addMonths(month, months)));
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button kind="quiet" label={say('ui.date.previousMonth')} onPress={turn(-1)}>
          ‹
        </Button>
        <p role="status" translate="no">
          {format.when(month)}
        </p>
        <Button kind="quiet" label={say('ui.date.nextMonth')} onPress={turn(1)}>
          ›
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are operated, as the practices have it */}
      <table role="grid" aria-label={format.when(month)} ref={grid} onKeyDown={onKeyDown} translate="no">
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" abbr={format.weekday(day, 'long')}>
                {format.weekday(day, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    data-first={day === at || undefined}
                    data-outside={day.slice(0, 7) !== month || undefined}
                    aria-pressed={day === props.chosen}
                    aria-current={day === props.today ? 'date' : undefined}
                    aria-label={format.when(day)}
                    onClick={() => props.onDay(day)}
                  >
                    {Number(day.slice(8))}
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
