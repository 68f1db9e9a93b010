import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';

/**
 * Something small that is asked for, beside what asked: the browser's own popover. It closes by Escape and by a press
 * elsewhere, and gives the focus back. Where the browser has none, it opens in the text.
 */
export function Popover(props: {
  /** The word on the button that opens it. */
  readonly word: ReactNode;
  /** Its name, where the word alone does not say enough. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly kind?: 'plain' | 'quiet';
}) {
  const id = useId();
  const { button, box, open, close, native } = usePopover();
  return (
    <span className="popover-place">
      <button
        ref={button}
        type="button"
        className="button"
        data-kind={props.kind ?? 'plain'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={id}
        {...(native ? { popoverTarget: id } : { onClick: () => (open ? close() : box.show()) })}
      >
        {props.word}
      </button>
      <div
        id={id}
        ref={box.ref}
        className="popover"
        role="dialog"
        aria-label={props.label}
        tabIndex={-1}
        {...(native ? { popover: 'auto' as const } : { hidden: !open })}
      >
        {open && (typeof props.children === 'function' ? props.children(close) : props.children)}
      </div>
    </span>
  );
}

const hasPopover = (): boolean => typeof HTMLElement !== 'undefined' && 'popover' in HTMLElement.prototype;
const edge = 8;

/** Opening, closing, and the place under the button, or above it where there is no room below. */
function usePopover() {
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const native = hasPopover();
  const place = useCallback(() => {
    const [from, its] = [button.current?.getBoundingClientRect(), box.current];
    if (from === undefined || its === null) return;
    const { offsetWidth: width, offsetHeight: height } = its;
    const below = from.bottom + height + edge <= innerHeight || from.top < height + edge;
    its.style.insetInlineStart = `${Math.max(edge, Math.min(from.left, innerWidth - width - edge))}px`;
    its.style.insetBlockStart = `${below ? from.bottom + 4 : from.top - height - 4}px`;
  }, []);
  useEffect(() => {
    const its = box.current;
    if (its === null || !native) return undefined;
    const onToggle = (event: Event): void => setOpen('newState' in event && event.newState === 'open');
    its.addEventListener('toggle', onToggle);
    return () => its.removeEventListener('toggle', onToggle);
  }, [native]);
  useEffect(() => {
    if (!open) return undefined;
    if (native) place();
    const inside = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    (inside('[data-first]') ?? inside('a, button, input, select, [tabindex="0"]') ?? box.current)?.focus();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [native, open, place]);
  const close = useCallback(() => {
    if (native) box.current?.hidePopover();
    else setOpen(false);
    button.current?.focus();
  }, [native]);
  return { button, open, close, native, box: { ref: box, show: () => setOpen(true) } };
}
