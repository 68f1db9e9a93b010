import { useState } from 'react';
import { Facts, Verbatim } from '../components/facts.tsx';
import { Empty, Failure, Message, Skeleton } from '../components/message.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useSay } from '../house.tsx';
import { statusKinds } from '../tokens.ts';

/** What a page says when things go well, badly, or not at all. */
export function Messages() {
  const say = useSay();
  return (
    <div className="stack">
      {statusKinds.map((kind) => (
        <Message key={kind} kind={kind} title={say(`styles.message.${kind}`)} />
      ))}
      <Failure
        problem={{ status: 503, code: 'NOD-0101', instance: '/api/casework/referrals' }}
        retry={() => undefined}
        quiet
      />
      <Empty title={say('styles.empty')}>{say('styles.empty.more')}</Empty>
      <Skeleton lines={3} />
    </div>
  );
}

/** Names and values, one of them lit. */
export function SampleFacts() {
  const say = useSay();
  return (
    <Facts
      rows={[
        { key: 'name', title: say('styles.facts.name'), value: <Verbatim>MORENO, ANA LUCIA</Verbatim> },
        { key: 'born', title: say('styles.facts.born'), value: <Verbatim>1979-03-02</Verbatim> },
        {
          key: 'document',
          title: say('styles.facts.document'),
          value: <Verbatim>P MEX G18830291</Verbatim>,
          lit: true,
        },
      ]}
    />
  );
}

/** Two panels, one of them with a count. */
export function SampleTabs() {
  const say = useSay();
  const [open, setOpen] = useState('one');
  return (
    <Tabs
      label={say('styles.tabs')}
      open={open}
      onOpen={setOpen}
      tabs={['one', 'two'].map((key, at) => ({
        key,
        title: say(`styles.field.${key}`),
        count: at === 0 ? undefined : 3,
        panel: <p>{say(`styles.tabs.${key}`)}</p>,
      }))}
    />
  );
}
