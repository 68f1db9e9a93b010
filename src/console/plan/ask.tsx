import { Choice, Field, Select, useSpeech } from '#ui';
import { useParts } from '../parts.ts';
import type { Asked, Values } from './act-kinds.ts';
import { states, verdicts } from './shapes.ts';
import { pairInWords } from './words.tsx';

interface AskProps {
  readonly asked: Asked;
  readonly values: Values;
  readonly onValue: (name: string, value: string) => void;
  readonly error: string | undefined;
  /** The pairs of which this person may speak. */
  readonly pairs: readonly string[];
}

/** One question of a form. */
export function Ask(props: AskProps) {
  const { asked, values, onValue, error, pairs } = props;
  const { say, format } = useSpeech();
  const { name, kind, optional } = asked;
  const value = values[name] ?? '';
  const label = say(`plan.ask.${name}`);
  const set = (next: string): void => onValue(name, next);
  const options = (all: readonly string[], text: (one: string) => string) =>
    all.map((one) => ({ value: one, text: text(one) }));
  switch (kind) {
    case 'pair':
      return (
        <Choice label={label} value={value} onValue={set} options={options(pairs, (one) => pairInWords(one, format))} />
      );
    case 'pairs':
      return <Pairs {...{ label, value, pairs, onValue: set }} />;
    case 'state':
      return (
        <Choice
          label={label}
          value={value}
          onValue={set}
          options={options(states, (one) => say(`plan.state.${one}`))}
        />
      );
    case 'verdict':
      return (
        <Choice
          label={label}
          value={value}
          onValue={set}
          options={options(verdicts, (one) => say(`plan.verdict.${one}`))}
        />
      );
    case 'bound':
      return (
        <Choice
          label={label}
          value={value}
          onValue={set}
          options={options(['at-least', 'at-most'], (one) => say(`plan.bound.${one}`))}
        />
      );
    case 'measure':
      return <Measures {...{ label, value, onValue: set }} />;
    case 'month':
    case 'line':
    case 'number':
    case 'words':
      return (
        <Field
          id={`ask-${name}`}
          label={label}
          value={value}
          onValue={set}
          error={error}
          required={optional !== true}
          lines={kind === 'words' ? 4 : 1}
          spelling={kind === 'words'}
          {...(kind === 'month' || kind === 'number' ? { hint: say(`plan.ask.${kind}.hint`) } : {})}
        />
      );
  }
}

/** Several pairs at once. */
function Pairs(props: {
  readonly label: string;
  readonly value: string;
  readonly pairs: readonly string[];
  readonly onValue: (value: string) => void;
}) {
  const { format } = useSpeech();
  const chosen = props.value.split(' ').filter((one) => one !== '');
  return (
    <fieldset className="plan-several" id="ask-pairs" tabIndex={-1}>
      <legend>{props.label}</legend>
      {props.pairs.map((pair) => (
        <label key={pair} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(pair)}
            onChange={({ target }) =>
              props.onValue((target.checked ? [...chosen, pair] : chosen.filter((one) => one !== pair)).join(' '))
            }
          />
          <span>{pairInWords(pair, format)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Everything that this node measures. */
function Measures(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { say } = useSpeech();
  const parts = useParts();
  const measures = parts.value?.parts.flatMap((part) => part.measures) ?? [];
  return (
    <div data-told="">
      <Select
        label={props.label}
        value={props.value}
        onValue={props.onValue}
        options={[
          { value: '', text: say('plan.ask.measure.choose') },
          ...measures.map(({ name, title }) => ({ value: name, text: title })),
        ]}
      />
    </div>
  );
}
