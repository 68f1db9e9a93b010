import { expect, it } from 'vitest';
import { anyLetters } from './any.ts';

it('has Latin letters for scripts that have no rules here, without signs', () => {
  expect(anyLetters('აბგ')).toBe('ABG');
  expect(anyLetters('अ')).toBe('A');
  expect(anyLetters('ь٣ x-y')).toBe('3XY');
  expect(anyLetters('')).toBe('');
});
