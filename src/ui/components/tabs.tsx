import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useKeys } from '../keys/keys.tsx';

export interface Tab {
  readonly key: string;
  readonly title: string;
  readonly count?: number | undefined;
  readonly panel: ReactNode;
}

/** Tabs as the ARIA practices describe them: arrows move and open, Alt and a number from anywhere. All panels print. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; open: string; onOpen: (key: string) => void }) {
  const { tabs, open, onOpen } = props;
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  useKeys(
    tabs.map(({ key }, at) => ({
      keys: `Alt+${at + 1}`,
      text: 'ui.keys.tab',
      inFields: true,
      act: () => onOpen(key),
    })),
  );
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === open),
  );
  const walk = (event: KeyboardEvent): void => {
    const last = tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onOpen(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={props.label} ref={list} onKeyDown={walk}>
        {tabs.map(({ key, title, count }, place) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${base}-${key}`}
            aria-controls={`${base}-${key}-panel`}
            aria-selected={place === at}
            tabIndex={place === at ? 0 : -1}
            onClick={() => onOpen(key)}
          >
            {title}
            {count !== undefined && <span className="tab-count">{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ key, panel }, place) => (
        <div
          key={key}
          role="tabpanel"
          id={`${base}-${key}-panel`}
          aria-labelledby={`${base}-${key}`}
          className={place === at ? 'tab-panel' : 'tab-panel tab-closed'}
        >
          {place === at && panel}
        </div>
      ))}
    </div>
  );
}
