import { useMemo, useRef } from 'react';
import { Button, folded, Select, useHouse, useKeys, useSpeech } from '#ui';
import type { FlightItem } from './shapes.ts';
import { placeOf } from './words.tsx';

const windows = ['6h', '24h', '48h'];
const modes = ['all', 'air', 'sea', 'land'];

/** What of the day is looked at; each choice stands in the address. */
export function Filters({ window }: { window: string }) {
  const { address } = useHouse();
  const { say } = useSpeech();
  const search = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'f', text: 'travel.keys.search', act: () => search.current?.focus() }]);
  const place = address.query.get('place');
  const change = (name: string, value: string, normal: string): void => {
    const query = new URLSearchParams(address.query);
    if (value === normal) query.delete(name);
    else query.set(name, value);
    address.go(`${address.path}${query.size > 0 ? `?${query}` : ''}`, { replace: true });
  };
  return (
    <search className="filters">
      <label className="unseen" htmlFor="find">
        {say('travel.find')}
      </label>
      <input
        id="find"
        ref={search}
        className="input"
        type="search"
        placeholder={say('travel.find.hint')}
        aria-keyshortcuts="f"
        value={address.query.get('find') ?? ''}
        onChange={(event) => change('find', event.target.value, '')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Select
        quiet
        label={say('travel.window')}
        value={window}
        onValue={(value) => change('window', value, '24h')}
        options={windows.map((value) => ({ value, text: say(`travel.window.${value}`) }))}
      />
      <Select
        quiet
        label={say('travel.mode')}
        value={address.query.get('mode') ?? 'all'}
        onValue={(value) => change('mode', value, 'all')}
        options={modes.map((value) => ({ value, text: say(`travel.mode.${value}`) }))}
      />
      {place !== null && (
        <Button kind="quiet" onPress={() => change('place', '', '')}>
          {say('travel.filter.place', { place })}
        </Button>
      )}
    </search>
  );
}

interface Wanted {
  readonly find: string;
  readonly mode: string;
  /** The code of a place where it stops. */
  readonly place?: string | undefined;
}

/** Whether a flight is one of those that are looked for: by number or place, accents and blanks aside. */
export function fits(flight: FlightItem, wanted: Wanted): boolean {
  const plain = (text: string): string => folded(text).replaceAll(' ', '');
  const [from, to] = [placeOf(flight.from), placeOf(flight.to)];
  if (wanted.place !== undefined && !(flight.stops ?? [from.code, to.code]).includes(wanted.place)) return false;
  const text = plain([flight.conveyance, from.code, from.name, to.code, to.name].join('|'));
  return (wanted.mode === 'all' || flight.mode === wanted.mode) && text.includes(plain(wanted.find));
}

/** The flights that the filters leave. */
export function useFiltered(items: readonly FlightItem[]): readonly FlightItem[] {
  const { address } = useHouse();
  const find = address.query.get('find') ?? '';
  const mode = address.query.get('mode') ?? 'all';
  const place = address.query.get('place') ?? undefined;
  return useMemo(() => items.filter((flight) => fits(flight, { find, mode, place })), [items, find, mode, place]);
}
