import { expect, test } from 'vitest';
import { encodeUtf8, type Finding, type ListEntry } from '#kernel';
import { readJsonLines, readListDocument, writeJsonLines } from './json-lines.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const empty = ['LST-0112', {}, undefined];
const full: ListEntry = {
  entry: 'A-1',
  kind: 'person',
  names: [
    { family: 'Mora', given: 'Luis', quality: 'primary' },
    { whole: 'Lucho, Mora', quality: 'alias' },
    { whole: 'Lu', quality: 'weak' },
  ],
  datesOfBirth: [
    { year: 1970, month: 2, day: 3 },
    { year: 1971, untilYear: 1972 },
    { year: 1973, month: 4 },
  ],
  sex: 'M',
  nationalities: ['MEX', 'USA'],
  documents: [
    { type: 'P', number: 'X1234567', issuingState: 'MEX' },
    { type: 'I', number: '99' },
  ],
  programme: 'demo',
};
const list = { name: 'l', version: 'v', purpose: 'no-fly', entries: [full] };

test('JSON lines are read as they were written', () => {
  expect(readJsonLines(writeJsonLines(list))).toEqual({ list, findings: [] });
  expect(readJsonLines(writeJsonLines(list), { name: 'other' }).list.name).toBe('other');
});

test('lines that are no JSON are told; a heading stands in the first line only', () => {
  const { findings, list: read } = readJsonLines(
    encodeUtf8('{"list":"n","version":"","purpose":7}\n\n{broken\r\n{"entry":"1","names":["A"]}\n{"list":"m"}\n'),
  );
  expect(told(findings)).toEqual([
    ['LST-0109', {}, { segment: 3 }],
    ['LST-0111', { member: 'entry', expected: 'text' }, { segment: 5 }],
  ]);
  expect(read).toMatchObject({ name: 'n', version: 'undated', purpose: 'lookout', entries: [{ entry: '1' }] });
});

test('one JSON document', () => {
  const { list: read, findings } = readListDocument({
    name: 'n',
    version: '3',
    purpose: 'no-fly',
    entries: [{ entry: '1', names: ['A'] }, 5],
  });
  expect(read).toMatchObject({ name: 'n', version: '3', purpose: 'no-fly', entries: [{ entry: '1' }] });
  expect(findings[0]?.at).toEqual({ path: 'entries[2]' });
  expect(told(readListDocument(null).findings)).toEqual([empty]);
});
