import { type ReactNode, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog, KeyHelp } from '../components/dialog.tsx';
import { Facts, Verbatim } from '../components/facts.tsx';
import { Choice, Field, Select } from '../components/field.tsx';
import { LiveBar, useLiveList } from '../components/live.tsx';
import { Empty, ErrorSummary, Failure, Message, Skeleton } from '../components/message.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Raw } from '../components/raw.tsx';
import { Status, StatusBar, StatusCounts } from '../components/status.tsx';
import { type Column, Table } from '../components/table.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Ago, Countdown, Moment } from '../components/time.tsx';
import { useHouse, useSay } from '../house.tsx';
import { type StatusKind, statusKinds } from '../tokens.ts';
import { rawSpecimen, type Specimen, specimens } from './data.ts';

const colours = [
  'canvas',
  'surface',
  'sunken',
  'selected',
  'text',
  'muted',
  'border',
  'rule',
  'link',
  'accent',
  'focus',
];

/** All components in all their states, with the tokens that they are made of. */
export function Specimens() {
  const say = useSay();
  return (
    <Page title={say('styles.title')} lead={say('styles.lead')}>
      <Panel title={say('styles.status')} aside={say('styles.status.rule')}>
        <div className="stack">
          {(['normal', 'large'] as const).map((size) => (
            <div className="actions" key={size}>
              {statusKinds.map((kind) => (
                <Status key={kind} kind={kind} word={say(`styles.status.${kind}`)} size={size} />
              ))}
              <Status kind="clear" sign="document" word={say('styles.status.document')} size={size} />
            </div>
          ))}
          <div className="actions">
            <Status kind="pending" badge="stale" word={say('styles.status.stale')} />
            <Status kind="clear" badge="overridden" word={say('styles.status.overridden')} />
            <Status kind="stop" second word={say('styles.status.second')} />
          </div>
        </div>
      </Panel>
      <Panel title={say('styles.time')}>
        <div className="actions specimen-times">
          <Countdowns />
        </div>
      </Panel>
      <Panel title={say('styles.buttons')}>
        <div className="actions">
          <Button kind="primary" shortcut="Enter">
            {say('styles.button.decide')}
          </Button>
          <Button kind="danger" shortcut="2">
            {say('styles.button.stop')}
          </Button>
          <Button shortcut="c">{say('styles.button.claim')}</Button>
          <Button pressed>{say('styles.button.chosen')}</Button>
          <Button kind="quiet">{say('ui.retry')}</Button>
          <Button disabled>{say('styles.button.off')}</Button>
          <Dialogs />
        </div>
      </Panel>
      <Tables />
      <Panel title={say('styles.fields')}>
        <Fields />
      </Panel>
      <Panel title={say('styles.messages')}>
        <Messages />
      </Panel>
      <div className="beside">
        <Panel title={say('styles.raw')} bare>
          <Raw
            label={say('styles.raw')}
            lit={7}
            segments={rawSpecimen.map((segment) => ({
              ...segment,
              unread: segment.tag === 'XYZ',
              ...(segment.tag === 'DOC' ? { notes: [{ severity: 'warning', text: say('styles.raw.note') }] } : {}),
            }))}
          />
        </Panel>
        <Panel title={say('styles.facts')}>
          <SpecimenFacts />
        </Panel>
      </div>
      <Panel title={say('styles.tabs')}>
        <TabsSpecimen />
      </Panel>
      <Panel title={say('styles.tokens')}>
        <ul className="swatches">
          {colours.map((name) => (
            <li key={name}>
              <span style={{ background: `var(--${name})` }} />
              <code translate="no">{name}</code>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Countdowns() {
  const { ticker } = useHouse();
  const [now] = useState(() => ticker.now());
  return (
    <>
      <Countdown to={now + 18 * 60_000} size="large" />
      {[-6, 41, 72, 1700].map((minutes) => (
        <Countdown key={minutes} to={now + minutes * 60_000} />
      ))}
      <Moment at={now} day second zone="America/Toronto" />
      <Moment at={now} zone="America/Mexico_City" />
      <Ago at={now - 130_000} />
    </>
  );
}

function Dialogs() {
  const say = useSay();
  const [open, setOpen] = useState<'dialog' | 'keys' | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button onPress={() => setOpen('dialog')}>{say('styles.dialog.open')}</Button>
      <Button onPress={() => setOpen('keys')} shortcut="?">
        {say('ui.keys.title')}
      </Button>
      {open === 'keys' && <KeyHelp onClose={close} />}
      {open === 'dialog' && (
        <Dialog
          title={say('styles.dialog.title')}
          onClose={close}
          footer={
            <Button kind="primary" onPress={close}>
              {say('styles.button.decide')}
            </Button>
          }
        >
          <p>{say('styles.dialog.text')}</p>
        </Dialog>
      )}
    </>
  );
}

const counts = (row: Specimen, word: (kind: StatusKind) => string) => [
  { kind: 'stop' as const, word: word('stop'), count: row.stops },
  { kind: 'review' as const, word: word('review'), count: row.reviews },
  { kind: 'clear' as const, word: word('clear'), count: row.clears },
];

function Tables() {
  const say = useSay();
  const { ticker } = useHouse();
  const [now] = useState(() => ticker.now());
  const [rows, setRows] = useState<readonly Specimen[]>(specimens.slice(0, 3));
  const list = useLiveList(rows, keyOf);
  const word = (kind: StatusKind): string => say(`styles.status.${kind}`);
  const columns: readonly Column<Specimen>[] = [
    {
      key: 'closes',
      title: say('styles.table.closes'),
      cell: (row) => <Countdown to={now + row.minutes * 60_000} />,
      order: (one, other) => one.minutes - other.minutes,
    },
    {
      key: 'flight',
      title: say('styles.table.flight'),
      head: true,
      cell: (row) => (
        <Verbatim>
          <strong>{row.flight}</strong> {row.route}
        </Verbatim>
      ),
      order: (one, other) => one.flight.localeCompare(other.flight),
    },
    {
      key: 'answers',
      title: say('styles.table.answers'),
      cell: (row) => (
        <>
          <StatusCounts counts={counts(row, word)} />
          <StatusBar counts={counts(row, word)} />
        </>
      ),
    },
  ];
  return (
    <Panel
      title={say('styles.table')}
      bare
      aside={
        <Button kind="quiet" onPress={() => setRows(specimens)}>
          {say('styles.table.add')}
        </Button>
      }
    >
      <div {...list.hold}>
        <LiveBar list={list} />
        <Table
          caption={say('styles.table')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          to={(row) => `/styles?row=${row.key}`}
          changed={list.changed}
          gone={list.gone}
          group={(row) =>
            row.minutes < 20
              ? { key: 'now', title: say('styles.table.now') }
              : { key: 'later', title: say('styles.table.later') }
          }
        />
      </div>
    </Panel>
  );
}
const keyOf = (row: Specimen): string => row.key;

function Fields() {
  const say = useSay();
  const [text, setText] = useState('');
  const [choice, setChoice] = useState('one');
  const [port, setPort] = useState('YYZ');
  return (
    <div className="stack">
      <ErrorSummaryOnDemand />
      <Field label={say('styles.field.name')} hint={say('styles.field.hint')} value={text} onValue={setText} />
      <Field
        id="specimen-faulty"
        required
        label={say('styles.field.number')}
        error={say('styles.field.error')}
        value="G1883"
        onValue={() => undefined}
      />
      <Choice
        label={say('styles.field.choice')}
        value={choice}
        onValue={setChoice}
        options={['one', 'two'].map((value) => ({ value, text: say(`styles.field.${value}`) }))}
      />
      <Select
        label={say('styles.field.port')}
        value={port}
        onValue={setPort}
        options={['YYZ', 'YVR', 'YUL'].map((value) => ({ value, text: value }))}
      />
    </div>
  );
}

function ErrorSummaryOnDemand() {
  const say = useSay();
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <div>
        <Button onPress={() => setShown(true)}>{say('styles.field.check')}</Button>
      </div>
    );
  }
  return (
    <ErrorSummary
      title={say('ui.error.summary')}
      faults={[{ field: 'specimen-faulty', text: say('styles.field.error') }]}
    />
  );
}

function Messages(): ReactNode {
  const say = useSay();
  return (
    <div className="stack">
      {statusKinds.map((kind) => (
        <Message key={kind} kind={kind} title={say(`styles.message.${kind}`)} />
      ))}
      <Failure
        problem={{ status: 503, code: 'NOD-0101', instance: '/api/travel/flights' }}
        retry={() => undefined}
        quiet
      />
      <Empty title={say('styles.empty')}>{say('styles.empty.more')}</Empty>
      <Skeleton lines={3} />
    </div>
  );
}

function SpecimenFacts() {
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

function TabsSpecimen() {
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
