import { expect, test } from 'vitest';
import { placeIn } from './place-in-message.ts';

const lodged = [
  'UNB',
  'UNH',
  'BGM',
  'NAD+FL+++MORENO:ANA',
  'ATT',
  'UNT',
  'UNH',
  'BGM',
  'NAD+FL+++SINGH:H',
  'ATT',
  'DOC',
  'NAD+FL+++ROY:A',
  'UNT',
];
const segments = lodged.map((text, at) => ({ number: at + 1, tag: text.slice(0, 3), text }));

test('a person is found in his own message, with all that is said of him', () => {
  expect(placeIn(segments, 3, 'MORENO, ANA')).toEqual({ from: 4, until: 5 });
  expect(placeIn(segments, 3, 'SINGH, H')).toEqual({ from: 9, until: 11 });
  expect(placeIn(segments, 6, 'ROY, A')).toEqual({ from: 12, until: 12 });
});
test('a place that is no person is nowhere', () => {
  expect(placeIn(segments, 2, 'MORENO, ANA')).toBeUndefined();
});
