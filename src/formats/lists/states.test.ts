import { expect, test } from 'vitest';
import { stateOf } from './states.ts';

test.each([
  ['Mexico', 'MEX'],
  [' Mexico ', 'MEX'],
  ['MEX', 'MEX'],
  ['XKX', 'XKX'],
  ['XMEX', undefined],
  ['MEXX', undefined],
  ['mex', undefined],
  ['M', undefined],
  ['123', undefined],
  ['Atlantis', undefined],
])('%s is %s', (text, state) => {
  expect(stateOf(text)).toBe(state);
});
