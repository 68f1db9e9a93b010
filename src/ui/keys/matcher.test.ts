import { expect, test } from 'vitest';
import { ariaKeys, type Binding, matchPress, pressName } from './matcher.ts';

const act = (): void => undefined;
const bindings: Binding[] = [
  { keys: 'j', text: 'shell', act },
  { keys: 'g f', text: 'flights', act },
  { keys: 'j', text: 'page', act },
];
const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test('the page wins over the shell', () => {
  expect(matchPress(bindings, '', 'j')).toMatchObject({ kind: 'act', binding: { text: 'page' } });
});
test('the first key of a sequence waits for the second', () => {
  expect(matchPress(bindings, '', 'g')).toEqual({ kind: 'wait', prefix: 'g' });
  expect(matchPress(bindings, 'g', 'f')).toMatchObject({ kind: 'act', binding: { text: 'flights' } });
  expect(matchPress(bindings, 'g', 'j')).toEqual({ kind: 'none' });
});
test('names of presses', () => {
  expect(pressName({ ...plain, key: 'X', shiftKey: true })).toBe('X');
  expect(pressName({ ...plain, key: 'Enter', shiftKey: true })).toBe('Shift+Enter');
  expect(pressName({ ...plain, key: '1', altKey: true })).toBe('Alt+1');
  expect(pressName({ ...plain, key: '?', shiftKey: true })).toBe('?');
});
test('assistive technology is told single keys only', () => {
  expect(ariaKeys('g f')).toBeUndefined();
  expect(ariaKeys('j')).toBe('j');
});
