import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSay } from '../house.tsx';
import { useKeyboard, useKeyHelp } from '../keys/keys.tsx';
import { Button, Key } from './button.tsx';

/** The browser's own modal dialog. It is drawn while it is open; Escape closes it, and focus returns to where it was. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode }) {
  const say = useSay();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={title} onClose={props.onClose}>
      <header>
        <h2 id={title}>{props.title}</h2>
        <Button kind="quiet" onPress={() => dialog.current?.close()} shortcut="Escape">
          {say('ui.close')}
        </Button>
      </header>
      <div className="dialog-body">{props.children}</div>
      {props.footer !== undefined && <footer>{props.footer}</footer>}
    </dialog>
  );
}

/** The keys of the page that is shown, and the switch that turns single letters off. */
export function KeyHelp({ onClose, footer }: { onClose: () => void; footer?: ReactNode }) {
  const say = useSay();
  const bindings = useKeyHelp();
  const { on, switchTo } = useKeyboard();
  return (
    <Dialog title={say('ui.keys.title')} onClose={onClose} footer={footer}>
      <dl className="key-list">
        {bindings.map(({ keys, text }) => (
          <div key={keys}>
            <dt>
              <Key>{keys}</Key>
              <span className="unseen" translate="no">
                {keys}
              </span>
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => switchTo(event.target.checked)} />
        <span>{say('ui.keys.switch')}</span>
      </label>
    </Dialog>
  );
}
