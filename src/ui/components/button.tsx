import type { ReactNode, Ref } from 'react';
import { useLink } from '../house.tsx';
import { ariaKeys } from '../keys/matcher.ts';

/** A key as printed on a button or in the help. */
export function Key({ children }: { children: string }) {
  return (
    <span className="keycaps" aria-hidden="true" translate="no">
      {children.split(' ').map((key) => (
        <kbd key={key}>{key === 'Escape' ? 'Esc' : key}</kbd>
      ))}
    </span>
  );
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** The key that does the same; the page binds it, the button shows it. */
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  /** Nothing to do at the moment, but it keeps the focus: the end of a way that was walked with it. */
  readonly resting?: boolean;
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly pressed?: boolean;
  readonly label?: string;
  /** Which part of its component it is, so that a key can find it. */
  readonly part?: string;
  readonly expanded?: boolean;
  readonly handle?: Ref<HTMLButtonElement>;
}

/** A deed. Its word is a verb, and the same verb stands in the history afterwards. */
export function Button({ children, onPress, kind = 'plain', shortcut, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      ref={rest.handle}
      type={type}
      className="button"
      data-kind={kind}
      onClick={rest.resting === true ? undefined : onPress}
      disabled={rest.disabled}
      aria-disabled={rest.resting === true || undefined}
      aria-busy={rest.busy === true || undefined}
      aria-pressed={rest.pressed}
      aria-expanded={rest.expanded}
      aria-label={rest.label}
      data-part={rest.part}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeys(shortcut)}
    >
      {children}
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </button>
  );
}

/** A way to elsewhere that looks like a button. */
export function ButtonLink({ to, children, kind = 'plain', shortcut }: ButtonProps & { readonly to: string }) {
  const link = useLink(to);
  return (
    <a {...link} className="button" data-kind={kind}>
      {children}
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </a>
  );
}
