import {
  type Fact,
  type FactValue,
  type FactValues,
  invariant,
  type PlainDate,
  parsePlainDate,
  unreachable,
} from '#kernel';
import { daysAfter, type Side, type Test, type Verdict } from './condition.ts';
import type { Row } from './row.ts';

type Ask = (facts: FactValues) => Verdict;

/** A row with its tests as one closure each; no text is ever evaluated as code. */
export interface CompiledRow {
  readonly row: Row;
  /** The rank of its disposition in the order. */
  readonly rank: number;
  readonly holds: Ask;
  readonly looksAt: readonly string[];
}

const always: Ask = () => 'yes';

/** Asks test after test and stops at the first that says no; a missing fact leaves the row open. */
function all(asks: readonly Ask[]): Ask {
  if (asks.length === 0) return always;
  return (facts) => {
    let verdict: Verdict = 'yes';
    for (const ask of asks) {
      const answer = ask(facts);
      if (answer === 'no') return 'no';
      if (answer === 'open') verdict = 'open';
    }
    return verdict;
  };
}

/** Asks a question of a value of one type; anything else in its place is a missing fact. */
const typed =
  <Value extends FactValue>(
    name: string,
    is: (value: unknown) => value is Value,
    holds: (value: Value) => boolean,
  ): Ask =>
  (facts) => {
    const value = facts[name];
    if (!is(value)) return 'open';
    return holds(value) ? 'yes' : 'no';
  };

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isDate = (value: unknown): value is PlainDate => typeof value === 'string' && parsePlainDate(value) !== undefined;
const isCodes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((code) => typeof code === 'string');

/** The check of a fact's value: its type, and its closed set where it has one. */
export function checkOf(fact: Fact): (value: unknown) => value is Exclude<FactValue, null> {
  const closed = fact.values === undefined ? undefined : new Set(fact.values);
  switch (fact.type) {
    case 'boolean':
      return isBoolean;
    case 'number':
      return isNumber;
    case 'date':
      return isDate;
    case 'text':
    case 'code':
      return closed === undefined ? isText : (value): value is string => isText(value) && closed.has(value);
    case 'codes':
      return closed === undefined
        ? isCodes
        : (value): value is readonly string[] => isCodes(value) && value.every((code) => closed.has(code));
    default:
      return unreachable(fact.type);
  }
}

const among = (fact: Fact, values: readonly unknown[], wanted: boolean): Ask => {
  const check = checkOf(fact);
  const [only] = values;
  if (values.length === 1) return typed(fact.name, check, (value) => (value === only) === wanted);
  const set = new Set(values);
  return typed(fact.name, check, (value) => set.has(value) === wanted);
};

function dated(test: Test & { readonly ask: 'dated' }, event: string | undefined): Ask {
  const { fact, day } = test;
  const sign = test.side === 'before' ? -1 : 1;
  return (facts) => {
    const date = facts[fact];
    if (!isDate(date)) return 'open';
    const on = event === undefined ? undefined : facts[event];
    const days = daysAfter(day, date, isDate(on) ? on : undefined);
    if (days === undefined) return 'open';
    return days * sign > 0 ? 'yes' : 'no';
  };
}

const bounded: Readonly<Record<Side, (bound: number) => (value: number) => boolean>> = {
  'at-least': (bound) => (value) => value >= bound,
  above: (bound) => (value) => value > bound,
  'at-most': (bound) => (value) => value <= bound,
  below: (bound) => (value) => value < bound,
};

function compileTest(test: Test, fact: Fact, event: string | undefined): Ask {
  switch (test.ask) {
    case 'among':
      return among(fact, test.values, test.wanted);
    case 'bound':
      return typed(test.fact, isNumber, bounded[test.side](test.bound));
    case 'dated':
      return dated(test, event);
    case 'includes':
      return typed(
        test.fact,
        checkOf(fact),
        (value) => isCodes(value) && value.some((code) => test.values.includes(code)),
      );
    case 'empty':
      return typed(test.fact, checkOf(fact), (value) => isCodes(value) && (value.length === 0) === test.empty);
    default:
      return unreachable(test);
  }
}

/** Compiles one checked row. */
export function compileRow(row: Row, rank: number, facts: ReadonlyMap<string, Fact>, event?: string): CompiledRow {
  const asks = row.tests.map((test) => {
    const fact = facts.get(test.fact);
    invariant(fact !== undefined, `row ${row.key} was checked against the dictionary`);
    return compileTest(test, fact, event);
  });
  return { row, rank, holds: all(asks), looksAt: [...new Set(row.tests.flatMap((test) => factsOf(test, event)))] };
}

/** The facts that a test looks at: its own, and the event's where it counts days from that. */
const factsOf = (test: Test, event: string | undefined): readonly string[] =>
  'day' in test && 'daysFromEvent' in test.day && event !== undefined ? [test.fact, event] : [test.fact];
