import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Disposition, disposition, type Fact, type FactValue, type FactValues, languages } from '#kernel';
import { decide } from './decide.ts';
import { interpret } from './interpret.ts';
import { combine, orderOf, stricter } from './order.ts';
import { replay } from './replay.ts';
import { type DecisionTable, loadTable } from './table.ts';

const title = { en: 't', fr: 't', es: 't' };
const colours = ['red', 'green', 'blue'];
const dictionary: readonly Fact[] = [
  { name: 'flag', type: 'boolean', title },
  { name: 'size', type: 'number', title },
  { name: 'word', type: 'text', title },
  { name: 'due', type: 'date', title },
  { name: 'held', type: 'date', title },
  { name: 'colour', type: 'code', title, values: colours },
  { name: 'hit', type: 'code', title, values: ['none', 'adjudicate', 'strong'] },
  { name: 'marks', type: 'codes', title, values: colours },
];
const names = ['stop', 'wait', 'look', 'go'];
const order = orderOf('1', names.map(disposition));

const size = fc.integer({ min: -2, max: 3 });
const word = fc.constantFrom('a', 'b', 'c');
const colour = fc.constantFrom(...colours);
const date = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-05', '2026-02-01');
const day = fc.oneof(date, fc.constantFrom('event', 'event+1d', 'event-3d', 'event+30d'));
const listOf = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.uniqueArray(one, { minLength: 1, maxLength: 3 }));

const cells: Record<string, fc.Arbitrary<unknown>> = {
  flag: fc.oneof(fc.boolean(), fc.record({ not: fc.boolean() })),
  size: fc.oneof(
    listOf(size),
    fc.record({ not: listOf(size) }),
    fc.record({ atLeast: size }),
    fc.record({ above: size }),
    fc.record({ atMost: size }),
    fc.record({ below: size }),
    fc.record({ above: fc.constant(-2), below: fc.constant(2) }),
  ),
  word: fc.oneof(listOf(word), fc.record({ not: listOf(word) })),
  due: fc.oneof(listOf(date), fc.record({ before: day }), fc.record({ after: day })),
  colour: fc.oneof(listOf(colour), fc.record({ not: listOf(colour) })),
  hit: fc.record({ hit: fc.constantFrom('adjudicate', 'strong') }),
  marks: fc.oneof(fc.record({ includes: listOf(colour) }), fc.record({ empty: fc.boolean() })),
};

const row = fc.record({
  when: fc.record(cells, { requiredKeys: [] }),
  disposition: fc.constantFrom(...names),
});

/** Random tables that pass the check; rows that could never be reached are left out first. */
const tables: fc.Arbitrary<DecisionTable> = fc.array(row, { maxLength: 8 }).map((rows) => {
  const kept: unknown[] = [];
  for (const [at, one] of rows.entries()) {
    const asked = { ...one, key: `r${at}`, reasons: [{ code: `R-${at}`, class: 'other' }] };
    if (loadTable(documentOf([...kept, asked]), dictionary, order).ok) kept.push(asked);
  }
  const loaded = loadTable(documentOf(kept), dictionary, order);
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.error));
  return loaded.value;
});

function documentOf(rows: readonly unknown[]): unknown {
  const last = { key: 'rest', when: {}, disposition: 'go', reasons: [{ code: 'R-rest', class: 'other' }] };
  const codes = ['R-rest', ...Array.from({ length: 8 }, (_, at) => `R-${at}`)];
  const text = Object.fromEntries(languages.map((language) => [language, 'text']));
  const reasonTexts = Object.fromEntries(codes.map((code) => [code, text]));
  return { table: 't', version: '1', event: 'held', reasonTexts, rows: [...rows, last] };
}

const complete = fc.record({
  flag: fc.boolean(),
  size,
  word,
  due: date,
  held: date,
  colour,
  hit: fc.constantFrom('none', 'adjudicate', 'strong'),
  marks: fc.uniqueArray(colour),
});

/** What may stand where a fact should: nothing, null, a value of another type, an unknown code. */
const absent = fc.constantFrom<FactValue | undefined>(undefined, null, Number.NaN, 'purple', '2026-02-30');

const partial: fc.Arbitrary<FactValues> = fc
  .tuple(complete, fc.dictionary(fc.constantFrom(...dictionary.map((fact) => fact.name)), absent))
  .map(([facts, gone]) => withFacts(facts, gone));

function withFacts(facts: FactValues, gone: Readonly<Record<string, FactValue | undefined>>): FactValues {
  // A text may be any text, so that only null takes it away.
  const texts = Object.hasOwn(gone, 'word') ? { word: null } : {};
  return Object.fromEntries(
    Object.entries({ ...facts, ...gone, ...texts }).filter(([, value]) => value !== undefined),
  ) as FactValues;
}

describe('tables', () => {
  test('compiled and interpreted tables decide alike, bit for bit', () => {
    fc.assert(
      fc.property(tables, partial, (table, facts) => {
        expect(decide(table, facts).toJSON()).toEqual(interpret(table, facts).toJSON());
      }),
      { numRuns: 600 },
    );
  });

  test('a missing fact never makes the answer milder than any value that it could have had', () => {
    fc.assert(
      fc.property(
        tables,
        complete,
        fc.dictionary(fc.constantFrom(...dictionary.map(({ name }) => name)), absent),
        (table, facts, gone) => {
          const known = decide(table, facts).disposition;
          const less = decide(table, withFacts(facts, gone)).disposition;
          expect(order.rank(less)).toBeLessThanOrEqual(order.rank(known));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a decision replays from its JSON', () => {
    fc.assert(
      fc.property(tables, partial, (table, facts) => {
        const decision = decide(table, facts);
        const stored = JSON.parse(JSON.stringify({ facts, decision }));
        expect(replay(stored, () => table)).toEqual({ ok: true, value: decision });
      }),
    );
  });

  test('every reason names the row that spoke and exactly the facts that it looked at', () => {
    fc.assert(
      fc.property(tables, partial, (table, facts) => {
        for (const reason of decide(table, facts).reasons) {
          const spoke = table.rows.find(({ key }) => key === reason.row);
          const dated = spoke?.tests.some((asked) => asked.ask === 'dated' && 'daysFromEvent' in asked.day);
          const asked = [...(spoke?.tests.map(({ fact }) => fact) ?? []), ...(dated ? ['held'] : [])];
          expect(Object.keys(reason.facts).toSorted()).toEqual([...new Set(asked)].toSorted());
          for (const [name, value] of Object.entries(reason.facts)) expect(value).toEqual(facts[name] ?? null);
        }
      }),
    );
  });
});

describe('combining', () => {
  const one = fc.constantFrom(...names.map(disposition), disposition('never heard of'));
  const known = fc.constantFrom(...names.map(disposition));
  const both = (a: Disposition, b: Disposition): Disposition => combine(order, a, [{ disposition: b }]);

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(both(a, b)).toBe(both(b, a));
        expect(both(both(a, b), c)).toBe(both(a, both(b, c)));
      }),
    );
    fc.assert(
      fc.property(known, (a) => {
        expect(both(a, a)).toBe(a);
      }),
    );
  });

  test('is monotone: a stricter word never gives a milder answer', () => {
    fc.assert(
      fc.property(one, one, fc.array(one), (a, b, rest) => {
        const partners = rest.map((what) => ({ disposition: what }));
        const withBoth = combine(order, a, [...partners, { disposition: b }]);
        expect(order.rank(withBoth)).toBeLessThanOrEqual(order.rank(combine(order, a, partners)));
        const strict = stricter(order, a, b);
        expect(order.rank(combine(order, strict, partners))).toBeLessThanOrEqual(
          order.rank(combine(order, a, partners)),
        );
      }),
    );
  });

  test('is the most restrictive of all that were said', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), (words) => {
        const [own, ...partners] = words;
        const combined = combine(
          order,
          own,
          partners.map((what) => ({ disposition: what })),
        );
        expect(words).toContain(combined);
        expect(order.rank(combined)).toBe(Math.min(...words.map(order.rank)));
      }),
    );
  });
});
