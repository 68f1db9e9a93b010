/** What this person did in this tab, newest first; it stays until he leaves, so that no receipt is ever missed. */
export interface Deed {
  /** Of the thing that it was done to. */
  readonly key: string;
  readonly to: string;
  /** The word of the deed, in the person's language. */
  readonly word: string;
  readonly at: number;
}

const kept = 20;
let deeds: readonly Deed[] = [];
const listeners = new Set<() => void>();

export const activity = {
  deeds: (): readonly Deed[] => deeds,
  add: (deed: Deed): void => {
    deeds = [deed, ...deeds].slice(0, kept);
    for (const listener of listeners) listener();
  },
  onChange: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
