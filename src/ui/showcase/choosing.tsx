import { useMemo, useState } from 'react';
import { Panel } from '../components/page.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { DateField, MonthField } from '../fields/date-field.tsx';
import { Popover } from '../fields/popover.tsx';
import { useSay } from '../house.tsx';
import { placeSamples } from './data.ts';

/** What is chosen by typing, and what opens beside. */
export function Choosing() {
  const say = useSay();
  const places = useMemo(() => placeSamples(), []);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const [day, setDay] = useState('');
  const [month, setMonth] = useState('2006-06');
  return (
    <>
      <Panel title={say('styles.combo')}>
        <Combobox
          label={say('styles.combo.label')}
          hint={say('styles.combo.hint')}
          value={place}
          options={places}
          onValue={setPlace}
          verbatim
        />
      </Panel>
      <Panel title={say('styles.date')}>
        <div className="stack">
          <DateField label={say('styles.date.day')} value={day} onValue={setDay} />
          <MonthField label={say('styles.date.month')} value={month} onValue={setMonth} required />
        </div>
      </Panel>
      <Panel title={say('styles.popover')}>
        <Popover word={say('styles.popover.word')} label={say('styles.popover.label')}>
          <p>{say('styles.popover.text')}</p>
        </Popover>
      </Panel>
    </>
  );
}
