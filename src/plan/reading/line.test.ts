import { describe, expect, test } from 'vitest';
import type { ReportForm } from './form.ts';
import { kindsOfLines } from './line.ts';

const form: ReportForm = {
  begins: '2005-06',
  head: ['initiative', 'key milestones', 'status'],
  chapters: [
    { code: 'OAK', name: 'Oak Trees' },
    { code: 'ASH', name: 'Ash' },
  ],
};
const kinds = (...lines: readonly string[]) => kindsOfLines(lines, form);
const kindNames = (...lines: readonly string[]) => kinds(...lines).map(({ kind }) => kind);

describe('what a line of a report is', () => {
  test('is said by itself and by the next that is not blank', () => {
    expect(
      kinds(
        'GARDENS', // the title: no list follows
        ' \t ',
        'PLANT TREES 2',
        '',
        'OAK TREES ASH',
        '\r',
        ' Oak  trees ',
        '',
        'Oak Trees: plant them',
        'initiative\tKey  Milestones\tΙΝΙΤΙΑΤΙVΕ',
        'Initiative\tKey  Milestones\tSTATUS',
        ' a \tb\t c\r',
        '\t\td',
        'Elm',
        'Elm : plant them too',
        'A remark.',
      ),
    ).toEqual([
      { kind: 'other', text: 'GARDENS' },
      { kind: 'blank' },
      { kind: 'goal', title: 'PLANT TREES 2' },
      { kind: 'blank' },
      { kind: 'chapter-list' },
      { kind: 'blank' },
      { kind: 'chapter', name: 'Oak Trees' },
      { kind: 'blank' },
      { kind: 'statement', chapter: 'Oak Trees' },
      { kind: 'row', cells: ['initiative', 'Key  Milestones', 'ΙΝΙΤΙΑΤΙVΕ'] },
      { kind: 'head', text: 'Initiative\tKey  Milestones\tSTATUS' },
      { kind: 'row', cells: ['a', 'b', 'c'] },
      { kind: 'row', cells: ['', '', 'd'] },
      { kind: 'chapter', name: 'Elm' },
      { kind: 'statement', chapter: 'Elm' },
      { kind: 'other', text: 'A remark.' },
    ]);
  });

  test('a list of chapters is of capitals and names one whole', () => {
    expect(kindNames('ASH')).toEqual(['chapter-list']);
    expect(kindNames('SOME ΑSΗ')).toEqual(['chapter-list']);
    expect(kindNames('ASHES', 'WASH', 'Ash tree', 'OAK')).toEqual(['other', 'other', 'other', 'other']);
    expect(kindNames('ash')).toEqual(['chapter']);
  });

  test('a goal is of capitals, and of letters', () => {
    expect(kindNames('GOAL', 'ASH')).toEqual(['goal', 'chapter-list']);
    expect(kindNames('Goal', 'ASH')).toEqual(['other', 'chapter-list']);
    expect(kindNames('12', 'ASH')).toEqual(['other', 'chapter-list']);
    expect(kindNames('GOAL', 'ELM', 'ASH')).toEqual(['other', 'goal', 'chapter-list']);
  });

  test('a chapter that the form does not know is one whose statement follows', () => {
    expect(kindNames('Elm', 'Fir: plant')).toEqual(['other', 'statement']);
    expect(kindNames('Elm', 'Elms: plant')).toEqual(['other', 'statement']);
    expect(kindNames('Elm', 'Elm')).toEqual(['other', 'other']);
    expect(kindNames('El', 'Elm')).toEqual(['other', 'other']);
    expect(kindNames(':', ': plant')).toEqual(['statement', 'statement']);
    expect(kindNames('A\tB', 'Elm')).toEqual(['row', 'other']);
  });

  test('a byte order mark at the start is no part of it; elsewhere it is', () => {
    expect(kinds('\uFEFFAsh')).toEqual([{ kind: 'chapter', name: 'Ash' }]);
    expect(kinds('\uFEFFa\tb\uFEFFc')).toEqual([{ kind: 'row', cells: ['a', 'b\uFEFFc'] }]);
    expect(kinds('A\uFEFFsh')).toEqual([{ kind: 'other', text: 'A\uFEFFsh' }]);
    expect(kinds('\uFEFFinitiative\tkey milestones\tstatus')).toEqual([
      { kind: 'head', text: 'initiative\tkey milestones\tstatus' },
    ]);
  });

  test('a head has the words of the form, each in its place and no more', () => {
    expect(kindNames('Key milestones\tinitiative\tstatus')).toEqual(['row']);
    expect(kindNames('initiative\tkey milestones')).toEqual(['row']);
    expect(kindNames('initiative\tkey milestones\tstatus\t')).toEqual(['row']);
  });

  test('what is too long to be a title is something else', () => {
    const long = 'A'.repeat(4001);
    expect(kinds(long)).toEqual([{ kind: 'other', text: long }]);
    expect(kinds('Ash', long)[0]).toEqual({ kind: 'other', text: 'Ash' });
  });
});
