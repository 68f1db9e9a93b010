import { useEffect, useState } from 'react';
import {
  Button,
  Choice,
  Empty,
  Failure,
  Link,
  Moment,
  Page,
  Panel,
  Skeleton,
  useHouse,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import type { Page as ListOf } from '../shapes.ts';
import { FactSentence } from './history.tsx';
import { renewsPlan } from './moment.ts';
import type { FactShape, RegisterShape } from './shapes.ts';

const path = '/api/plan/changes';

/** What was said of the plan, the newest first: of everything, or of what this person follows. */
export function ChangesPage() {
  const { say } = useSpeech();
  const { address } = useHouse();
  const read = useRead<ListOf<FactShape>>(path, { renewOn: ({ view }) => view.startsWith('plan.') });
  const register = useRead<RegisterShape>('/api/plan', { renewOn: renewsPlan });
  const mine = address.query.get('followed') === 'mine';
  const followed = new Set(register.value?.rows.filter((row) => row.followed).map(({ milestone }) => milestone));
  const more = useMore(read.value);
  const all = [...(read.value?.items ?? []), ...more.items];
  const shown = mine ? all.filter(({ milestone }) => followed.has(milestone)) : all;
  return (
    <Page
      title={say('plan.changes')}
      crumbs={[{ text: say('plan.place'), to: '/plan' }]}
      lead={<p>{say('plan.changes.lead')}</p>}
    >
      <Choice
        label={say('plan.changes.of')}
        value={mine ? 'mine' : 'all'}
        onValue={(value) =>
          address.go(value === 'mine' ? '/plan/changes?followed=mine' : '/plan/changes', { replace: true })
        }
        options={[
          { value: 'all', text: say('plan.changes.all') },
          { value: 'mine', text: say('plan.changes.mine') },
        ]}
      />
      {read.value === undefined ? (
        read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )
      ) : (
        <Panel title={say('plan.changes.count', { count: shown.length })}>
          {shown.length === 0 ? (
            <Empty kind="pending" title={say(mine ? 'plan.changes.none.mine' : 'plan.changes.none')} />
          ) : (
            <ol className="plan-history">
              {shown.map((fact) => (
                <ChangeLine key={fact.fact} fact={fact} register={register.value} />
              ))}
            </ol>
          )}
          {more.next !== undefined && (
            <div className="actions">
              <Button busy={more.reading} onPress={() => void more.go()}>
                {say('plan.changes.more')}
              </Button>
            </div>
          )}
        </Panel>
      )}
    </Page>
  );
}

function ChangeLine({ fact, register }: { fact: FactShape; register: RegisterShape | undefined }) {
  const title = register?.rows.find(({ milestone }) => milestone === fact.milestone)?.title;
  return (
    <li>
      <Moment at={fact.at} day />
      <span>
        <Link to={`/plan/milestones/${encodeURIComponent(fact.milestone)}`}>
          <Verbatim mono>{fact.milestone}</Verbatim> {title !== undefined && <span data-told="">{title}</span>}
        </Link>
        <br />
        <FactSentence fact={fact} />
      </span>
    </li>
  );
}

/** What comes after the first page, for as long as the first page is the same. */
function useMore(first: ListOf<FactShape> | undefined) {
  const { source } = useHouse();
  const [items, setItems] = useState<readonly FactShape[]>([]);
  const [next, setNext] = useState<string | undefined>(undefined);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    setItems([]);
    setNext(first?.next);
  }, [first]);
  const go = async (): Promise<void> => {
    if (next === undefined) return;
    setReading(true);
    const answer = await source.read<ListOf<FactShape>>(`${path}?cursor=${encodeURIComponent(next)}`);
    setReading(false);
    if (!answer.ok) return;
    setItems((before) => [...before, ...answer.value.items]);
    setNext(answer.value.next);
  };
  return { items, next, reading, go };
}
