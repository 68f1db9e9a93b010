import { expect, test } from 'vitest';
import { commaName, kindByName, partedName } from './names.ts';

test.each([
  ['MORA PAZ, Luis', 'person', { family: 'MORA PAZ', given: 'Luis' }],
  ['MORA , Luis', 'person', { family: 'MORA', given: 'Luis' }],
  ['MORA, Luis, Jr.', 'person', { family: 'MORA', given: 'Luis, Jr.' }],
  ['MORA', 'person', { whole: 'MORA' }],
  ['MORA,', 'person', { whole: 'MORA,' }],
  [', Luis', 'person', { whole: ', Luis' }],
  ['ACME, S.A.', 'organisation', { whole: 'ACME, S.A.' }],
] as const)('%s, a %s', (text, kind, name) => {
  expect(commaName(text, kind)).toStrictEqual(name);
});

test.each([
  ['Mora', ['Luis', 'Alberto'], { family: 'Mora', given: 'Luis Alberto' }],
  [' Mora ', [' Luis '], { family: 'Mora', given: 'Luis' }],
  ['ACME', [], { whole: 'ACME' }],
  [undefined, ['Luis'], { whole: 'Luis' }],
  ['', ['Luis'], { whole: 'Luis' }],
  [undefined, [], undefined],
  ['', [''], undefined],
])('parts %j and %j', (family, given, name) => {
  expect(partedName(family, given)).toStrictEqual(name);
});

test.each([
  ['ADRIAN MANUEL HERNANDEZ', 'person'],
  ['Gunther Migeotte', 'person'],
  ['COOPER, Ann', 'person'],
  ['AL NASER WINGS AIRLINES', 'organisation'],
  ['ALI CO. FZE', 'organisation'],
  ['Acme, Inc.', 'organisation'],
  ['183rd Guard', 'organisation'],
  ['ACME S.A.', 'organisation'],
  ['Acme-Trading', 'organisation'],
  ['Kórea Coe', 'person'],
  ['Institute of Physics', 'organisation'],
] as const)('%s is the name of: %s', (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});
