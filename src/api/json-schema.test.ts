import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchema, membersOf } from './json-schema.ts';

test('what comes in and what goes out differ where a value is filled in or turned', () => {
  const schema = z.object({
    limit: z.coerce.number().int().default(50),
    name: z.string().transform((text) => text.length),
  });
  expect(jsonSchema(schema, 'input')).toEqual({
    type: 'object',
    properties: { limit: expect.objectContaining({ type: 'integer', default: 50 }), name: { type: 'string' } },
    required: ['name'],
  });
  const out = jsonSchema(schema, 'output');
  expect(out).toMatchObject({ properties: { name: {} }, required: ['limit', 'name'] });
  expect(out['$schema']).toBeUndefined();
});

test('the members of an object with whether they must be there; another schema has none', () => {
  expect(membersOf(z.object({ a: z.string(), b: z.number().optional() }))).toEqual([
    { name: 'a', required: true, schema: { type: 'string' } },
    { name: 'b', required: false, schema: { type: 'number' } },
  ]);
  expect(membersOf(z.object({ b: z.number().optional() }))).toEqual([
    { name: 'b', required: false, schema: { type: 'number' } },
  ]);
  expect(membersOf(z.string())).toEqual([]);
});
