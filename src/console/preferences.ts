/** What the person chose, kept by the browser. Where it may keep nothing, choices last as long as the page. */
export interface Preferences {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string | undefined) => void;
}

/** A drawer of the browser under our own prefix. The token lies in the drawer of the tab, never in the lasting one. */
export function preferencesIn(drawer: () => Storage): Preferences {
  const memory = new Map<string, string>();
  const key = (name: string): string => `tripoint.${name}`;
  return {
    get: (name) => {
      try {
        return drawer().getItem(key(name)) ?? undefined;
      } catch {
        return memory.get(name);
      }
    },
    set: (name, value) => {
      try {
        if (value === undefined) drawer().removeItem(key(name));
        else drawer().setItem(key(name), value);
      } catch {
        if (value === undefined) memory.delete(name);
        else memory.set(name, value);
      }
    },
  };
}
