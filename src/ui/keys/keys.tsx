import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Binding, matchPress, pressName } from './matcher.ts';

interface Keyboard {
  readonly add: (bindings: { readonly current: readonly Binding[] }) => () => void;
  readonly all: () => readonly Binding[];
  readonly on: boolean;
  readonly switchTo: (on: boolean) => void;
}
const KeyboardContext = createContext<Keyboard | undefined>(undefined);

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

const sequenceMs = 1500;

/** Hears the keyboard once for the whole page. Single letters can be switched off (WCAG 2.1.4). */
export function KeyboardProvider({
  on,
  switchTo,
  children,
}: {
  on: boolean;
  switchTo: (on: boolean) => void;
  children: ReactNode;
}) {
  const registered = useRef(new Set<{ readonly current: readonly Binding[] }>());
  const keyboard = useMemo<Keyboard>(
    () => ({
      add: (bindings) => {
        registered.current.add(bindings);
        return () => registered.current.delete(bindings);
      },
      all: () => [...registered.current].flatMap(({ current }) => current),
      on,
      switchTo,
    }),
    [on, switchTo],
  );

  useEffect(() => {
    let prefix = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const bindings = keyboard.all().filter((one) => one.inFields === true || (on && !typing(event.target)));
      const match = matchPress(bindings, prefix, pressName(event));
      clearTimeout(timer);
      prefix = match.kind === 'wait' ? match.prefix : '';
      if (match.kind === 'wait') {
        timer = setTimeout(() => {
          prefix = '';
        }, sequenceMs);
      }
      if (match.kind !== 'act') return;
      event.preventDefault();
      match.binding.act();
    };
    document.addEventListener('keydown', hear);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', hear);
    };
  }, [keyboard, on]);

  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (keyboard === undefined) throw new TypeError('a component stands outside the keyboard');
  return keyboard;
}

/** The keys of a component while it is shown. */
export function useKeys(bindings: readonly Binding[]): void {
  const { add } = useKeyboard();
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => add(latest), [add]);
}

/** The help of this page's keys, as pressed just now. */
export function useKeyHelp(): readonly Binding[] {
  const keyboard = useKeyboard();
  const [bindings] = useState(() => keyboard.all());
  return bindings.filter((one, at) => bindings.findLastIndex(({ keys }) => keys === one.keys) === at);
}
