import { expect, test } from 'vitest';
import { terminalOver } from '../testing/terminal.ts';
import { run } from './list-show.ts';

const whole = {
  id: '7',
  kind: 'person',
  names: [{ family: 'Mora', given: 'Luis' }, { whole: 'Lucho' }, { whole: 'Lu', quality: 'weak' }],
  datesOfBirth: ['1970-02-03', '1971/1972'],
  placesOfBirth: ['Lima', 'Cuzco'],
  sex: 'M',
  nationalities: ['MEX', 'PER'],
  documents: ['P:X1:MEX', '1234'],
  programme: 'demo',
  listedOn: '2020-01-02',
  updatedOn: '2021-01-02',
  eyes: 'green',
};
const files = {
  own: JSON.stringify(whole),
  other: '{"list":"other","version":"1"}\n{"id":"8","kind":"vessel","names":["Sea"]}',
};

test('everything that a list may say of an entry, under its name', async () => {
  const { lines, refused, made } = terminalOver(files);
  expect(await run(['own', '7'], made)).toBe(0);
  expect(refused).toEqual([]);
  expect(lines).toEqual([
    '7',
    '  <entry.kind>: <is.person>',
    '  <quality.primary>: Luis Mora',
    '  <quality.alias>: Lucho',
    '  <quality.weak>: Lu',
    '  <entry.datesOfBirth>: 1970-02-03; 1971/1972',
    '  <entry.placesOfBirth>: Lima; Cuzco',
    '  <entry.sex>: M',
    '  <entry.nationalities>: MEX; PER',
    '  <entry.documents>: P X1 MEX; unknown 1234',
    '  <entry.programme>: demo',
    '  <entry.listedOn>: 2020-01-02',
    '  <entry.updatedOn>: 2021-01-02',
    '  eyes: green',
  ]);
});

test('the last word is the entry, which may stand in any of the files', async () => {
  const { lines, made } = terminalOver(files);
  expect(await run(['own', 'other', '8'], made)).toBe(0);
  expect(lines).toEqual(['8', '  <entry.kind>: <is.vessel>', '  <quality.primary>: Sea']);
});

test('an entry that is nowhere is told with the lists that were looked through', async () => {
  const { refused, lines, made } = terminalOver(files);
  expect(await run(['own', 'other', 'own.jsonl'], made)).toBe(1);
  expect(lines).toEqual([]);
  expect(refused).toEqual([
    { code: 'LKT-0101', origin: 'sender', severity: 'error', parameters: { list: 'own, other', entry: 'own.jsonl' } },
  ]);
});

test.each([[[]], [['own']], [['--x', 'own', '7']]])('%j is called wrongly', async (args) => {
  const { made } = terminalOver(files);
  expect(await run(args, made)).toBe(2);
});
