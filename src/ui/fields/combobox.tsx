import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSay } from '../house.tsx';
import { activeAfter, type ComboOption, foundOptions, mostShown } from './options.ts';

export interface ComboboxProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly ComboOption[];
  readonly onValue: (value: string | undefined) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Texts are names or codes, not words of the language. */
  readonly verbatim?: boolean;
}

/**
 * One of many, found by typing: the editable combobox of the ARIA practices. The focus stays in the field; arrows lead
 * through the options, Enter takes one, Escape closes and then clears. What is typed and is no option is taken back when the
 * field is left.
 */
export function Combobox(props: ComboboxProps) {
  const say = useSay();
  const field = useId();
  const combo = useCombo(props);
  const { open, active, shown } = combo;
  const described = [props.hint !== undefined && `${field}-hint`, props.error !== undefined && `${field}-error`];
  return (
    <div className="field combo" data-invalid={props.error !== undefined || undefined}>
      <label htmlFor={field}>
        {props.label}
        {props.required !== true && <span className="optional"> {say('ui.field.optional')}</span>}
      </label>
      {props.hint !== undefined && (
        <p className="hint" id={`${field}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error !== undefined && (
        <p className="field-error" id={`${field}-error`}>
          {props.error}
        </p>
      )}
      <div className="combo-box">
        <input
          id={field}
          className="input"
          role="combobox"
          type="text"
          autoComplete="off"
          spellCheck={false}
          required={props.required}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${field}-list`}
          aria-activedescendant={open && active !== undefined ? `${field}-${active}` : undefined}
          aria-invalid={props.error !== undefined || undefined}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          value={combo.text}
          onChange={(event) => combo.type(event.target.value)}
          onClick={combo.show}
          onKeyDown={combo.onKey}
          onBlur={combo.leave}
        />
        <div className="combo-list" hidden={!open}>
          {/* The field has the focus, never the list: keys are heard there. */}
          <div role="listbox" className="combo-options" id={`${field}-list`} aria-label={props.label} ref={combo.list}>
            {shown.map((option, at) => (
              <Choice
                key={option.value}
                id={`${field}-${at}`}
                option={option}
                active={at === active}
                chosen={option.value === props.value}
                verbatim={props.verbatim === true}
                onTake={() => combo.take(option)}
              />
            ))}
          </div>
          {combo.found > shown.length && (
            <p className="combo-more">{say('ui.combo.more', { shown: shown.length, total: combo.found })}</p>
          )}
          {combo.found === 0 && <p className="combo-more">{say('ui.combo.none')}</p>}
        </div>
      </div>
      <p className="unseen" role="status">
        {open ? say('ui.combo.found', { count: combo.found }) : ''}
      </p>
    </div>
  );
}

function Choice(props: {
  id: string;
  option: ComboOption;
  active: boolean;
  chosen: boolean;
  verbatim: boolean;
  onTake: () => void;
}) {
  const { option } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps the focus
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      data-active={props.active || undefined}
      // A press would take the focus out of the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onTake}
      translate={props.verbatim ? 'no' : undefined}
    >
      <span>{option.text}</span>
      {option.detail !== undefined && (
        <span className="quiet" translate="no">
          {option.detail}
        </span>
      )}
    </div>
  );
}

/** What is typed, which options fit, which of them the arrows are at. */
function useCombo({ value, options, onValue }: ComboboxProps) {
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number | undefined>(undefined);
  const list = useRef<HTMLDivElement>(null);
  const found = foundOptions(options, typed ?? '');
  const shown = found.slice(0, mostShown);
  useEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = (): void => {
    setOpen(false);
    setActive(undefined);
    setTyped(undefined);
  };
  const take = (option: ComboOption): void => {
    onValue(option.value);
    close();
  };
  const show = (): void => setOpen(true);
  const onKey = (event: KeyboardEvent): void => {
    const option = active === undefined ? undefined : shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      if (!event.altKey) setActive(activeAfter(event.key, open ? active : undefined, shown.length));
    } else if (event.key === 'Enter' && open && option !== undefined) take(option);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Escape' && value !== undefined) onValue(undefined);
    else return;
    event.preventDefault();
    // What closes a list is not to close the dialog around it too.
    event.stopPropagation();
  };
  return {
    open,
    active,
    shown,
    list,
    take,
    show,
    onKey,
    found: found.length,
    text: typed ?? chosen?.text ?? '',
    type: (text: string): void => {
      setTyped(text);
      setOpen(true);
      setActive(undefined);
      if (text === '') onValue(undefined);
    },
    /** What was typed in full, or is the only one that fits, is taken; anything else is taken back. */
    leave: (): void => {
      const [only, second] = typed === undefined || typed.trim() === '' ? [] : found;
      if (only !== undefined && second === undefined) take(only);
      else close();
    },
  };
}
