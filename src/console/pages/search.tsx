import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Failure, Key, Page, useHouse, useLink, useRead, useSpeech } from '#ui';

interface Hit {
  readonly title: string;
  readonly detail?: string;
  readonly address: string;
}
interface Group {
  readonly what: string;
  readonly title: string;
  readonly hits: readonly Hit[];
  readonly more: boolean;
}
interface Searchable {
  readonly searches: readonly { readonly what: string; readonly title: string; readonly by: string }[];
}

const shortest = 2;
const longest = 80;
/** So long nothing is asked after a key, milliseconds: people type faster than they read. */
const pauseMs = 120;

/** The value as it was when nobody had typed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What was found last stays until the next answer is there: the list does not flicker under the eye. */
function useFound(query: string) {
  const wanted = useSettled(query.trim());
  const asked = wanted.length >= shortest ? `/api/search?q=${encodeURIComponent(wanted)}` : undefined;
  const read = useRead<{ readonly groups: readonly Group[] }>(asked);
  const last = useRef<readonly Group[] | undefined>(undefined);
  if (read.value !== undefined) last.current = read.value.groups;
  if (asked === undefined) last.current = undefined;
  return { groups: last.current, problem: read.problem, renew: read.renew, wanted, done: read.value !== undefined };
}

/** Finds by words in everything that the person may see; results come as he types. */
export function SearchPage() {
  const { address } = useHouse();
  const { say } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const query = address.query.get('q') ?? '';
  const { groups, problem, renew, wanted, done } = useFound(query);
  useEffect(() => field.current?.focus(), []);

  const write = (text: string): void =>
    address.go(text === '' ? '/search' : `/search?q=${encodeURIComponent(text)}`, { replace: true });
  const onKey = (event: KeyboardEvent): void => walk(event, { field: field.current, box: box.current, write });
  return (
    <Page title={say('search.title')} heading={say('search.heading')} narrow>
      <search className="search" onKeyDown={onKey}>
        <label className="unseen" htmlFor="search">
          {say('search.label')}
        </label>
        <input
          id="search"
          ref={field}
          className="input search-field"
          type="search"
          maxLength={longest}
          value={query}
          placeholder={say('search.hint')}
          autoComplete="off"
          spellCheck={false}
          aria-keyshortcuts="/"
          aria-describedby="search-keys"
          onChange={(event) => write(event.target.value)}
        />
        <p id="search-keys" className="search-keys quiet">
          <Key>↓</Key> <Key>↑</Key> {say('search.keys.walk')} · <Key>Enter</Key> {say('search.keys.open')} ·{' '}
          <Key>Esc</Key> {say('search.keys.back')}
        </p>
        <div ref={box}>
          {problem !== undefined ? (
            <Failure quiet problem={problem} retry={() => void renew()} />
          ) : (
            <Found groups={groups} query={wanted} done={done} />
          )}
        </div>
      </search>
    </Page>
  );
}

interface Walked {
  readonly field: HTMLInputElement | null;
  readonly box: HTMLElement | null;
  readonly write: (text: string) => void;
}

/** Arrows go through the hits and back to the field, Enter in the field opens the first, Escape undoes one step. */
function walk(event: KeyboardEvent, { field, box, write }: Walked): void {
  const links = [...(box?.querySelectorAll<HTMLElement>('a[data-hit]') ?? [])];
  const at = links.findIndex((link) => link.matches(':focus'));
  const inField = document.activeElement === field;
  const stops: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: links[Math.min(links.length - 1, at + 1)],
    ArrowUp: at <= 0 ? field : links[at - 1],
  };
  const stop = stops[event.key];
  if (stop !== undefined && stop !== null) {
    event.preventDefault();
    stop.focus();
  } else if (event.key === 'Enter' && inField && links[0] !== undefined) {
    event.preventDefault();
    links[0].focus();
    links[0].click();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    if (!inField) field?.focus();
    else if (field?.value === '') history.back();
    else write('');
  }
}

function Found({ groups, query, done }: { groups: readonly Group[] | undefined; query: string; done: boolean }) {
  const { say } = useSpeech();
  const count = groups?.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  const more = groups?.some((group) => group.more) ?? false;
  return (
    <>
      <p className="search-count" role="status">
        {groups !== undefined && say(more ? 'search.count.more' : 'search.count', { count })}
      </p>
      {groups?.map((group) => (
        <Hits key={group.what} group={group} />
      ))}
      {(groups === undefined || (done && groups.length === 0)) && <Teach none={groups !== undefined} query={query} />}
    </>
  );
}

function Hits({ group }: { group: Group }) {
  const { say } = useSpeech();
  return (
    <section className="search-group" aria-labelledby={`found-${group.what}`}>
      <h2 id={`found-${group.what}`} data-told="">
        {group.title}
      </h2>
      <ul>
        {group.hits.map(({ title, detail, address }) => (
          <li key={address}>
            <HitLink to={address}>
              <b translate="no">{title}</b>
              {detail !== undefined && <span data-told="">{detail}</span>}
            </HitLink>
          </li>
        ))}
      </ul>
      {group.more && <p className="quiet">{say('search.more')}</p>}
    </section>
  );
}

function HitLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a {...useLink(to)} className="search-hit" data-hit="">
      {children}
    </a>
  );
}

/** Before anything is typed, and where nothing fits: what this person can find, by what, and what cannot be found at all. */
function Teach({ none, query }: { none: boolean; query: string }) {
  const { say } = useSpeech();
  const what = useRead<Searchable>('/api/search/what');
  return (
    <section className="search-teach">
      <h2>{none ? say('search.none', { query }) : say('search.what')}</h2>
      <dl>
        {what.value?.searches.map((one) => (
          <div key={one.what}>
            <dt data-told="">{one.title}</dt>
            <dd data-told="">{one.by}</dd>
          </div>
        ))}
      </dl>
      <h2>{say('search.not')}</h2>
      <p>{say('search.not.names')}</p>
      <p>{say('search.not.grants')}</p>
    </section>
  );
}
