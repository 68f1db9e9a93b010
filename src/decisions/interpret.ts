import { type Decision, type FactValue, type FactValues, type PlainDate, parsePlainDate, unreachable } from '#kernel';
import { checkOf } from './compile.ts';
import { daysAfter, type Side, type Test, type Verdict } from './condition.ts';
import { speak, unreachedEnd } from './decide.ts';
import type { DecisionTable } from './table.ts';

type Present = Exclude<FactValue, null>;

const day = (value: FactValue | undefined): PlainDate | undefined =>
  typeof value === 'string' ? parsePlainDate(value) : undefined;

const codes = (value: Present): readonly string[] => (Array.isArray(value) ? value : []);

/** The signs of (value - bound) that each side of a bound accepts. */
const accepts: Readonly<Record<Side, readonly number[]>> = {
  'at-least': [0, 1],
  above: [1],
  'at-most': [-1, 0],
  below: [-1],
};

/** Whether a day lies on the side of the day that a test speaks of; undefined when either is not known. */
function askDay(
  { day: bound, side }: Test & { ask: 'dated' },
  date: PlainDate | undefined,
  event: PlainDate | undefined,
) {
  const days = date && daysAfter(bound, date, event);
  if (days === undefined) return undefined;
  return side === 'before' ? days < 0 : days > 0;
}

function ask(test: Test, value: Present, event: PlainDate | undefined): boolean | undefined {
  switch (test.ask) {
    case 'among':
      return test.values.some((listed) => listed === value) ? test.wanted : !test.wanted;
    case 'bound':
      return accepts[test.side].includes(Math.sign(Number(value) - test.bound));
    case 'dated':
      return askDay(test, day(value), event);
    case 'includes':
      return test.values.some((wanted) => codes(value).includes(wanted));
    case 'empty':
      return test.empty ? codes(value).length === 0 : codes(value).length > 0;
    default:
      return unreachable(test);
  }
}

function answer(table: DecisionTable, test: Test, facts: FactValues): Verdict {
  const fact = table.facts.get(test.fact);
  const value = facts[test.fact];
  if (fact === undefined || !checkOf(fact)(value)) return 'open';
  const holds = ask(test, value, table.event === undefined ? undefined : day(facts[table.event]));
  if (holds === undefined) return 'open';
  return holds ? 'yes' : 'no';
}

/**
 * The table read word for word, without compilation: the reference that `decide` is compared with. It answers every
 * test of every row, then looks which row spoke. Slow on purpose.
 */
export function interpret(table: DecisionTable, facts: FactValues): Decision {
  const verdicts = table.compiled.map(({ row }): Verdict => {
    const answers = row.tests.map((test) => answer(table, test, facts));
    if (answers.includes('no')) return 'no';
    return answers.includes('open') ? 'open' : 'yes';
  });
  const first = verdicts.indexOf('yes');
  const held = table.compiled[first];
  if (held === undefined) return unreachedEnd(table);
  const stricter = table.compiled
    .filter((row, at) => at < first && verdicts[at] === 'open' && row.rank < held.rank)
    .toSorted((a, b) => a.rank - b.rank)[0];
  return stricter === undefined ? speak(table, held, facts, true) : speak(table, stricter, facts, false);
}
