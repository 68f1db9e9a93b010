import type { z } from 'zod';
import type { Result } from '#kernel';
import { err, ok } from '#kernel';
import { apiFindings } from './findings.ts';
import type { Misfit, Refusal } from './problem.ts';

/** At most so many misfits are told; the first ones are enough to mend the rest. */
const mostMisfits = 20;

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Fits a value to a schema. Refuses the body with API-0201, the address (path and query) with API-0202. */
export function fitTo<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  what: 'body' | 'address',
): Result<Value, Refusal> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const misfits: Misfit[] = read.error.issues
    .slice(0, mostMisfits)
    .map((issue) => ({ path: pointer(issue.path), problem: issue.code }));
  const { path = '', problem = 'custom' } = misfits[0] ?? {};
  const code = what === 'body' ? 'API-0201' : 'API-0202';
  return err({ finding: apiFindings.find(code, { path: path === '' ? '/' : path, problem }), misfits });
}
