import './styles/index.css';
import {
  createContext,
  createElement,
  Fragment,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Speech, Values, WithParts } from './language/speech.ts';

/*
 * What main hands in. Nothing in this room reads the clock, the address bar or the network by itself, so that a page can
 * be shown in a test, in print, or in the component page with whatever stands around it.
 */

/** Time as the page sees it: the node's own, ticking once a second. */
export interface Ticker {
  readonly now: () => number;
  readonly onTick: (listener: () => void) => () => void;
}

/** Where the person is, and how to go elsewhere. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly hash: string;
  readonly go: (to: string, how?: { readonly replace?: boolean }) => void;
}

/** An operating error as the API tells it. */
export interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly instance?: string;
  readonly findings?: readonly {
    readonly code: string;
    readonly severity: string;
    readonly parameters?: Values;
  }[];
}
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly at: number }
  | { readonly ok: false; readonly problem: Problem };

/** Something that changed at the node: a view by its name, and the keys of its rows. */
export interface Change {
  readonly view: string;
  readonly keys: readonly string[];
}

/** The view of a change that may be any: changes were missed. */
export const everything = '*';

/** Whether changes arrive: live, or silent since an instant. */
export type LinkState = { readonly live: true } | { readonly live: false; readonly since: number };

export interface Ask {
  readonly purpose?: string;
  /** The body is a text of this type, sent as it is. */
  readonly mediaType?: string;
  /** An exercise that it belongs to; without it, what the node is. */
  readonly reality?: string;
  readonly signal?: AbortSignal;
}

/** The node, as far as a page may reach it. */
export interface Source {
  readonly read: <Value>(path: string, ask?: Ask) => Promise<Answer<Value>>;
  readonly send: <Value>(path: string, body: unknown, ask?: Ask) => Promise<Answer<Value>>;
  readonly onChange: (listener: (change: Change) => void) => () => void;
  readonly link: () => LinkState;
  readonly onLink: (listener: () => void) => () => void;
}

/** Who sits here, and what he may do. */
export interface Person {
  readonly name: string;
  readonly country: string;
  readonly ports: readonly string[];
  /** In which he sits; absent where nobody asks. */
  readonly roles?: readonly string[];
  readonly may: (permission: string) => boolean;
}

/** What a person chose for all pages, kept from visit to visit where the browser allows it. */
export interface Choices {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string | undefined) => void;
}

export interface House {
  readonly speech: Speech;
  readonly ticker: Ticker;
  readonly address: Address;
  readonly source: Source;
  /** Where times are told when the thing itself has no place: the node's zone. */
  readonly zone: string;
  readonly person: Person;
  readonly choices?: Choices;
}

const HouseContext = createContext<House | undefined>(undefined);

export function HouseProvider({ house, children }: { house: House; children: ReactNode }) {
  return <HouseContext value={house}>{children}</HouseContext>;
}

/** What stands around the page. */
export function useHouse(): House {
  const house = useContext(HouseContext);
  if (house === undefined) throw new TypeError('a component stands outside the house');
  return house;
}

export const useSpeech = (): Speech => useHouse().speech;
export const useSay = (): Speech['say'] => useHouse().speech.say;

/** A choice of the person, and how to change it. Without a place to keep it, it lasts as long as the page. */
export function useChoice(name: string): readonly [string | undefined, (value: string | undefined) => void] {
  const { choices } = useHouse();
  const [value, setValue] = useState(() => choices?.get(name));
  const choose = useCallback(
    (next: string | undefined) => {
      choices?.set(name, next);
      setValue(next);
    },
    [choices, name],
  );
  return [value, choose];
}

/** A text with parts that are not text. */
export function Said({ text, values }: { text: string; values: WithParts<ReactElement> }) {
  return createElement(Fragment, null, ...useSpeech().parts(text, values));
}

/** The node's time, renewed each second, or at longer steps where seconds do not show. */
export function useNow(stepMs = 1000): number {
  const { ticker } = useHouse();
  const now = (): number => Math.floor(ticker.now() / stepMs) * stepMs;
  return useSyncExternalStore(ticker.onTick, now, now);
}

/** A link inside the console: a real anchor, so that it can be opened beside, copied and read. */
export function useLink(to: string): { href: string; onClick: (event: MouseEvent) => void } {
  const { address } = useHouse();
  return {
    href: to,
    onClick: (event) => {
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
      if (elsewhere || event.defaultPrevented) return;
      event.preventDefault();
      address.go(to);
    },
  };
}

export interface Link {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
}
export function Link({ to, children, className, current }: Link) {
  const link = useLink(to);
  return (
    <a {...link} className={className} aria-current={current === true ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** What is known of something read from the node. A failed renewal keeps what was there, and says since when it is old. */
export interface Reading<Value> {
  readonly value?: Value;
  readonly at?: number;
  readonly problem?: Problem;
  readonly loading: boolean;
  readonly renew: () => Promise<void>;
}

export interface ReadOptions {
  readonly purpose?: string;
  /** Which changes make it worth reading again. */
  readonly renewOn?: (change: Change) => boolean;
}

/** Reads a path, and again when the node says that it changed; never two readings at once. */
export function useRead<Value>(path: string | undefined, options: ReadOptions = {}): Reading<Value> {
  const { source } = useHouse();
  const [state, setState] = useState<Omit<Reading<Value>, 'renew'> & { path?: string }>({ loading: true });
  const { purpose, renewOn } = options;
  const wanted = useRef(renewOn);
  wanted.current = renewOn;
  const busy = useRef<{ again: boolean } | undefined>(undefined);

  const renew = useCallback(async (): Promise<void> => {
    if (path === undefined) return;
    if (busy.current !== undefined) {
      busy.current.again = true;
      return;
    }
    const mine = { again: true };
    busy.current = mine;
    while (mine.again && busy.current === mine) {
      mine.again = false;
      const answer = await source.read<Value>(path, purpose === undefined ? {} : { purpose });
      if (busy.current !== mine) return;
      setState((before) =>
        answer.ok
          ? { path, value: answer.value, at: answer.at, loading: false }
          : { ...(before.path === path ? before : {}), path, problem: answer.problem, loading: false },
      );
    }
    busy.current = undefined;
  }, [path, purpose, source]);

  useEffect(() => {
    void renew();
    const stop = source.onChange((change) => {
      if (change.view === everything || wanted.current?.(change) === true) void renew();
    });
    return () => {
      busy.current = undefined;
      stop();
    };
  }, [renew, source]);

  return useMemo(
    () => (state.path === path ? { ...state, renew } : { loading: path !== undefined, renew }),
    [path, renew, state],
  );
}

/** Whether changes arrive. */
export function useLinkState(): LinkState {
  const { source } = useHouse();
  return useSyncExternalStore(source.onLink, source.link, source.link);
}
