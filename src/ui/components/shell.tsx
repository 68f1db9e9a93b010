import type { ReactNode } from 'react';
import { Link, useHouse, useNow, useSay } from '../house.tsx';
import { Key } from './button.tsx';
import { Choice, type Option } from './field.tsx';
import { LinkMark } from './live.tsx';
import { TripointMark } from './mark.tsx';
import { Moment } from './time.tsx';

export interface Seat {
  readonly country: string;
  readonly name: string;
}

/** Whose border this is: the country and node of the seat, its time, and whether any of it is real. */
export function SeatBanner(props: {
  country: string;
  name: string;
  reality: string;
  seats?: readonly Seat[] | undefined;
  onSeat?: (country: string) => void;
  /** As whom a visitor sits. */
  sit?: ReactNode;
}) {
  const { speech } = useHouse();
  const now = useNow();
  const [kind, exercise] = props.reality.split(' ');
  return (
    <div className="seat" data-country={props.country} data-reality={kind}>
      <span className="seat-country">
        <TripointMark country={props.country} />
        <b>{speech.format.country(props.country)}</b>
        <span className="seat-node" translate="no">
          {props.name}
        </span>
      </span>
      {kind !== 'live' && (
        <span className="seat-reality">
          {speech.say(`ui.reality.${kind}`)} {exercise !== undefined && <span translate="no">{exercise}</span>}
        </span>
      )}
      <span className="seat-end">
        {props.sit}
        {props.seats !== undefined && props.seats.length > 1 && props.onSeat !== undefined && (
          <Choice
            quiet
            label={speech.say('ui.seat')}
            value={props.country}
            options={props.seats.map(({ country }) => ({
              value: country,
              text: country,
              name: speech.format.country(country),
            }))}
            onValue={props.onSeat}
          />
        )}
        <Moment at={now} second />
      </span>
    </div>
  );
}

export interface Place {
  readonly to: string;
  readonly text: string;
  readonly count?: number | undefined;
}

export interface ShellProps {
  readonly seat?: ReactNode;
  readonly places: readonly Place[];
  readonly language: {
    readonly value: string;
    readonly options: readonly (Option & { readonly lang?: string; readonly name?: string })[];
  };
  readonly onLanguage: (value: string) => void;
  readonly theme: string;
  readonly onTheme: (value: string) => void;
  readonly onHelp: () => void;
  /** The way to the search. */
  readonly search?: ReactNode;
  readonly actor?: ReactNode;
  readonly children: ReactNode;
}

/** A sun, a moon, a disc half black and half white. */
function ThemeSign({ theme }: { theme: 'light' | 'dark' | 'contrast' }) {
  return (
    <svg className="theme-sign" viewBox="0 0 16 16" aria-hidden="true">
      {theme === 'light' && (
        <path d="M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4" />
      )}
      {theme === 'dark' && <path d="M13.8 9.9A6.2 6.2 0 0 1 6.1 2.2 6.2 6.2 0 1 0 13.8 9.9z" />}
      {theme === 'contrast' && (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path className="filled" d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" />
        </>
      )}
    </svg>
  );
}

/** What stands around every page: the seat, the ways, the switches. */
export function Shell(props: ShellProps) {
  const { address } = useHouse();
  const say = useSay();
  const here = (to: string): boolean => (to === '/' ? address.path === '/' : address.path.startsWith(to));
  return (
    <>
      <a className="skip" href="#main">
        {say('ui.skip')}
      </a>
      <header className="shell-head">
        {props.seat}
        <div className="bar">
          <Link to="/" className="wordmark">
            <span translate="no">Tripoint</span>
          </Link>
          <nav aria-label={say('ui.nav')} className="places">
            {props.places.map(({ to, text, count }) => (
              <Link key={to} to={to} current={here(to)}>
                {text}
                {count !== undefined && count > 0 && <span className="place-count">{count}</span>}
              </Link>
            ))}
          </nav>
          <div className="switches">
            {props.search}
            <LinkMark />
            <Choice quiet label={say('ui.language')} {...props.language} onValue={props.onLanguage} />
            <Choice
              quiet
              label={say('ui.theme')}
              value={props.theme}
              options={[
                { value: 'light', text: '', name: say('ui.theme.light'), icon: <ThemeSign theme="light" /> },
                { value: 'dark', text: '', name: say('ui.theme.dark'), icon: <ThemeSign theme="dark" /> },
                { value: 'contrast', text: '', name: say('ui.theme.contrast'), icon: <ThemeSign theme="contrast" /> },
              ]}
              onValue={props.onTheme}
            />
            <button
              type="button"
              className="help"
              onClick={props.onHelp}
              aria-keyshortcuts="?"
              title={say('ui.keys.title')}
            >
              <Key>?</Key>
              <span className="unseen">{say('ui.keys.title')}</span>
            </button>
            {props.actor}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}
