/** One key, or two pressed one after the other (`g f`), and what it does. */
export interface Binding {
  /** As `KeyboardEvent.key` names it; `Shift+x`, `Alt+1` and sequences with a space between. */
  readonly keys: string;
  /** The text key of what it does, for the help of this page. */
  readonly text: string;
  readonly act: () => void;
  /** Acts in a field too. Only for keys that no one types: Escape, Alt and a number. */
  readonly inFields?: boolean;
}

export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of a press. Shift is named only where the key itself does not tell (`Shift+x` is `X`, `Shift+Enter` stays). */
export function pressName({ key, altKey, shiftKey }: Pressed): string {
  const shifted = shiftKey && key.length > 1 ? `Shift+${key}` : key;
  return altKey ? `Alt+${shifted}` : shifted;
}

export type Meaning =
  | { readonly kind: 'act'; readonly binding: Binding }
  | { readonly kind: 'wait'; readonly prefix: string }
  | { readonly kind: 'none' };

/** Finds what a press means after `prefix`, the first key of a sequence or nothing. Later bindings win: the page over the shell. */
export function matchPress(bindings: readonly Binding[], prefix: string, press: string): Meaning {
  const keys = prefix === '' ? press : `${prefix} ${press}`;
  const binding = bindings.findLast((one) => one.keys === keys);
  if (binding !== undefined) return { kind: 'act', binding };
  if (bindings.some((one) => one.keys.startsWith(`${keys} `))) return { kind: 'wait', prefix: keys };
  return { kind: 'none' };
}

/** For `aria-keyshortcuts`, which knows no sequences. */
export const ariaKeys = (keys: string): string | undefined => (keys.includes(' ') ? undefined : keys);
