import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useSay } from '../house.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  /** The words of the summary, the same here. */
  readonly error?: string | undefined;
  readonly id?: string;
  readonly handle?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  /** More than one makes an area. */
  readonly lines?: number;
  readonly mono?: boolean;
  readonly secret?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly spelling?: boolean;
  readonly onKey?: (event: KeyboardEvent) => void;
  /** The focus went elsewhere. */
  readonly onLeave?: () => void;
}

/** A labelled field with its hint and its error, both read with it. */
export function Field({ label, hint, error, lines = 1, id, value, onValue, ...rest }: FieldProps) {
  const own = useId();
  const field = id ?? own;
  const say = useSay();
  const described = [hint !== undefined && `${field}-hint`, error !== undefined && `${field}-error`].filter(Boolean);
  const shared = {
    id: field,
    value,
    className: 'input',
    'data-mono': rest.mono || undefined,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    required: rest.required,
    disabled: rest.disabled,
    spellCheck: rest.spelling ?? false,
    autoComplete: 'off',
    autoCapitalize: 'off',
    onKeyDown: rest.onKey,
    onBlur: rest.onLeave,
    ref: rest.handle,
  };
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label htmlFor={field}>
        {label}
        {rest.required !== true && <span className="optional"> {say('ui.field.optional')}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${field}-error`}>
          {error}
        </p>
      )}
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={rest.secret === true ? 'password' : 'text'}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </div>
  );
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

/** One of several, as the browser's own list. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onValue: (value: Value) => void;
  /** The label is read, not shown. */
  readonly quiet?: boolean;
  /** The label is a name or a number, not a word of the language. */
  readonly verbatim?: boolean;
}) {
  const field = useId();
  return (
    <div className={props.quiet === true ? 'field field-inline' : 'field'}>
      <label
        htmlFor={field}
        className={props.quiet === true ? 'unseen' : undefined}
        translate={props.verbatim === true ? 'no' : undefined}
      >
        {props.label}
      </label>
      <select
        id={field}
        className="input"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.target.value);
          if (chosen !== undefined) props.onValue(chosen.value);
        }}
      >
        {props.options.map(({ value, text }) => (
          <option key={value} value={value} translate={value === text ? 'no' : undefined}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of a few, all seen at once. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly (Option<Value> & {
    readonly name?: string;
    readonly lang?: string;
    readonly icon?: ReactNode;
  })[];
  readonly onValue: (value: Value) => void;
  readonly quiet?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="choice" data-quiet={props.quiet || undefined}>
      <legend className={props.quiet === true ? 'unseen' : undefined}>{props.label}</legend>
      {props.options.map(({ value, text, name: whole, lang, icon }) => (
        <label key={value} title={whole} lang={lang} translate={lang === undefined ? undefined : 'no'}>
          <input type="radio" name={name} checked={props.value === value} onChange={() => props.onValue(value)} />
          <span>
            {icon ?? <span translate={whole === undefined ? undefined : 'no'}>{text}</span>}
            {whole !== undefined && <span className="unseen"> {whole}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
