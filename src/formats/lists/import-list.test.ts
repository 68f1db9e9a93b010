import { expect, test } from 'vitest';
import { encodeUtf8, type SubjectList } from '#kernel';
import { importList, importLists } from './import-list.ts';
import { writeJsonLines } from './json-lines.ts';

const list: SubjectList = {
  name: 'l',
  version: 'v',
  purpose: 'no-fly',
  entries: [
    {
      entry: '1',
      kind: 'person',
      names: [{ whole: 'A B', quality: 'primary' }],
      datesOfBirth: [],
      nationalities: [],
      documents: [],
    },
  ],
};

test('each form is known by its beginning', () => {
  expect(importList(encodeUtf8('<CONSOLIDATED_LIST/>')).list.name).toBe('un-consolidated');
  expect(importList(encodeUtf8('\uFEFF  <?xml version="1.0"?><A/>')).list.name).toBe('un-consolidated');
  expect(importList(writeJsonLines(list)).list.name).toBe('l');
  expect(importList(encodeUtf8('name,"entry"\nA B,1\n')).list.entries).toHaveLength(1);
  expect(importList(encodeUtf8('1,"A",-0- ,X\n')).list.name).toBe('ofac-sdn');
  expect(importList(encodeUtf8('')).list.name).toBe('ofac-sdn');
});

test('a form that is named is taken, and a name and purpose that are given', () => {
  const { list: read } = importList(encodeUtf8('{}'), { format: 'csv', name: 'mine', purpose: 'no-fly' });
  expect(read).toEqual({ name: 'mine', version: 'undated', purpose: 'no-fly', entries: [] });
});

test('bytes that are no UTF-8 are taken as ISO 8859-1', () => {
  const bytes = Uint8Array.from('entry,name\n1,Jos\u00e9 Mora\n', (letter) => letter.charCodeAt(0));
  expect(importList(bytes).list.entries[0]?.names[0]?.whole).toBe('José Mora');
});

test('only the beginning is looked at', () => {
  expect(importList(encodeUtf8(`name,kind,${' '.repeat(4200)},entry\nA,person,,1\n`)).list.name).toBe('ofac-sdn');
  expect(importList(encodeUtf8('name\nA\nentry\n')).list.name).toBe('ofac-sdn');
});

const sdn = encodeUtf8(`306,"MORA, Luis",individual,CUBA,${'-0- ,'.repeat(7)}-0- \n`);
const alt = encodeUtf8('306,1,"aka","LUCHO",-0- \n');

test('aliases in a file of their own belong to the OFAC list before them', () => {
  const read = importLists([
    { file: 'own.jsonl', bytes: writeJsonLines(list) },
    { file: 'sdn.csv', bytes: sdn },
    { file: 'alt.csv', bytes: alt },
  ]);
  expect(read.map(({ file, format, findings }) => [file, format, findings])).toEqual([
    ['own.jsonl', 'jsonl', []],
    ['sdn.csv', 'ofac', []],
  ]);
  expect(read[1]?.list.entries[0]?.names).toEqual([
    { family: 'MORA', given: 'Luis', quality: 'primary' },
    { whole: 'LUCHO', quality: 'alias' },
  ]);
});

test('aliases without a list before them are no list', () => {
  const [read, ...more] = importLists([{ file: 'alt.csv', bytes: alt }]);
  expect(more).toEqual([]);
  expect(read?.findings.map(({ code }) => code)).toEqual(['LST-0101', 'LST-0112']);
});

test('a form that is named is taken for every file', () => {
  const [read] = importLists([{ file: 'x', bytes: encodeUtf8('{}') }], 'csv');
  expect(read).toMatchObject({ file: 'x', format: 'csv' });
});

const add = encodeUtf8('306,9,-0- ,"Lima","Peru",-0- \n');

test('aliases and addresses belong to the OFAC list before them, once each, and to no other', () => {
  const own = { file: 'own.jsonl', bytes: writeJsonLines(list) };
  const aliases = { file: 'alt.csv', bytes: alt };
  const addresses = { file: 'add.csv', bytes: add };
  const first = { file: 'sdn.csv', bytes: sdn };
  const named = (files: Parameters<typeof importLists>[0]) =>
    importLists(files).map(({ file, format }) => [file, format]);
  expect(named([own, aliases])).toEqual([
    ['own.jsonl', 'jsonl'],
    ['alt.csv', 'ofac'],
  ]);
  expect(named([first, addresses, aliases, aliases, own])).toEqual([
    ['sdn.csv', 'ofac'],
    ['alt.csv', 'ofac'],
    ['own.jsonl', 'jsonl'],
  ]);
  const [whole] = importLists([first, addresses, aliases]);
  expect(whole?.findings).toEqual([]);
  expect(whole?.list.entries[0]?.names).toHaveLength(2);
  expect(whole?.list.entries[0]?.particulars).toEqual([{ name: 'address', text: 'Lima, Peru' }]);
  expect(importLists([own, aliases], 'jsonl').map(({ format }) => format)).toEqual(['jsonl', 'jsonl']);
  expect(importLists([])).toEqual([]);
});
