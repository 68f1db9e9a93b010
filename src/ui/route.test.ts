import { expect, test } from 'vitest';
import { paramsOf } from './route.ts';

test.each([
  ['/', '/', {}],
  ['/flights/:journey', '/flights/J%201', { journey: 'J 1' }],
  ['/flights/:journey', '/flights/J1/', { journey: 'J1' }],
  ['/flights/:journey', '/flights/%zz', { journey: '%zz' }],
  ['/flights/:journey', '/flights/', undefined],
  ['/flights', '/flights/J1', undefined],
  ['/travellers/:journey/:subject', '/travellers/J1/2', { journey: 'J1', subject: '2' }],
])('%s and %s', (pattern, path, params) => {
  expect(paramsOf(pattern, path)).toEqual(params);
});
