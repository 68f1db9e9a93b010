import { type KeyboardEvent, useId, useRef } from 'react';
import { Button, Key } from '../components/button.tsx';
import { useSpeech } from '../house.tsx';
import { useKeys } from '../keys/keys.tsx';
import { lastPage, pageRows } from './pages.ts';

/** Finds rows by what is written in them; `/` leads here, arrow down to the rows, Escape back to all. */
export function TableFilter(props: {
  query: string;
  onQuery: (query: string) => void;
  found: number;
  total: number;
  onRows: () => void;
}) {
  const { say } = useSpeech();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: '/', text: 'ui.keys.filter', act: () => input.current?.focus() }]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && props.query !== '') props.onQuery('');
    else if (event.key === 'ArrowDown') props.onRows();
    else return;
    event.preventDefault();
  };
  return (
    <div className="table-filter">
      <label htmlFor={field}>
        {say('ui.table.filter')} <Key>/</Key>
      </label>
      <input
        id={field}
        ref={input}
        className="input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts="/"
        value={props.query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={onKey}
      />
      <p className="quiet" role="status">
        {props.query === ''
          ? say('ui.table.rows', { count: props.total })
          : say('ui.table.found', { count: props.found, total: props.total })}
      </p>
    </div>
  );
}

/** Whether rows are scrolled or turned by the hundred. */
export function PagesSwitch(props: { on: boolean; onSwitch: (on: boolean) => void }) {
  const { say } = useSpeech();
  return (
    <label className="check">
      <input type="checkbox" checked={props.on} onChange={(event) => props.onSwitch(event.target.checked)} />
      <span>{say('ui.table.pages', { count: pageRows })}</span>
    </label>
  );
}

/** Turns pages. Which rows are shown is said in words and told when it changes. */
export function PageTurner(props: { page: number; count: number; onPage: (page: number) => void }) {
  const { say } = useSpeech();
  const last = lastPage(props.count);
  const first = props.page * pageRows;
  return (
    <nav className="table-pages" aria-label={say('ui.table.pages.name')}>
      <Button resting={props.page === 0} onPress={() => props.onPage(props.page - 1)}>
        {say('ui.table.pages.previous')}
      </Button>
      <p role="status">
        {say('ui.table.pages.shown', {
          first: Math.min(first + 1, props.count),
          last: Math.min(first + pageRows, props.count),
          total: props.count,
        })}
      </p>
      <Button resting={props.page === last} onPress={() => props.onPage(props.page + 1)}>
        {say('ui.table.pages.next')}
      </Button>
    </nav>
  );
}

/** No row holds what was asked for: says so, and takes it back. */
export function NothingFound({ query, total, onAll }: { query: string; total: number; onAll: () => void }) {
  const { say } = useSpeech();
  return (
    <div className="table-nothing">
      <p>{say('ui.table.nothing', { query, total })}</p>
      <Button onPress={onAll}>{say('ui.table.all')}</Button>
    </div>
  );
}
