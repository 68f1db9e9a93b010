import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Changed } from '../components/change.tsx';
import { Due } from '../components/due.tsx';
import { Figure } from '../components/figure.tsx';
import { Panel } from '../components/page.tsx';
import { useHouse } from '../house.tsx';

const whens = ['2026-11-24', '2026-11-27', '2026-11-23', '2026-11', '2027-02', '2006-12'];

/** Numbers that open their list, when things are due, and a value that changes. */
export function Numbers() {
  const { speech } = useHouse();
  const { say, format } = speech;
  const [value, setValue] = useState(41);
  return (
    <>
      <Panel title={say('styles.figures')}>
        <div className="actions sample-times">
          <Figure to="/styles?part=lists" value={12} word={say('styles.figures.late')} kind="stop" size="large" />
          <Figure to="/styles?part=lists" value={0.974} as="share" word={say('styles.figures.share')} size="large" />
          <Figure to="/styles?part=lists" value={10_000} word={say('styles.figures.all')} />
        </div>
      </Panel>
      <div className="beside">
        <Panel title={say('styles.due')}>
          <div className="actions sample-times">
            {whens.map((when) => (
              <Due key={when} on={when} />
            ))}
          </div>
        </Panel>
        <Panel title={say('styles.change')}>
          <div className="actions">
            <Changed value={value}>{format.number(value)}</Changed>
            <Button onPress={() => setValue(value + 1)}>{say('styles.change.do')}</Button>
          </div>
        </Panel>
      </div>
    </>
  );
}
