import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../language/formats.ts';
import type { Column } from './column.ts';
import { createFinder } from './filter.ts';
import { bodiesOf, linesOf } from './lines.ts';
import { lastPage, pageRows, tablePage } from './pages.ts';
import { nextSorting, type Sorting, sortedRows, turned } from './sorting.ts';
import { walked } from './walk.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly group: string;
  readonly count: number;
}
const someRows = (maxLength = 60): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(
    fc.record({
      key: fc.uuid(),
      name: fc.constantFrom('Mérida', 'Montréal', 'Anchorage', 'a', ''),
      group: fc.constantFrom('now', 'soon', 'later'),
      count: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength, selector: ({ key }) => key },
  );
const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Name', head: true, cell: ({ name }) => name },
  { key: 'count', title: 'Count', cell: ({ count }) => count, order: (one, other) => one.count - other.count },
  { key: 'group', title: 'Group', cell: () => null, text: ({ group }) => group, order: () => 0 },
];
const keyOf = ({ key }: Row): string => key;
const groupOf = ({ group }: Row) => ({ key: group, title: group });

describe('lines', () => {
  test('every row stands once, under the head of its group and nowhere else', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const lines = linesOf(rows, keyOf, groupOf);
        let head = '';
        const under = lines.flatMap((line) => {
          if (line.kind === 'row') return [[line.key, head]];
          head = line.key;
          return [];
        });
        expect(new Map(under.map(([key = '', its]) => [key, its]))).toEqual(
          new Map(rows.map(({ key, group }) => [key, group])),
        );
        expect(under).toHaveLength(rows.length);
        expect(lines.filter(({ kind }) => kind === 'group')).toHaveLength(new Set(rows.map(({ group }) => group)).size);
      }),
    );
  });
  test('bodies joined are the lines, and each but the first begins with the head of a group', () => {
    fc.assert(
      fc.property(someRows(), fc.boolean(), (rows, grouped) => {
        const lines = linesOf(rows, keyOf, grouped ? groupOf : undefined).map((line) => ({ line }));
        const bodies = bodiesOf(lines);
        expect(bodies.flat()).toEqual(lines);
        expect(bodies.slice(1).every(([first]) => first?.line.kind === 'group')).toBe(true);
        expect(bodies.every((body) => body.slice(1).every(({ line }) => line.kind === 'row'))).toBe(true);
      }),
    );
  });
});

describe('pages', () => {
  test('pages joined are the lines; each but the last has a hundred rows and says what stands before it', () => {
    fc.assert(
      fc.property(someRows(350), fc.boolean(), (rows, grouped) => {
        const lines = linesOf(rows, keyOf, grouped ? groupOf : undefined);
        const pages = Array.from({ length: lastPage(rows.length) + 1 }, (_, at) => tablePage(lines, at));
        expect(pages.flatMap((page) => page.lines)).toEqual(lines);
        for (const [at, page] of pages.entries()) {
          const count = page.lines.filter(({ kind }) => kind === 'row').length;
          expect(count).toBe(at === pages.length - 1 ? rows.length - at * pageRows : pageRows);
          expect(lines[page.before]).toBe(page.lines[0]);
          expect(page.lines.at(-1)?.kind).not.toBe('group');
        }
      }),
      { numRuns: 40 },
    );
  });
  test.each([
    [0, 0],
    [1, 0],
    [100, 0],
    [101, 1],
    [10_000, 99],
  ])('%d rows end on page %d', (rows, page) => expect(lastPage(rows)).toBe(page));
});

describe('sorting', () => {
  test('up is in order, down is in the contrary order, and equals keep the order given', () => {
    fc.assert(
      fc.property(someRows(), fc.boolean(), (rows, down) => {
        const sorted = sortedRows(rows, columns, { key: 'count', down });
        expect(new Set(sorted)).toEqual(new Set(rows));
        for (const [at, row] of sorted.slice(1).entries()) {
          const before = sorted[at];
          const step = row.count - (before?.count ?? 0);
          expect(down ? -step : step).toBeGreaterThanOrEqual(0);
          if (step === 0 && before !== undefined) expect(rows.indexOf(row)).toBeGreaterThan(rows.indexOf(before));
        }
      }),
    );
  });
  test('a column without an order, or none at all, leaves the rows as they are', () => {
    const rows: readonly Row[] = [{ key: 'b', name: '', group: '', count: 1 }];
    expect(sortedRows(rows, columns, undefined)).toBe(rows);
    expect(sortedRows(rows, columns, { key: 'name', down: true })).toBe(rows);
  });
  test('three presses on a head are up, down, as given; another head begins anew', () => {
    const up: Sorting = { key: 'count', down: false };
    expect(turned(undefined, 'count')).toEqual(up);
    expect(turned(up, 'count')).toEqual({ key: 'count', down: true });
    expect(turned({ key: 'count', down: true }, 'count')).toBeUndefined();
    expect(turned(up, 'group')).toEqual({ key: 'group', down: false });
  });
  test('the key of sorting goes through the columns that sort, then back', () => {
    const first = nextSorting(undefined, columns);
    expect(first).toEqual({ key: 'count', down: false });
    const second = nextSorting(first, columns);
    expect(second).toEqual({ key: 'group', down: false });
    expect(nextSorting(second, columns)).toBeUndefined();
  });
});

describe('filter', () => {
  test('finds exactly the rows that hold every word in some column, accents and case aside', () => {
    const words = fc.array(fc.constantFrom('mer', 'MÉR', 'now', 'la', '3', 'zz'), { maxLength: 3 });
    fc.assert(
      fc.property(someRows(), words, (rows, asked) => {
        const found = createFinder(rows, columns)(asked.join('  '));
        const holds = (row: Row, word: string): boolean =>
          [row.name, String(row.count), row.group].some((text) => folded(text).includes(folded(word)));
        expect(found).toEqual(rows.filter((row) => asked.every((word) => holds(row, word))));
      }),
    );
  });
  test('a word does not reach from one column into the next', () => {
    const rows = [{ key: '1', name: 'a', group: 'now', count: 1 }];
    expect(createFinder(rows, columns)('a1')).toEqual([]);
  });
});

describe('walking', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
  test('never leaves the rows, and comes to both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), keys, (count, from, key) => {
        const to = walked(key, from % count, count);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(count);
      }),
    );
    expect([walked('Home', 7, 9), walked('End', 7, 9)]).toEqual([0, 8]);
    expect([walked('ArrowDown', 3, 90), walked('ArrowUp', 3, 90)]).toEqual([4, 2]);
    expect([walked('PageDown', 30, 90), walked('PageUp', 30, 90)]).toEqual([40, 20]);
  });
  test('other keys do not walk, and nothing walks where there is nothing', () => {
    expect(walked('Enter', 0, 3)).toBeUndefined();
    expect(walked('End', 0, 0)).toBeUndefined();
  });
});
