import { expect, test } from 'vitest';
import { isMembers, oneOf, severalOf, textIn } from './members.ts';

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['x', false],
  [undefined, false],
])('%j has members: %s', (value, expected) => {
  expect(isMembers(value)).toBe(expected);
});

test('one of several names, and none', () => {
  expect(oneOf(['M', 'F'], 'F')).toBe('F');
  expect(oneOf(['M', 'F'], 'f')).toBeUndefined();
});

test.each([
  [{ many: ['a'], one: 'b' }, ['a']],
  [{ many: 'a' }, 'a'],
  [{ one: 'b' }, ['b']],
  [{ one: ['b', 'c'] }, ['b', 'c']],
  [{ one: 7 }, [7]],
  [{ one: null }, undefined],
  [{ many: null, one: 'b' }, 'b'],
  [{}, undefined],
])('several in %j', (members, expected) => {
  expect(severalOf(members, 'many', 'one')).toEqual(expected);
});

test.each([
  [' a b ', 'a b'],
  ['  ', undefined],
  ['', undefined],
  [7, undefined],
  [undefined, undefined],
])('the text of %j', (value, expected) => {
  expect(textIn(value)).toBe(expected);
});
