import { expect, test } from 'vitest';
import type { Finding, SubjectList } from '#kernel';
import { terminalOver } from '../testing/terminal.ts';
import { findingLine, placeOf, summaryLines } from './lines.ts';

const finding = (at?: Finding['at']): Finding => ({
  ...{ code: 'LST-0104', origin: 'sender', severity: 'warning', parameters: { text: 'soon' } },
  ...(at === undefined ? {} : { at }),
});

test.each([
  [undefined, ''],
  [{ segment: 12 }, '12'],
  [{ segment: 12, element: 3 }, '12:3'],
  [{ path: 'INDIVIDUAL[3]' }, 'INDIVIDUAL[3]'],
  [{ segment: 2, path: 'alt' }, '2 alt'],
])('a finding at %j stands at %j', (at, place) => {
  expect(placeOf(finding(at))).toBe(place);
});

test('a finding as a line, with its place where it has one', () => {
  const { made } = terminalOver({});
  expect(findingLine(finding({ segment: 12 }), made)).toBe('  ! LST-0104 warning 12 LST-0104 of soon');
  expect(findingLine(finding(), made)).toBe('  ! LST-0104 warning LST-0104 of soon');
});

test('a list of nothing is said in numbers too', () => {
  const { made } = terminalOver({});
  const list: SubjectList = { name: 'n', version: 'v', purpose: 'p', entries: [] };
  expect(summaryLines(list, made)).toEqual([
    '<list.name n,v,p>',
    '  <list.entries 0>: ',
    '  <list.names 0>: ',
    '  <list.documents 0>',
  ]);
});
