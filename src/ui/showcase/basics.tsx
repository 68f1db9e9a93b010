import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog, KeyHelp } from '../components/dialog.tsx';
import { Panel } from '../components/page.tsx';
import { Raw } from '../components/raw.tsx';
import { Status } from '../components/status.tsx';
import { Ago, Countdown, Moment } from '../components/time.tsx';
import { useHouse, useSay } from '../house.tsx';
import { statusKinds } from '../tokens.ts';
import { rawSample } from './data.ts';
import { Fields } from './fields.tsx';
import { Numbers } from './numbers.tsx';
import { Messages, SampleFacts, SampleTabs } from './told.tsx';

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

/** How things stand, deeds, words and values, and the tokens that all is made of. */
export function Basics() {
  const say = useSay();
  return (
    <>
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
        <div className="actions sample-times">
          <Countdowns />
        </div>
      </Panel>
      <Numbers />
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
            segments={rawSample.map((segment) => ({
              ...segment,
              unread: segment.tag === 'XYZ',
              ...(segment.tag === 'DOC' ? { notes: [{ severity: 'warning', text: say('styles.raw.note') }] } : {}),
            }))}
          />
        </Panel>
        <Panel title={say('styles.facts')}>
          <SampleFacts />
        </Panel>
      </div>
      <Panel title={say('styles.tabs')}>
        <SampleTabs />
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
    </>
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
