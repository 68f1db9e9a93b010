import { type ReactNode, useId, useState } from 'react';
import { Field } from '../components/field.tsx';
import { useHouse } from '../house.tsx';
import { readDay, readMonth } from './calendar.ts';
import { DayGrid } from './day-grid.tsx';
import { MonthGrid } from './month-grid.tsx';
import { Popover } from './popover.tsx';

interface DateProps {
  readonly label: string;
  /** As ISO writes it; an empty text when there is none. */
  readonly value: string;
  /** What was typed as ISO writes it where it is a date, else as it was typed. */
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  /** What the page has against it; that it is no date is said by the field itself, when it is left. */
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** A day, typed with the year first; beside it a calendar for who would rather choose. */
export function DateField(props: DateProps) {
  const { speech, ticker, zone } = useHouse();
  const today = speech.format.isoDay(ticker.now(), zone);
  return (
    <TypedDate {...props} read={readDay} form="day" word={speech.say('ui.date.calendar')}>
      {(take) => (
        <DayGrid day={readDay(props.value) ?? today} today={today} chosen={readDay(props.value)} onDay={take} />
      )}
    </TypedDate>
  );
}

/** A month, typed with the year first; beside it the twelve of a year. */
export function MonthField(props: DateProps) {
  const { speech, ticker, zone } = useHouse();
  const thisMonth = speech.format.isoDay(ticker.now(), zone).slice(0, 7);
  return (
    <TypedDate {...props} read={readMonth} form="month" word={speech.say('ui.date.months')}>
      {(take) => (
        <MonthGrid
          month={readMonth(props.value) ?? thisMonth}
          thisMonth={thisMonth}
          chosen={readMonth(props.value)}
          onMonth={take}
        />
      )}
    </TypedDate>
  );
}

function TypedDate(
  props: DateProps & {
    read: (typed: string) => string | undefined;
    form: 'day' | 'month';
    word: string;
    children: (take: (value: string) => void) => ReactNode;
  },
) {
  const { speech } = useHouse();
  const { value, onValue, read, form } = props;
  const field = useId();
  const [left, setLeft] = useState(false);
  const wrong = left && value.trim() !== '' && read(value) === undefined;
  const leave = (): void => {
    setLeft(true);
    const known = read(value);
    if (known !== undefined && known !== value) onValue(known);
  };
  const type = (typed: string): void => {
    setLeft(false);
    onValue(typed);
  };
  return (
    <div className="date-field">
      <Field
        id={field}
        label={props.label}
        hint={[props.hint, speech.say(`ui.date.form.${form}`)].filter(Boolean).join(' ')}
        error={props.error ?? (wrong ? speech.say(`ui.date.wrong.${form}`) : undefined)}
        value={value}
        onValue={type}
        onLeave={leave}
        required={props.required === true}
      />
      <Popover word={props.word} label={`${props.label}: ${props.word}`}>
        {(close) =>
          props.children((chosen) => {
            onValue(chosen);
            close();
          })
        }
      </Popover>
    </div>
  );
}
