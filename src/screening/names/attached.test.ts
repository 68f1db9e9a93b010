import { expect, it } from 'vitest';
import { readName } from './name.ts';

const others = (name: string, kind: 'person' | 'organisation'): readonly string[] | undefined =>
  readName(name, kind).tokens[0]?.others;

it.each([
  ['ALHASSAN', ['HASSAN']],
  ['ELBAGHDADI', ['BAGHDADI']],
  ['ALOMAR', ['OMAR']],
  ['ABHASSAN', undefined],
  ['ALALI', undefined],
  ['ALBERT', undefined],
  ['ALFREDO', undefined],
  ['HASSAN', undefined],
  ['XALHASSAN', undefined],
  ['ÄLHASSAN', ['AELHASSAN', 'HASSAN']],
])('parts the article from the known name in %s', (name, expected) => {
  expect(others(name, 'person')).toEqual(expected);
  expect(others(name, 'organisation') ?? []).not.toContain('HASSAN');
});

it.each([
  ['JSCARGUMENT', ['ARGUMENT']],
  ['OJSCARGUMENT', ['ARGUMENT']],
  ['CJSCARGUMENT', ['ARGUMENT']],
  ['PJSCARGUMENT', ['ARGUMENT']],
  ['OOOROMASHKA', ['ROMASHKA']],
  ['ZAOROMASHKA', ['ROMASHKA']],
  ['OAOROMASHKA', ['ROMASHKA']],
  ['PAOROMASHKA', ['ROMASHKA']],
  ['LLCROMASHKA', ['ROMASHKA']],
  ['SIEMENSGMBH', ['SIEMENS']],
  ['ACMEXLTD', ['ACMEX']],
  ['ACMEXLLC', ['ACMEX']],
  ['ACMEXINC', ['ACMEX']],
  ['ACMELTD', undefined],
  ['JSCARGU', undefined],
  ['XJSCARGUMENT', undefined],
  ['ACMEXLTDX', undefined],
])('parts a legal form from the word %s', (name, expected) => {
  expect(others(name, 'organisation')).toEqual(expected);
  expect(others(name, 'person')).toBeUndefined();
});
