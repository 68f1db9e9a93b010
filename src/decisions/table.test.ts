import { describe, expect, test } from 'vitest';
import { disposition, type Fact, type FactValues } from '#kernel';
import { decide, missingFactReason } from './decide.ts';
import { interpret } from './interpret.ts';
import { orderOf } from './order.ts';
import { type DecisionTable, loadTable } from './table.ts';

const title = { en: 't', fr: 't', es: 't' };
const dictionary: readonly Fact[] = [
  { name: 'flag', type: 'boolean', title },
  { name: 'size', type: 'number', title },
  { name: 'word', type: 'text', title },
  { name: 'due', type: 'date', title },
  { name: 'held', type: 'date', title },
  { name: 'colour', type: 'code', title, values: ['red', 'green', 'blue'] },
  { name: 'hit', type: 'code', title },
  { name: 'marks', type: 'codes', title, values: ['red', 'green'] },
  { name: 'notes', type: 'codes', title },
];
const order = orderOf('1', ['stop', 'wait', 'go'].map(disposition));
const text = { en: 'a', fr: 'b', es: 'c' };
const reasons = [{ code: 'R', class: 'other' }];

interface RowSource {
  readonly key?: unknown;
  readonly when?: unknown;
  readonly disposition?: unknown;
  readonly reasons?: unknown;
  readonly directions?: unknown;
}
const rest: RowSource = { key: 'rest', when: {}, disposition: 'go', reasons };
const documentOf = (rows: readonly unknown[], more: object = {}): unknown => ({
  table: 't',
  version: '1',
  event: 'held',
  reasonTexts: { R: text, S: text },
  rows,
  ...more,
});
const load = (rows: readonly unknown[], more?: object) => loadTable(documentOf(rows, more), dictionary, order);
function tableOf(rows: readonly RowSource[]): DecisionTable {
  const loaded = load(rows);
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.error));
  return loaded.value;
}
/** What is wrong with a table, as code and parameters. */
function faults(rows: readonly unknown[], more?: object): readonly unknown[] {
  const loaded = load(rows, more);
  return loaded.ok ? [] : loaded.error.map(({ code, parameters }) => [code, parameters]);
}
const row = (when: unknown, more: object = {}): RowSource => ({
  key: 'a',
  when,
  disposition: 'stop',
  reasons,
  ...more,
});
const rowFaults = (when: unknown, more?: object) => faults([row(when, more), rest]);

describe('loading', () => {
  test('a sound table comes back whole', () => {
    const directions = { en: 'x', fr: 'y', es: 'z' };
    const table = tableOf([row({ flag: true }, { directions }), rest]);
    expect(table).toMatchObject({ table: 't', version: '1', event: 'held', reasonTexts: { R: text, S: text } });
    expect(table.rows).toEqual([
      {
        key: 'a',
        tests: [{ ask: 'among', fact: 'flag', values: [true], wanted: true }],
        disposition: 'stop',
        reasons,
        directions,
      },
      { key: 'rest', tests: [], disposition: 'go', reasons },
    ]);
    expect(table.compiled.map(({ rank }) => rank)).toEqual([0, 2]);
  });

  test.each([
    ['unknown fact', { nothing: 1 }, ['DEC-0102', { row: 'a', fact: 'nothing' }]],
    ['boolean for a number', { size: true }, ['DEC-0103', { row: 'a', fact: 'size', type: 'number', operator: 'is' }]],
    ['number for a boolean', { flag: 1 }, ['DEC-0103', { row: 'a', fact: 'flag', type: 'boolean', operator: 'is' }]],
    ['number for a text', { word: 1 }, ['DEC-0103', { row: 'a', fact: 'word', type: 'text', operator: 'is' }]],
    ['one wrong of two', { word: ['a', 1] }, ['DEC-0103', { row: 'a', fact: 'word', type: 'text', operator: 'is' }]],
    ['no such day', { due: '2026-02-30' }, ['DEC-0103', { row: 'a', fact: 'due', type: 'date', operator: 'is' }]],
    ['value for codes', { notes: 'x' }, ['DEC-0103', { row: 'a', fact: 'notes', type: 'codes', operator: 'is' }]],
    [
      'not, for codes',
      { notes: { not: 'x' } },
      ['DEC-0103', { row: 'a', fact: 'notes', type: 'codes', operator: 'not' }],
    ],
    [
      'bound of text',
      { word: { below: 1 } },
      ['DEC-0103', { row: 'a', fact: 'word', type: 'text', operator: 'below' }],
    ],
    [
      'text as bound',
      { size: { above: '1' } },
      ['DEC-0103', { row: 'a', fact: 'size', type: 'number', operator: 'above' }],
    ],
    [
      'endless bound',
      { size: { atLeast: Infinity } },
      ['DEC-0103', { row: 'a', fact: 'size', type: 'number', operator: 'atLeast' }],
    ],
    [
      'no bound',
      { size: { atMost: null } },
      ['DEC-0103', { row: 'a', fact: 'size', type: 'number', operator: 'atMost' }],
    ],
    [
      'day of a text',
      { word: { before: 'event' } },
      ['DEC-0103', { row: 'a', fact: 'word', type: 'text', operator: 'before' }],
    ],
    ['no day', { due: { after: 'soon' } }, ['DEC-0103', { row: 'a', fact: 'due', type: 'date', operator: 'after' }]],
    [
      'a number as day',
      { due: { after: 3 } },
      ['DEC-0103', { row: 'a', fact: 'due', type: 'date', operator: 'after' }],
    ],
    [
      'day with a tail',
      { due: { after: 'event+3d!' } },
      ['DEC-0103', { row: 'a', fact: 'due', type: 'date', operator: 'after' }],
    ],
    [
      'day with a head',
      { due: { after: 'an event' } },
      ['DEC-0103', { row: 'a', fact: 'due', type: 'date', operator: 'after' }],
    ],
    [
      'hit class none',
      { hit: { hit: 'none' } },
      ['DEC-0103', { row: 'a', fact: 'hit', type: 'code', operator: 'hit' }],
    ],
    [
      'hit class unknown',
      { hit: { hit: 'weak' } },
      ['DEC-0103', { row: 'a', fact: 'hit', type: 'code', operator: 'hit' }],
    ],
    ['hit class no text', { hit: { hit: 1 } }, ['DEC-0103', { row: 'a', fact: 'hit', type: 'code', operator: 'hit' }]],
    [
      'hit of text',
      { word: { hit: 'strong' } },
      ['DEC-0103', { row: 'a', fact: 'word', type: 'text', operator: 'hit' }],
    ],
    [
      'includes in a code',
      { colour: { includes: 'red' } },
      ['DEC-0103', { row: 'a', fact: 'colour', type: 'code', operator: 'includes' }],
    ],
    [
      'empty code',
      { colour: { empty: true } },
      ['DEC-0103', { row: 'a', fact: 'colour', type: 'code', operator: 'empty' }],
    ],
    [
      'empty, no boolean',
      { notes: { empty: 1 } },
      ['DEC-0103', { row: 'a', fact: 'notes', type: 'codes', operator: 'empty' }],
    ],
    ['unknown code', { colour: ['red', 'purple'] }, ['DEC-0110', { row: 'a', fact: 'colour', value: 'purple' }]],
    [
      'unknown code in codes',
      { marks: { includes: 'blue' } },
      ['DEC-0110', { row: 'a', fact: 'marks', value: 'blue' }],
    ],
    ['unknown operator', { size: { like: 1 } }, ['DEC-0111', { row: 'a', fact: 'size', operator: 'like' }]],
    ['nobody', { word: [] }, ['DEC-0112', { row: 'a', fact: 'word' }]],
    ['includes nothing', { notes: { includes: [] } }, ['DEC-0112', { row: 'a', fact: 'notes' }]],
    ['asks nothing', { size: {} }, ['DEC-0112', { row: 'a', fact: 'size' }]],
    ['crossed bounds', { size: { atLeast: 3, atMost: 2 } }, ['DEC-0112', { row: 'a', fact: 'size' }]],
    ['point below itself', { size: { atLeast: 3, below: 3 } }, ['DEC-0112', { row: 'a', fact: 'size' }]],
    ['point above itself', { size: { above: 3, atMost: 3 } }, ['DEC-0112', { row: 'a', fact: 'size' }]],
  ])('%s', (_, when, expected) => {
    expect(rowFaults(when)).toEqual([expected]);
  });

  test('a point is a range, and bounds with room between them', () => {
    expect(rowFaults({ size: { atLeast: 3, atMost: 3 } })).toEqual([]);
    expect(rowFaults({ size: { above: 2, below: 3 } })).toEqual([]);
  });

  test('a day that counts from the event needs an event', () => {
    const rows = [row({ due: { before: 'event' } }), rest];
    expect(faults(rows, { event: undefined })).toEqual([['DEC-0113', { row: 'a', fact: 'due' }]]);
    expect(faults([row({ due: { before: '2026-01-01' } }), rest], { event: undefined })).toEqual([]);
  });

  test('the event is a date of the dictionary', () => {
    const fault = [['DEC-0101', { path: '/event', expected: 'name of a date fact' }]];
    expect(faults([rest], { event: 'size' })).toEqual(fault);
    expect(faults([rest], { event: 'nothing' })).toEqual(fault);
    expect(faults([rest], { event: '' })).toContainEqual(['DEC-0101', { path: '/event', expected: 'text' }]);
  });

  test('dispositions, reasons, classes and texts are known', () => {
    expect(rowFaults({ flag: true }, { disposition: 'fly' })).toEqual([['DEC-0104', { row: 'a', disposition: 'fly' }]]);
    expect(rowFaults({ flag: true }, { reasons: [] })).toEqual([['DEC-0106', { row: 'a' }]]);
    expect(rowFaults({ flag: true }, { reasons: undefined })).toEqual([['DEC-0106', { row: 'a' }]]);
    expect(rowFaults({ flag: true }, { reasons: [{ code: 'R', class: 'odd' }] })).toEqual([
      ['DEC-0109', { row: 'a', class: 'odd' }],
    ]);
    expect(rowFaults({ flag: true }, { reasons: [{ code: 'Q', class: 'other' }] })).toEqual([
      ['DEC-0114', { row: 'a', code: 'Q' }],
    ]);
    expect(rowFaults({ flag: true }, { reasons: [{ code: 'toString', class: 'other' }] })).toEqual([
      ['DEC-0114', { row: 'a', code: 'toString' }],
    ]);
  });

  test('rows that are never reached, keys used twice, no row for the rest', () => {
    expect(faults([rest, { ...rest, key: 'b' }])).toEqual([['DEC-0105', { row: 'b', earlier: 'rest' }]]);
    expect(faults([row({ flag: true }), row({ size: 1, flag: true }, { key: 'b' }), rest])).toEqual([
      ['DEC-0105', { row: 'b', earlier: 'a' }],
    ]);
    expect(faults([row({ size: 1, flag: true }), row({ flag: true }, { key: 'b' }), rest])).toEqual([]);
    expect(faults([row({ flag: true }), row({ size: 1 }), rest])).toEqual([['DEC-0108', { row: 'a' }]]);
    expect(faults([row({ flag: true })])).toEqual([['DEC-0107', { table: 't' }]]);
    expect(faults([])).toEqual([['DEC-0107', { table: 't' }]]);
  });

  test('what is no table at all is told place by place', () => {
    const at = (path: string, expected: string) => ['DEC-0101', { path, expected }];
    const nothing = loadTable(null, dictionary, order);
    expect(nothing.ok ? [] : nothing.error.map(({ code, parameters }) => [code, parameters])).toEqual([
      at('/', 'object'),
      at('/table', 'text'),
      at('/version', 'text'),
      at('/reasonTexts', 'object'),
      at('/rows', 'list'),
    ]);
    expect(faults([[], rest])).toEqual([
      at('/rows/0', 'object'),
      at('/rows/0/key', 'text'),
      at('/rows/0/when', 'object'),
      at('/rows/0/disposition', 'text'),
      ['DEC-0106', { row: '' }],
    ]);
    expect(rowFaults({ flag: true }, { reasons: 'R' })).toEqual([
      at('/rows/0/reasons', 'list'),
      ['DEC-0106', { row: 'a' }],
    ]);
    expect(rowFaults({ flag: true }, { reasons: [{}] })).toEqual([
      at('/rows/0/reasons/0/code', 'text'),
      at('/rows/0/reasons/0/class', 'text'),
    ]);
    expect(rowFaults({ flag: true }, { directions: { en: 'x', fr: '' } })).toEqual([
      at('/rows/0/directions/fr', 'text'),
      at('/rows/0/directions/es', 'text'),
    ]);
    expect(faults([rest], { reasonTexts: { R: { en: 'x', fr: 'y' } } })).toEqual([at('/reasonTexts/R/es', 'text')]);
  });

  test('a finding is located and tells who has to act', () => {
    const loaded = load([rest], { version: 1 });
    expect(loaded).toEqual({
      ok: false,
      error: [
        {
          code: 'DEC-0101',
          origin: 'operator',
          severity: 'error',
          parameters: { path: '/version', expected: 'text' },
          at: { path: '/version' },
        },
      ],
    });
  });
});

describe('cells', () => {
  /** Both engines; `open` when the row would decide for want of a fact. */
  function holds(when: unknown, facts: FactValues): boolean | 'open' {
    const table = tableOf([row(when), rest]);
    const decision = decide(table, facts);
    expect(interpret(table, facts).toJSON()).toEqual(decision.toJSON());
    if (decision.reasons[0]?.code === missingFactReason) return 'open';
    return decision.disposition === 'stop';
  }
  const held = '2026-03-10';

  test.each<[string, unknown, FactValues, boolean | 'open']>([
    ['value', { word: 'a' }, { word: 'a' }, true],
    ['another value', { word: 'a' }, { word: 'b' }, false],
    ['one of two', { word: ['a', 'b'] }, { word: 'b' }, true],
    ['none of two', { word: ['a', 'b'] }, { word: 'c' }, false],
    ['is', { word: { is: 'a' } }, { word: 'a' }, true],
    ['not', { word: { not: 'a' } }, { word: 'b' }, true],
    ['not, but is', { word: { not: ['a', 'b'] } }, { word: 'b' }, false],
    ['not, missing', { word: { not: 'a' } }, {}, 'open'],
    ['null is missing', { word: 'a' }, { word: null }, 'open'],
    ['another type is missing', { word: 'a' }, { word: 1 }, 'open'],
    ['an unknown code is missing', { colour: 'red' }, { colour: 'purple' }, 'open'],
    ['an unknown code among codes', { marks: { includes: 'red' } }, { marks: ['red', 'blue'] }, 'open'],
    ['false', { flag: false }, { flag: false }, true],
    ['false, missing', { flag: false }, {}, 'open'],
    ['at least', { size: { atLeast: 2 } }, { size: 2 }, true],
    ['not at least', { size: { atLeast: 2 } }, { size: 1.9 }, false],
    ['above', { size: { above: 2 } }, { size: 2 }, false],
    ['above, just', { size: { above: 2 } }, { size: 2.1 }, true],
    ['at most', { size: { atMost: 2 } }, { size: 2 }, true],
    ['not at most', { size: { atMost: 2 } }, { size: 2.1 }, false],
    ['below', { size: { below: 2 } }, { size: 2 }, false],
    ['below, just', { size: { below: 2 } }, { size: 1.9 }, true],
    ['between', { size: { atLeast: 2, below: 4 } }, { size: 3 }, true],
    ['beyond', { size: { atLeast: 2, below: 4 } }, { size: 4 }, false],
    ['no number', { size: { below: 2 } }, { size: Number.NaN }, 'open'],
    ['before the event', { due: { before: 'event' } }, { due: '2026-03-09', held }, true],
    ['on the event', { due: { before: 'event' } }, { due: held, held }, false],
    ['after the event', { due: { after: 'event' } }, { due: '2026-03-11', held }, true],
    ['not after the event', { due: { after: 'event' } }, { due: held, held }, false],
    ['within days', { due: { before: 'event+180d' } }, { due: '2026-09-05', held }, true],
    ['days later', { due: { before: 'event+180d' } }, { due: '2026-09-06', held }, false],
    ['days before', { due: { after: 'event-3d' } }, { due: '2026-03-08', held }, true],
    ['more days before', { due: { after: 'event-3d' } }, { due: '2026-03-07', held }, false],
    ['no event', { due: { before: 'event' } }, { due: held }, 'open'],
    ['event is no day', { due: { before: 'event' } }, { due: held, held: '2026-02-30' }, 'open'],
    ['date is no day', { due: { before: 'event' } }, { due: '2026-02-30', held }, 'open'],
    ['before a fixed day', { due: { before: '2026-03-10' } }, { due: '2026-03-09' }, true],
    ['on a fixed day', { due: { before: '2026-03-10' } }, { due: '2026-03-10' }, false],
    ['that very day', { due: '2026-03-10' }, { due: '2026-03-10' }, true],
    ['hit', { hit: { hit: 'adjudicate' } }, { hit: 'strong' }, true],
    ['weaker hit', { hit: { hit: 'strong' } }, { hit: 'adjudicate' }, false],
    ['no hit', { hit: { hit: 'adjudicate' } }, { hit: 'none' }, false],
    ['includes', { notes: { includes: 'x' } }, { notes: ['y', 'x'] }, true],
    ['includes one of', { notes: { includes: ['x', 'z'] } }, { notes: ['z'] }, true],
    ['includes none', { notes: { includes: ['x', 'z'] } }, { notes: ['y'] }, false],
    ['empty', { notes: { empty: true } }, { notes: [] }, true],
    ['not empty', { notes: { empty: true } }, { notes: ['x'] }, false],
    ['wants some', { notes: { empty: false } }, { notes: ['x'] }, true],
    ['wants some, has none', { notes: { empty: false } }, { notes: [] }, false],
    ['no list', { notes: { empty: true } }, { notes: 'x' }, 'open'],
    ['all of several', { flag: true, size: 1 }, { flag: true, size: 1 }, true],
    ['not all', { flag: true, size: 1 }, { flag: true, size: 2 }, false],
    ['no beats missing', { flag: true, size: 1 }, { size: 2 }, false],
    ['no beats missing, later', { flag: true, size: 1 }, { flag: false }, false],
    ['missing beats yes', { flag: true, size: 1 }, { size: 1 }, 'open'],
  ])('%s', (_, when, facts, expected) => {
    expect(holds(when, facts)).toBe(expected);
  });
});

describe('deciding', () => {
  const table = tableOf([
    row({ flag: true }, { reasons: [...reasons, { code: 'S', class: 'security' }] }),
    row({ size: { above: 5 }, due: { before: 'event' } }, { key: 'b', disposition: 'wait' }),
    rest,
  ]);

  test('the first row that holds speaks, with all its reasons and the facts that it looked at', () => {
    expect(decide(table, { flag: true, size: 9 }).toJSON()).toEqual({
      disposition: 'stop',
      reasons: [
        { code: 'R', class: 'other', row: 'a', facts: { flag: true } },
        { code: 'S', class: 'security', row: 'a', facts: { flag: true } },
      ],
      by: { table: 't', version: '1' },
    });
  });

  test('a stricter row that a missing fact keeps open speaks in its place, and says so', () => {
    const facts = { flag: false, size: 9, due: '2026-01-01' };
    expect(decide(table, facts).toJSON()).toEqual({
      disposition: 'wait',
      reasons: [
        {
          code: missingFactReason,
          class: 'data-missing',
          row: 'b',
          facts: { size: 9, due: '2026-01-01', held: null },
        },
      ],
      by: { table: 't', version: '1' },
    });
    expect(decide(table, { ...facts, flag: null }).disposition).toBe('stop');
  });

  test('an open row that is not stricter, or stands below, changes nothing', () => {
    const mild = tableOf([
      row({ flag: true }, { disposition: 'go' }),
      row({ size: 1 }, { key: 'b', disposition: 'go', reasons: [{ code: 'S', class: 'other' }] }),
      row({ word: 'x' }, { key: 'c' }),
      rest,
    ]);
    expect(decide(mild, { size: 1 }).reasons).toMatchObject([{ code: 'S', row: 'b' }]);
    expect(decide(mild, { size: 2, word: 'y' }).reasons).toMatchObject([{ code: 'R', row: 'rest' }]);
  });

  test('of several open rows the strictest speaks, of equal ones the first', () => {
    const open = tableOf([
      row({ size: 1 }, { key: 'w', disposition: 'wait' }),
      row({ flag: true }, { key: 's1' }),
      row({ word: 'x' }, { key: 's2' }),
      rest,
    ]);
    expect(decide(open, {}).reasons).toMatchObject([{ row: 's1' }]);
    expect(interpret(open, {}).reasons).toMatchObject([{ row: 's1' }]);
  });

  test('a table that was never checked crashes instead of letting pass', () => {
    const [first] = table.compiled;
    if (first === undefined) throw new TypeError('a row');
    const broken = { ...table, compiled: [first] };
    expect(() => decide(broken, { flag: false })).toThrow('no last row');
    expect(() => interpret(broken, { flag: false })).toThrow('no last row');
  });
});
