import { expect, test } from 'vitest';
import { z } from 'zod';
import { foldOf, on } from './fold.ts';
import { aggregateId } from './ids.ts';
import type { Recorded } from './part.ts';
import { instant } from './time.ts';

const added = { name: 'sum.added', schema: z.object({ by: z.number() }) };
const cleared = { name: 'sum.cleared', schema: z.object({}) };
const sum = foldOf<number>(0, [on(added, (state, { by }, { at }) => state + by * at), on(cleared, () => 0)]);

const aggregate = aggregateId('a'.repeat(32));
const entry = (kind: string, data: unknown, version = 1): Recorded => {
  if (aggregate === undefined) throw new TypeError('an aggregate');
  return { aggregate, version, at: instant(10), kind, reality: 'live', data };
};

test('an entry is heard by its kind, with its data and all that is known of it', () => {
  const entries = [entry('sum.added', { by: 2 }), entry('sum.added', { by: 3 }), entry('sum.other', { by: 9 })];
  expect(entries.reduce(sum.apply, sum.initial)).toBe(50);
  expect([...entries, entry('sum.cleared', {}), entry('sum.added', { by: 1 })].reduce(sum.apply, sum.initial)).toBe(10);
});

test('what nobody hears leaves the very same state', () => {
  const state = { entries: [] };
  const fold = foldOf(state, []);
  for (const kind of ['sum.added', 'constructor', '__proto__', ''])
    expect(fold.apply(state, entry(kind, {}))).toBe(state);
});
