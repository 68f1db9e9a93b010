import { expect, test } from 'vitest';
import { z } from 'zod';
import { fitTo } from './parse.ts';

const schema = z.object({ 'a/b': z.array(z.object({ 'n~': z.string().max(3) })) });

test('what fits is given as the schema has it', () => {
  expect(fitTo(z.object({ a: z.coerce.number() }), { a: '3', b: 1 }, 'address')).toEqual({ ok: true, value: { a: 3 } });
});

test('a misfit names the place and never the value', () => {
  const result = fitTo(schema, { 'a/b': [{ 'n~': 'ok' }, { 'n~': 'ERIKSSON' }] }, 'body');
  expect(result).toEqual({
    ok: false,
    error: {
      finding: {
        ...{ code: 'API-0201', origin: 'sender', severity: 'error' },
        parameters: { path: '/a~1b/1/n~0', problem: 'too_big' },
      },
      misfits: [{ path: '/a~1b/1/n~0', problem: 'too_big' }],
    },
  });
  expect(JSON.stringify(result)).not.toContain('ERIKSSON');
  const long = fitTo(z.record(z.string(), z.number()), { [`SECRET${'x'.repeat(100)}`]: 'y' }, 'body');
  expect(long).toMatchObject({ error: { finding: { parameters: { path: `/SECRET${'x'.repeat(58)}` } } } });
});

test('a value that is wrong as a whole stands at the top', () => {
  expect(fitTo(z.number(), 'x', 'body')).toMatchObject({ error: { finding: { parameters: { path: '/' } } } });
});

test('an address is refused under another code; twenty misfits are told at most', () => {
  const many = fitTo(z.array(z.number()), Array(100).fill('x'), 'address');
  expect(many).toMatchObject({ ok: false, error: { finding: { code: 'API-0202' }, misfits: { length: 20 } } });
  expect(many.ok ? [] : many.error.misfits?.at(-1)).toEqual({ path: '/19', problem: 'invalid_type' });
});
