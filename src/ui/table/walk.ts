import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Line } from './lines.ts';
import { pageRows } from './pages.ts';

/** Rows that a page key passes. */
const leap = 10;

/** How the keys walk through rows: from a place among them to the next. */
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + leap),
  PageUp: (at) => Math.max(0, at - leap),
  Home: () => 0,
  End: (_, last) => last,
};

/** Where a key leads from the row at `at` of `count`; undefined when it does not walk, or there is nowhere to go. */
export function walked(key: string, at: number, count: number): number | undefined {
  return count === 0 ? undefined : steps[key]?.(at, count - 1);
}

/** Walking from row to row, also to those that do not stand in the page yet: they are drawn first, then they get the focus. */
export function useRowWalk<Row>(
  lines: readonly Line<Row>[],
  frame: HTMLElement | null,
  choice: { readonly chosen?: string | undefined; readonly onChosen?: ((key: string) => void) | undefined } = {},
) {
  const [stop, setStop] = useState<string | undefined>(choice.chosen);
  const keys = useMemo(() => lines.flatMap(({ kind, key }) => (kind === 'row' ? [key] : [])), [lines]);
  const at = Math.max(0, stop === undefined ? 0 : keys.indexOf(stop));
  const goTo = (place: number): void => {
    const key = keys[place];
    if (key === undefined) return;
    flushSync(() => setStop(key));
    frame?.querySelector<HTMLElement>('[data-row-link][tabindex="0"]')?.focus();
  };
  const { chosen, onChosen } = choice;
  const focused = useRef(chosen);
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (chosen === undefined || chosen === focused.current) return;
    wanted.current = chosen;
    setStop(chosen);
  }, [chosen]);
  useEffect(() => {
    if (stop === undefined || wanted.current !== stop) return;
    wanted.current = undefined;
    // Chosen elsewhere: its row is drawn by now, so the focus can go there.
    frame?.querySelector<HTMLElement>('[data-row-link][tabindex="0"]')?.focus();
  }, [frame, stop]);
  const onStop = (key: string): void => {
    focused.current = key;
    setStop(key);
    onChosen?.(key);
  };
  const inside = (): boolean => (frame?.querySelector('[data-row-link]:focus') ?? null) !== null;
  // Of several tables the keys mean the one that has the focus, else the first on the page, whichever was drawn last.
  const press = (key: string) => (): void => {
    const row = document.activeElement?.closest('[data-row-link]');
    const first = document.querySelector<HTMLElement>('[data-row-link][tabindex="0"]');
    if (row instanceof HTMLElement) row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    else if (first === null) goTo(at);
    else first.focus();
  };
  return {
    count: keys.length,
    /** The row that the Tab key stops at, and the page on which it stands. */
    stop: keys[at],
    page: Math.trunc(at / pageRows),
    onStop,
    turn: (page: number): void => setStop(keys[page * pageRows]),
    enter: (): void => goTo(at),
    onKey: (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || !inside()) return;
      const place = walked(event.key, at, keys.length);
      if (place === undefined) return;
      event.preventDefault();
      goTo(place);
    },
    bindings: [
      { keys: 'j', text: 'ui.keys.nextRow', act: press('ArrowDown') },
      { keys: 'k', text: 'ui.keys.previousRow', act: press('ArrowUp') },
    ],
  };
}
