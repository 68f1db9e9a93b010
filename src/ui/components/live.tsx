import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useHouse, useLinkState, useNow, useSay } from '../house.tsx';
import { useKeys } from '../keys/keys.tsx';
import { Button } from './button.tsx';
import { markMs } from './change.tsx';
import { Shape } from './shape.tsx';
import { Moment } from './time.tsx';

export interface LiveList<Row> {
  /** The rows in the order in which the person saw them, with their newest values. */
  readonly rows: readonly Row[];
  readonly changed: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly arrived: number;
  readonly left: number;
  readonly takeIn: () => void;
  /** Put on the element around the list: while the pointer or the focus is inside, rows keep their places. */
  readonly hold: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/**
 * A list that lives without losing the place: values change where they stand; rows come, go and move only when no one has
 * the list in hand, or when the person asks for it.
 */
export function useLiveList<Row>(newest: readonly Row[], rowKey: (row: Row) => string): LiveList<Row> {
  const [shown, setShown] = useState<readonly Row[]>(newest);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const held = useRef({ pointer: false, focus: false });
  const key = useRef(rowKey);
  key.current = rowKey;
  const before = useRef(new Map<string, string>());

  useEffect(() => {
    const now = new Map(newest.map((row) => [key.current(row), JSON.stringify(row)]));
    const different = [...now].filter(([name, text]) => (before.current.get(name) ?? text) !== text);
    before.current = now;
    setShown((kept) => (held.current.pointer || held.current.focus ? kept : newest));
    if (different.length === 0) return undefined;
    setChanged(new Set(different.map(([name]) => name)));
    const timer = setTimeout(() => setChanged(new Set()), markMs);
    return () => clearTimeout(timer);
  }, [newest]);

  const takeIn = useCallback(() => setShown(newest), [newest]);
  return useMemo(() => {
    const byKey = new Map(newest.map((row) => [rowKey(row), row]));
    const shownKeys = new Set(shown.map(rowKey));
    const gone = new Set([...shownKeys].filter((name) => !byKey.has(name)));
    const set = (part: 'pointer' | 'focus', on: boolean) => () => {
      held.current[part] = on;
    };
    return {
      rows: shown.map((row) => byKey.get(rowKey(row)) ?? row),
      changed,
      gone,
      arrived: [...byKey.keys()].filter((name) => !shownKeys.has(name)).length,
      left: gone.size,
      takeIn,
      hold: {
        onPointerEnter: set('pointer', true),
        onPointerLeave: set('pointer', false),
        onFocus: set('focus', true),
        onBlur: set('focus', false),
      },
    };
  }, [changed, newest, rowKey, shown, takeIn]);
}

/** What waits to be taken in; announced politely, shown until it is used. */
export function LiveBar({ list }: { list: Pick<LiveList<unknown>, 'arrived' | 'left' | 'takeIn'> }) {
  const say = useSay();
  const { arrived, left, takeIn } = list;
  const any = arrived + left > 0;
  useKeys(any ? [{ keys: '.', text: 'ui.keys.takeIn', act: takeIn }] : []);
  return (
    <div className="live-bar" role="status">
      {any && (
        <Button kind="primary" shortcut="." onPress={takeIn}>
          {say('ui.live.waiting', { arrived, left })}
        </Button>
      )}
    </div>
  );
}

const staleMs = 60_000;

/** Whether the page is live, with a shape and words; how old the data are when it is not. */
export function LinkMark() {
  const state = useLinkState();
  const { speech } = useHouse();
  const now = useNow();
  if (state.live) {
    return (
      <span className="link-mark" data-live>
        <span className="live-dot" aria-hidden="true" />
        {speech.say('ui.link.live')}
      </span>
    );
  }
  return (
    <span className="link-mark" role="status">
      <Shape sign="pending" {...(now - state.since > staleMs ? { badge: 'stale' as const } : {})} />
      <span>
        {speech.say('ui.link.silent')} <Moment at={state.since} />
      </span>
    </span>
  );
}

/** Says that what is shown is old, and from when, once the line has been silent for a minute or a renewal failed. */
export function StaleMark({ at, failed, renew }: { at: number | undefined; failed: boolean; renew: () => void }) {
  const state = useLinkState();
  const say = useSay();
  const now = useNow();
  const old = failed || (!state.live && now - state.since > staleMs);
  if (!old || at === undefined) return null;
  return (
    <div className="stale" role="status">
      <Shape sign="pending" badge="stale" />
      <span>
        {say('ui.stale')} <Moment at={at} second />
      </span>
      <Button kind="quiet" onPress={renew}>
        {say('ui.retry')}
      </Button>
    </div>
  );
}
