import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readJsonLines } from './json-lines.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const line = (json: unknown) => readJsonLines(encodeUtf8(`${JSON.stringify(json)}\n`));
test.each([
  [[], '', 'object'],
  [{ names: ['A B'] }, 'entry', 'text'],
  [{ entry: ' ', names: ['A B'] }, 'entry', 'text'],
  [{ entry: '1', kind: 'robot', names: ['A'] }, 'kind', 'person, organisation, vessel, vehicle'],
  [{ entry: '1', names: 'A' }, 'names', 'list'],
  [{ entry: '1', names: [1] }, 'names', 'text'],
  [{ entry: '1', names: [{}] }, 'names', 'family, given, whole'],
  [{ entry: '1', names: [{ whole: 1 }] }, 'whole', 'text'],
  [{ entry: '1', names: [{ whole: 'A', quality: 'good' }] }, 'quality', 'primary, alias, weak'],
  [{ entry: '1', names: ['A'], datesOfBirth: [1970] }, 'datesOfBirth', 'date'],
  [{ entry: '1', names: ['A'], datesOfBirth: ['1970-02-30'] }, 'datesOfBirth', 'date'],
  [{ entry: '1', names: ['A'], sex: 'W' }, 'sex', 'M, F, X'],
  [{ entry: '1', names: ['A'], nationalities: ['mx'] }, 'nationalities', 'ISO 3166-1 alpha-3'],
  [{ entry: '1', names: ['A'], nationalities: [1] }, 'nationalities', 'ISO 3166-1 alpha-3'],
  [{ entry: '1', names: ['A'], documents: ['P1'] }, 'documents', 'object'],
  [
    { entry: '1', documents: [{ type: 'P', number: 'X', issuingState: 'MEXI' }] },
    'nationalities',
    'ISO 3166-1 alpha-3',
  ],
  [{ entry: '1', names: ['A'], programme: 1 }, 'programme', 'text'],
])('%j is refused', (json, member, expected) => {
  const { findings, list: read } = line(json);
  expect(told(findings)).toContainEqual(['LST-0111', { member, expected }, { segment: 1 }]);
  expect(read.entries).toEqual([]);
});

test('names may be texts; the first is the primary one', () => {
  expect(line({ entry: '1', names: ['A B', 'C D', { given: 'E', quality: 'weak' }] }).list.entries[0]?.names).toEqual([
    { whole: 'A B', quality: 'primary' },
    { whole: 'C D', quality: 'alias' },
    { given: 'E', quality: 'weak' },
  ]);
});
