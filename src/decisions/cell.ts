import { type Fact, type Finding, type PlainDate, parsePlainDate } from '#kernel';
import { type Day, hitClasses, type Side, type Test, type Value } from './condition.ts';
import { decisionsFindings } from './findings.ts';
import { isMembers } from './source.ts';

/** Where a cell stands: the row's key, the fact of its column, and the event fact of the table, if it names one. */
export interface Place {
  readonly row: string;
  readonly fact: Fact;
  readonly event: string | undefined;
}

type Operands = (place: Place, operand: unknown) => Test | Finding;

const find = decisionsFindings.find;
const misfit = ({ row, fact }: Place, operator: string): Finding =>
  find('DEC-0103', { row, fact: fact.name, type: fact.type, operator });

/** The values of a fact that a cell lists must have its type and belong to its closed set, where it has one. */
function values(place: Place, operand: unknown, operator: string): readonly Value[] | Finding {
  const { row, fact } = place;
  const listed: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (listed.length === 0) return find('DEC-0112', { row, fact: fact.name });
  if (!listed.every((value): value is Value => fits(fact, value))) return misfit(place, operator);
  const stranger = listed.find((value) => fact.values?.includes(String(value)) === false);
  return stranger === undefined ? listed : find('DEC-0110', { row, fact: fact.name, value: String(stranger) });
}

function fits(fact: Fact, value: unknown): boolean {
  if (fact.type === 'boolean') return typeof value === 'boolean';
  if (fact.type === 'number') return typeof value === 'number';
  return typeof value === 'string' && (fact.type !== 'date' || parsePlainDate(value) !== undefined);
}

const isFinding = (value: object): value is Finding => 'severity' in value;

const listed =
  (wanted: boolean, operator: string): Operands =>
  (place, operand) => {
    if (place.fact.type === 'codes') return misfit(place, operator);
    const found = values(place, operand, operator);
    return isFinding(found) ? found : { ask: 'among', fact: place.fact.name, values: found, wanted };
  };

const bound =
  (side: Side, operator: string): Operands =>
  (place, operand) =>
    place.fact.type === 'number' && typeof operand === 'number' && Number.isFinite(operand)
      ? { ask: 'bound', fact: place.fact.name, side, bound: operand }
      : misfit(place, operator);

/** `2026-11-24`, `event`, `event+180d`, `event-3d`. */
function day(text: unknown): Day | undefined {
  if (typeof text !== 'string') return undefined;
  const relative = /^event(?:([+-]\d{1,5})d)?$/.exec(text);
  if (relative !== null) return { daysFromEvent: Number(relative[1] ?? 0) };
  const fixed: PlainDate | undefined = parsePlainDate(text);
  return fixed === undefined ? undefined : { fixed };
}

const dated =
  (side: 'before' | 'after'): Operands =>
  (place, operand) => {
    const found = place.fact.type === 'date' ? day(operand) : undefined;
    if (found === undefined) return misfit(place, side);
    if ('daysFromEvent' in found && place.event === undefined) {
      return find('DEC-0113', { row: place.row, fact: place.fact.name });
    }
    return { ask: 'dated', fact: place.fact.name, side, day: found };
  };

const hit: Operands = (place, operand) => {
  const from = typeof operand === 'string' ? hitClasses.indexOf(operand) : -1;
  if (place.fact.type !== 'code' || from < 1) return misfit(place, 'hit');
  return { ask: 'among', fact: place.fact.name, values: hitClasses.slice(from), wanted: true };
};

const includes: Operands = (place, operand) => {
  if (place.fact.type !== 'codes') return misfit(place, 'includes');
  const found = values(place, operand, 'includes');
  return isFinding(found) ? found : { ask: 'includes', fact: place.fact.name, values: found.map(String) };
};

const empty: Operands = (place, operand) =>
  place.fact.type === 'codes' && typeof operand === 'boolean'
    ? { ask: 'empty', fact: place.fact.name, empty: operand }
    : misfit(place, 'empty');

const operators: ReadonlyMap<string, Operands> = new Map([
  ['is', listed(true, 'is')],
  ['not', listed(false, 'not')],
  ['atLeast', bound('at-least', 'atLeast')],
  ['above', bound('above', 'above')],
  ['atMost', bound('at-most', 'atMost')],
  ['below', bound('below', 'below')],
  ['before', dated('before')],
  ['after', dated('after')],
  ['hit', hit],
  ['includes', includes],
  ['empty', empty],
]);

/**
 * Reads one cell. A plain value or a list of values means `is`; an object names operators, of which all must hold:
 * `is`, `not` (a value or a list), `atLeast`, `above`, `atMost`, `below` (numbers), `before`, `after` (days, both
 * exclusive), `hit` (that class or a stronger one), `includes` (any of these codes), `empty` (a list of codes).
 */
export function readCell(place: Place, cell: unknown): { readonly tests: Test[]; readonly findings: Finding[] } {
  const named = isMembers(cell) ? Object.entries(cell) : [['is', cell] as const];
  const tests: Test[] = [];
  const findings: Finding[] = [];
  const { row, fact } = place;
  if (named.length === 0) findings.push(find('DEC-0112', { row, fact: fact.name }));
  for (const [operator, operand] of named) {
    const read = operators.get(operator)?.(place, operand) ?? find('DEC-0111', { row, fact: fact.name, operator });
    if (isFinding(read)) findings.push(read);
    else tests.push(read);
  }
  if (findings.length === 0 && contradict(tests)) findings.push(find('DEC-0112', { row, fact: fact.name }));
  return { tests, findings };
}

/** True when bounds of one cell leave no number between them. */
function contradict(tests: readonly Test[]): boolean {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let open = false;
  for (const test of tests) {
    if (test.ask !== 'bound') continue;
    if (test.side === 'at-least' || test.side === 'above') low = Math.max(low, test.bound);
    else high = Math.min(high, test.bound);
    open ||= test.side === 'above' || test.side === 'below';
  }
  return low > high || (low === high && open);
}
