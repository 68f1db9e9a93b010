import { describe, expect, test } from 'vitest';
import type { Line } from './line.ts';
import { mostCell, sectionsOf } from './section.ts';
import { Told } from './tell.ts';

const form = {
  ...{ begins: '2005-06', head: ['initiative', 'key milestones', 'status'] },
  chapters: [
    { code: 'OAK', name: 'Oaks' },
    { code: 'ASH', name: 'Ashes' },
  ],
};
const read = (...lines: readonly Line[]) => {
  const told = new Told();
  const { goals, sections } = sectionsOf(lines, form, told);
  return { goals, sections, told: told.inOrder().map(({ code, parameters }) => [code, parameters]) };
};
const goal: Line = { kind: 'goal', title: 'GARDENS' };
const head: Line = { kind: 'head', text: 'Initiative' };
const chapter = (name: string): Line => ({ kind: 'chapter', name });
const statement = (name: string): Line => ({ kind: 'statement', chapter: name });
const other = (text: string): Line => ({ kind: 'other', text });
const row = (...cells: readonly string[]): Line => ({ kind: 'row', cells });
const kept = (line: number, text: string, isAfterBreak = false) => ({
  ...{ line, initiative: text, milestone: text, status: text, isAfterBreak },
});

describe('the lines of a report', () => {
  test('stand under the goal and the chapter that came last', () => {
    const told = read(
      goal,
      chapter('Oaks'),
      head,
      row('a', 'a', 'a'),
      goal,
      chapter('Ashes'),
      head,
      row('b', 'b', 'b'),
    );
    expect(told).toEqual({
      goals: [
        { line: 1, title: 'GARDENS' },
        { line: 5, title: 'GARDENS' },
      ],
      sections: [
        { line: 2, code: 'OAK', name: 'Oaks', goal: 1, rows: [kept(4, 'a')] },
        { line: 6, code: 'ASH', name: 'Ashes', goal: 2, rows: [kept(8, 'b')] },
      ],
      told: [],
    });
  });

  test('a table that begins again is told, and only the first row below it is after a break', () => {
    const { sections, told } = read(
      goal,
      chapter('Oaks'),
      head,
      row('a', 'a', 'a'),
      head,
      row('b', 'b', 'b'),
      row('c', 'c', 'c'),
    );
    expect(sections[0]?.rows).toEqual([kept(4, 'a'), kept(6, 'b', true), kept(7, 'c')]);
    expect(told).toEqual([['PLN-0126', { line: 5, chapter: 'Oaks' }]]);
  });

  test('a row that cannot be read does not use the break up', () => {
    const { sections } = read(goal, chapter('Oaks'), head, head, row('x'), row('b', 'b', 'b'));
    expect(sections[0]?.rows).toEqual([kept(6, 'b', true)]);
  });

  test('a chapter that comes again goes on where it was, whatever comes between', () => {
    const { sections, told } = read(
      goal,
      chapter('Oaks'),
      row('a', 'a', 'a'),
      chapter('Ashes'),
      chapter('Oaks'),
      row('b', 'b', 'b'),
    );
    expect(sections.map(({ code, rows }) => [code, rows])).toEqual([
      ['OAK', [kept(3, 'a'), kept(6, 'b')]],
      ['ASH', []],
    ]);
    expect(told).toEqual([['PLN-0116', { line: 5, chapter: 'Oaks', first: 2 }]]);
  });

  test('a chapter before any goal is told and has the goal 0', () => {
    const { sections, told } = read(chapter('Oaks'));
    expect([sections[0]?.goal, told]).toEqual([0, [['PLN-0115', { line: 1, chapter: 'Oaks' }]]]);
  });

  test('rows of a chapter that the form does not know are counted and left out', () => {
    const { sections, told } = read(goal, chapter('Elms'), row('a', 'a', 'a'), row('b', 'b', 'b'));
    expect(sections).toEqual([]);
    expect(told).toEqual([['PLN-0106', { line: 2, chapter: 'Elms', rows: 2, known: 'Oaks; Ashes' }]]);
  });

  test.each([
    [row('a', 'a'), ['PLN-0105', { line: 3, cells: 2 }]],
    [row('a', 'a', 'a', 'a'), ['PLN-0105', { line: 3, cells: 4 }]],
    [row('a', 'x'.repeat(mostCell + 1), 'a'), ['PLN-0117', { line: 3, most: mostCell }]],
  ])('a row of the wrong form is told and left out', (line, finding) => {
    const { sections, told } = read(goal, chapter('Oaks'), line);
    expect([sections[0]?.rows, told]).toEqual([[], [finding]]);
  });

  test('the longest cell is read; a row in no chapter is told', () => {
    const long = 'x'.repeat(mostCell);
    expect(read(goal, chapter('Oaks'), row(long, long, long)).told).toEqual([]);
    expect(read(goal, row('a', 'a', 'a')).told).toEqual([['PLN-0107', { line: 2 }]]);
  });

  test('its title before the first goal is not strange; what is out of place after it is', () => {
    expect(read(other('Report'), statement('Title'), goal).told).toEqual([]);
    expect(read(goal, other('x'.repeat(99)), statement('Elms')).told).toEqual([
      ['PLN-0110', { line: 2, text: 'x'.repeat(80) }],
      ['PLN-0110', { line: 3, text: 'Elms:' }],
    ]);
    expect(read(chapter('Oaks'), other('x')).told.map(([code]) => code)).toEqual(['PLN-0115', 'PLN-0110']);
  });

  test('the statement of its own chapter is not strange, whatever its case; another chapter’s is', () => {
    expect(read(goal, chapter('Oaks'), statement('OAKS'), statement('Ashes')).told).toEqual([
      ['PLN-0110', { line: 4, text: 'Ashes:' }],
    ]);
  });

  test('strange letters of a head are told, in a chapter or in none', () => {
    const greek: Line = { kind: 'head', text: 'ΙΝΙΤ' };
    expect(read(greek).told).toEqual([['PLN-0120', { line: 1, letters: 'ΙΝΤ' }]]);
    expect(read({ kind: 'blank' }, { kind: 'chapter-list' })).toEqual({ goals: [], sections: [], told: [] });
  });
});
