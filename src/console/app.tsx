import { Suspense, useEffect, useMemo, useState } from 'react';
import {
  Button,
  type House,
  HouseProvider,
  Key,
  KeyboardProvider,
  KeyHelp,
  languageNames,
  paramsOf,
  SeatBanner,
  Shell,
  Skeleton,
  type Speech,
  useHouse,
  useKeys,
  useLink,
} from '#ui';
import { useBrowserAddress } from './address.ts';
import type { Client } from './client.ts';
import { NotFoundPage } from './pages/not-found.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import type { Preferences } from './preferences.ts';
import { routes } from './routes.tsx';
import { zoneOf } from './seats.ts';
import { openSession, personOf, type SessionState, takeSeat } from './session.ts';
import type { Session } from './shapes.ts';
import { isVisitor, SitChoice, type Sittable } from './sit.tsx';
import type { createTicker } from './ticker.ts';
import { Tour } from './tour/tour.tsx';

export interface AppProps {
  readonly client: Client;
  readonly ticker: ReturnType<typeof createTicker>;
  readonly lasting: Preferences;
  readonly tab: Preferences;
  /** Speaks in the language chosen now, for this country. */
  readonly speak: (country: string) => Speech;
  readonly onLanguage: (value: string) => void;
  readonly theme: string;
  readonly onTheme: (value: string) => void;
  /** What the person is decides for which purpose he reads. */
  readonly onRoles: (roles: readonly string[]) => void;
  readonly onceStranger: (listener: () => void) => void;
  /** Who sat here when the console was opened: asked before anything was drawn. */
  readonly firstSession: Promise<SessionState>;
  /** The same, where it was known before the first drawing. */
  readonly known: SessionState | undefined;
}

const nobody = { name: '', country: '', ports: [], may: () => false };

/** The console: who sits here, what stands around the page, and the page of the address. */
export function App(props: AppProps) {
  const { client, ticker, tab } = props;
  const address = useBrowserAddress();
  const [state, setState] = useState<SessionState>(props.known ?? { kind: 'asking' });

  const open = useMemo(
    () =>
      async (asked = openSession(client, tab)): Promise<void> => {
        const next = await asked;
        if (next.kind === 'known') {
          ticker.set(next.session.node.now);
          props.onRoles(next.session.roles);
        }
        setState(next);
      },
    [client, tab, ticker, props.onRoles],
  );
  useEffect(() => {
    props.onceStranger(() => setState((now) => (now.kind === 'known' ? { kind: 'stranger', refused: true } : now)));
    void open(props.firstSession);
  }, [open, props.onceStranger, props.firstSession]);
  useEffect(() => (state.kind === 'known' ? client.listen() : undefined), [client, state]);

  const session = state.kind === 'known' ? state.session : undefined;
  const country = session?.country ?? '';
  const speech = useMemo(() => props.speak(country), [props.speak, country]);
  const house = useMemo<House>(
    () => ({
      speech,
      ticker,
      address,
      source: client,
      zone: zoneOf(country),
      person: session === undefined ? nobody : personOf(session),
      choices: props.lasting,
    }),
    [address, client, country, props.lasting, session, speech, ticker],
  );
  const [letters, setLetters] = useState(props.lasting.get('letters') !== 'off');
  const switchLetters = useMemo(
    () => (on: boolean) => {
      props.lasting.set('letters', on ? undefined : 'off');
      setLetters(on);
    },
    [props.lasting],
  );
  const onToken = (token: string): void => {
    tab.set('token', token);
    void open();
  };
  const onSit = (role: Sittable): void => {
    tab.set('sit', role === 'everybody' ? undefined : role);
    address.go('/');
    void open();
  };
  const onSeat = (wanted: string): void => {
    if (session !== undefined) takeSeat(session, wanted, { lang: speech.tongue, theme: props.theme });
  };
  return (
    <HouseProvider house={house}>
      <KeyboardProvider on={letters} switchTo={switchLetters}>
        <Frame {...props} session={session} onSeat={onSeat} onSit={onSit}>
          {state.kind === 'asking' && <Skeleton />}
          {state.kind === 'stranger' && address.path !== '/styles' && (
            <SignInPage refused={state.refused} onToken={onToken} />
          )}
          {state.kind === 'silent' && <SignInPage silent onToken={onToken} onRetry={() => void open()} />}
          {(state.kind === 'known' || address.path === '/styles') && (
            <CurrentPage key={`${country} ${session?.roles.join() ?? ''}`} path={address.path} />
          )}
        </Frame>
      </KeyboardProvider>
    </HouseProvider>
  );
}

interface FrameProps extends AppProps {
  readonly session: Session | undefined;
  readonly onSeat: (country: string) => void;
  readonly onSit: (role: Sittable) => void;
  readonly children: React.ReactNode;
}

const languageOptions = Object.entries(languageNames).map(([value, name]) => ({
  value,
  text: value.toUpperCase(),
  name,
  lang: value,
}));

/** The seat and the ways around the page, with the keys that work everywhere. */
function Frame(props: FrameProps) {
  const { session } = props;
  const address = useHouse().address;
  const speech = props.speak(session?.country ?? '');
  const [help, setHelp] = useState(false);
  const visiting = session !== undefined && isVisitor(session);
  const [touring, setTouring] = useState(() => props.lasting.get('tour') !== 'over');
  const tour = (on: boolean): void => {
    props.lasting.set('tour', on ? undefined : 'over');
    setTouring(on);
    setHelp(false);
  };
  const places =
    session === undefined
      ? []
      : routes
          .flatMap(({ pattern, place }) => (place === undefined ? [] : [{ to: pattern, ...place }]))
          .filter(({ permission }) => permission === undefined || session.permissions.includes(permission))
          .sort((one, other) => one.order - other.order);
  useKeys([
    { keys: '?', text: 'ui.keys.help', act: () => setHelp(true) },
    ...(session === undefined ? [] : [{ keys: '/', text: 'search.title', act: () => address.go('/search') }]),
    ...places.map(({ to, text, keys }) => ({ keys, text, act: () => address.go(to) })),
  ]);
  return (
    <Shell
      seat={
        session !== undefined && (
          <SeatBanner
            country={session.country}
            name={visiting ? '' : [session.actor.name, ...session.actor.ports].join(' · ')}
            reality={session.reality}
            seats={session.seats?.map((seat) => ({ country: seat.country, name: seat.country }))}
            onSeat={props.onSeat}
            sit={visiting && <SitChoice session={session} onSit={props.onSit} />}
          />
        )
      }
      places={places.map(({ to, text }) => ({ to, text: speech.say(text) }))}
      language={{ value: speech.tongue === 'pseudo' ? 'en' : speech.tongue, options: languageOptions }}
      onLanguage={props.onLanguage}
      theme={props.theme}
      onTheme={props.onTheme}
      onHelp={() => setHelp(true)}
      search={session === undefined ? undefined : <SearchWay />}
    >
      {visiting && touring && <Tour tab={props.tab} onEnd={() => tour(false)} />}
      {props.children}
      {help && (
        <KeyHelp
          onClose={() => setHelp(false)}
          footer={visiting ? <Button onPress={() => tour(true)}>{speech.say('tour.ask')}</Button> : undefined}
        />
      )}
    </Shell>
  );
}

/** The way to the search, from every page. */
function SearchWay() {
  const { say } = useHouse().speech;
  return (
    <a {...useLink('/search')} className="search-way" aria-keyshortcuts="/">
      {say('search.title')} <Key>/</Key>
    </a>
  );
}

function CurrentPage({ path }: { path: string }) {
  for (const { pattern, page: Found } of routes) {
    const params = paramsOf(pattern, path);
    if (params !== undefined) {
      return (
        <Suspense fallback={<Skeleton />}>
          <Found key={path} params={params} />
        </Suspense>
      );
    }
  }
  return <NotFoundPage />;
}
