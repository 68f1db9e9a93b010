import { useMemo, useState } from 'react';
import { Button, Combobox, Failure, Link, Message, MonthField, Panel, type Problem, useHouse, useSpeech } from '#ui';
import { Month } from './month.tsx';
import type { MovedShape, OutlookShape } from './shapes.ts';

/** What would move if one commitment moved; nothing is recorded. */
export function WhatIf({ outlooks }: { outlooks: readonly OutlookShape[] }) {
  const { say } = useSpeech();
  const { source } = useHouse();
  const [milestone, setMilestone] = useState<string | undefined>(undefined);
  const options = useMemo(() => {
    const titles = new Map(outlooks.map((one) => [one.milestone, `${one.milestone} ${one.title}`]));
    return [...titles].map(([value, text]) => ({ value, text }));
  }, [outlooks]);
  const [to, setTo] = useState('');
  const [answer, setAnswer] = useState<{ readonly moved?: readonly MovedShape[]; readonly problem?: Problem }>();
  const ask = async (): Promise<void> => {
    const told = await source.send<{ moved: readonly MovedShape[] }>('/api/plan/what-if', { milestone, to });
    setAnswer(told.ok ? { moved: told.value.moved } : { problem: told.problem });
  };
  return (
    <Panel title={say('plan.whatif')}>
      <form
        className="plan-whatif"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Combobox
          required
          verbatim
          label={say('plan.whatif.milestone')}
          options={options}
          value={milestone}
          onValue={setMilestone}
        />
        <MonthField required label={say('plan.whatif.to')} value={to} onValue={setTo} />
        <Button type="submit" resting={milestone === undefined || to === ''}>
          {say('plan.whatif.ask')}
        </Button>
      </form>
      {answer?.problem !== undefined && <Failure problem={answer.problem} />}
      {answer?.moved !== undefined && (
        <Message kind="clear" title={say('plan.whatif.moved', { count: answer.moved.length })}>
          <ul>
            {answer.moved.map((one) => (
              <li key={one.milestone}>
                <Link to={`/plan/milestones/${one.milestone}`}>
                  {one.milestone} {one.title}
                </Link>{' '}
                {one.from === undefined ? '–' : <Month of={one.from} />} → <Month of={one.to} />
              </li>
            ))}
          </ul>
        </Message>
      )}
    </Panel>
  );
}
