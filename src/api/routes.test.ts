import { expect, test } from 'vitest';
import { z } from 'zod';
import { definePart, type Route } from '#kernel';
import { base, methodsAt, parametersOf, servedBy } from './routes.ts';

const same = (text: string) => ({ en: text, fr: text, es: text });
const route = (method: Route['method'], pattern: string, more: Partial<Route> = {}): Route => ({
  ...{ method, pattern, permission: 'see', personal: false, summary: same('X'), response: z.unknown() },
  handle: () => Promise.reject(new TypeError('not called')),
  ...more,
});
const part = (...routes: readonly Route[]) => definePart({ name: 'part', title: same('Part'), routes });

test('each route stands under its part and its address', () => {
  const one = route('GET', '/plots/:plot');
  expect(servedBy([part(one), definePart({ name: 'other', title: same('Other') })])).toEqual([
    { part: 'part', address: '/api/plots/:plot', route: one },
  ]);
  expect(base).toBe('/api');
});

test('two routes under one address do not start, whatever they call their parameters', () => {
  const [one, same_, other] = [route('GET', '/a/:x/b'), route('GET', '/a/:yY/b'), route('GET', '/a/:x/c')];
  expect(() => servedBy([part(one), part(one)])).toThrow('two routes are GET /api/a/:x/b');
  expect(() => servedBy([part(one, same_)])).toThrow(/two routes/);
  expect(servedBy([part(one, other, route('POST', '/a/:x/b'))])).toHaveLength(3);
});

test('a public route that reads personal data does not start', () => {
  const open = route('GET', '/a', { permission: 'public', personal: true });
  expect(() => servedBy([part(open)])).toThrow('/api/a is public and reads personal data');
  expect(
    servedBy([part(route('GET', '/a', { permission: 'public' }), route('GET', '/b', { personal: true }))]),
  ).toHaveLength(2);
});

test('the parameters of a pattern, in order', () => {
  expect(parametersOf('/a/:one/b/:twoThree')).toEqual(['one', 'twoThree']);
  expect(parametersOf('/a')).toEqual([]);
});

test('by which methods an address may be asked', () => {
  const routes = [route('POST', '/a/:x'), route('GET', '/a/:x'), route('PUT', '/a/:x/b.c'), route('GET', '/a/fixed')];
  const methodsOf = methodsAt(servedBy([part(...routes)]));
  expect(methodsOf('/api/a/1')).toEqual(['GET', 'POST']);
  expect(methodsOf('/api/a/fixed')).toEqual(['GET', 'POST']);
  expect(methodsOf('/api/a/1/b.c')).toEqual(['PUT']);
  for (const nowhere of ['/api/a', '/api/a/', '/api/a/1/bxc', '/api/a/1/b.c/d', 'x/api/a/1', '/a/1']) {
    expect(methodsOf(nowhere), nowhere).toEqual([]);
  }
});
