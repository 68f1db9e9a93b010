import { expect, test } from 'vitest';
import { encodeUtf8, type SubjectList } from '#kernel';
import { importList } from './import-list.ts';
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
  expect(importList(encodeUtf8(`name,kind,${' '.repeat(1100)},entry\nA,person,,1\n`)).list.name).toBe('ofac-sdn');
  expect(importList(encodeUtf8('name\nentry\n')).list.name).toBe('ofac-sdn');
});
