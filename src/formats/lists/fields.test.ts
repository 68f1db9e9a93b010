import { expect, test } from 'vitest';
import { Fields } from './fields.ts';

const made = () =>
  new Fields([
    ['name', ' A '],
    ['empty', ' '],
    ['city', 'Lima'],
    ['city', 'Cuzco'],
  ]);

test('what is taken is gone, and the rest is kept', () => {
  const fields = made();
  expect([fields.has('name'), fields.has('empty'), fields.has('none')]).toEqual([true, false, false]);
  expect(fields.take('name')).toBe('A');
  expect(fields.has('name')).toBe(false);
  expect(fields.take('name')).toBeUndefined();
  expect(fields.take('empty')).toBeUndefined();
  expect([...fields.rest()]).toEqual([['city', 'Lima; Cuzco']]);
});

test('the first of several names that has a text is taken, or all of them', () => {
  const fields = made();
  expect(fields.take('title', 'city', 'name')).toBe('Lima; Cuzco');
  expect([...fields.rest()]).toEqual([['name', 'A']]);
  expect(made().takeAll('city', 'empty', 'name', 'city')).toEqual(['Lima; Cuzco', 'A']);
});
