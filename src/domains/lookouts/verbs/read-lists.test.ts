import { describe, expect, test } from 'vitest';
import { terminalOver } from '../testing/terminal.ts';
import { listWords, readLists } from './read-lists.ts';

describe('words after a verb', () => {
  test.each([
    [[], { operands: [] }],
    [['a', '-', 'b'], { operands: ['a', '-', 'b'] }],
    [['a', '--format', 'un', 'b'], { operands: ['a', 'b'], format: 'un' }],
    [['--format=eu-xml', 'a'], { operands: ['a'], format: 'eu-xml' }],
    [['a', '--format', 'pdf'], undefined],
    [['a', '--format='], undefined],
    [['a', '--format'], undefined],
    [['a', '--colour'], undefined],
    [['--', 'a'], undefined],
  ])('%j', (args, words) => {
    expect(listWords(args)).toStrictEqual(words);
  });
});

const none = '-0- ,';
const sdn = `306,"MORA, Luis",individual,CUBA,${none.repeat(7)}-0- \n`;
const alt = '306,1,"aka","LUCHO",-0- \n';

test('files are read in their order, an OFAC list with its aliases', async () => {
  const { made } = terminalOver({ own: '{"id":"1","names":["A"]}', sdn, alt });
  const read = await readLists(['own', 'sdn', 'alt'], made);
  expect(read.map(({ file, format, list }) => [file, format, list.entries[0]?.names.length])).toEqual([
    ['own', 'jsonl', 1],
    ['sdn', 'ofac', 2],
  ]);
});

test('a form that is named is taken', async () => {
  const { made } = terminalOver({ own: '{"id":"1","names":["A"]}' });
  const [read] = await readLists(['own'], made, 'csv');
  expect(read?.format).toBe('csv');
  expect(read?.list.entries).toEqual([]);
});
