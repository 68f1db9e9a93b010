import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hash, ListEntry, PlainDate, SubjectList } from '#kernel';
import { changedMembers, contentHash, deltaOf } from './delta.ts';

const hash: Hash = {
  sha256: (...parts) => {
    const made = createHash('sha256');
    for (const part of parts) made.update(part);
    return made.digest();
  },
};
const base: ListEntry = {
  entry: '1',
  kind: 'person',
  names: [
    { whole: 'A', quality: 'primary' },
    { whole: 'B', quality: 'alias' },
  ],
  datesOfBirth: [{ year: 1970 }],
  nationalities: ['MEX', 'USA'],
  documents: [],
};
const listOf = (...entries: readonly ListEntry[]): SubjectList => ({
  name: 'l',
  version: 'v',
  purpose: 'lookout',
  entries,
});
const reordered = { ...base, names: base.names.toReversed(), nationalities: ['USA', 'MEX'] };

describe('delta', () => {
  test('what came, what changed and in which members, what went', () => {
    const two = { ...base, entry: '2' };
    const changed = { ...base, sex: 'F' as const, nationalities: ['MEX'] };
    const three = { ...base, entry: '3' };
    expect(deltaOf(listOf(base, two), listOf(three, changed))).toEqual({
      added: [three],
      changed: [{ before: base, after: changed, members: ['nationalities', 'sex'] }],
      withdrawn: [two],
    });
  });

  test('another order, and the same thing said twice, are no change', () => {
    expect(deltaOf(listOf(base), listOf(reordered))).toEqual({ added: [], changed: [], withdrawn: [] });
    expect(changedMembers(base, { ...base, nationalities: ['MEX', 'USA', 'MEX'] })).toEqual([]);
  });

  test.each<readonly [Partial<ListEntry>, readonly string[]]>([
    [{ kind: 'vessel' }, ['kind']],
    [{ names: [] }, ['names']],
    [{ names: [{ whole: 'A', quality: 'weak' }] }, ['names']],
    [{ datesOfBirth: [{ year: 1970, month: 1 }] }, ['datesOfBirth']],
    [{ programme: 'x' }, ['programme']],
    [{ updatedOn: '2026-01-01' as PlainDate }, ['updatedOn']],
    [{ particulars: [{ name: 'a', text: 'b' }] }, ['particulars']],
  ])('%j is told, in both directions', (change, members) => {
    expect(changedMembers(base, { ...base, ...change })).toEqual(members);
    expect(changedMembers({ ...base, ...change }, base)).toEqual(members);
  });

  test('the later version is the former one, less what went, with what came and changed', () => {
    const entry = fc.record({ entry: fc.constantFrom('1', '2', '3', '4'), sex: fc.constantFrom('M', 'F') });
    const entries = fc.uniqueArray(entry, { selector: (one) => one.entry });
    const whole = entries.map((some) => listOf(...some.map((one) => ({ ...base, ...one }) as ListEntry)));
    fc.assert(
      fc.property(whole, whole, (before, after) => {
        const { added, changed, withdrawn } = deltaOf(before, after);
        const gone = new Set(withdrawn.map((one) => one.entry));
        const renewed = new Map(changed.map((one) => [one.after.entry, one.after]));
        const kept = before.entries.filter((one) => !gone.has(one.entry));
        const made = [...kept.map((one) => renewed.get(one.entry) ?? one), ...added];
        const byNumber = (one: ListEntry, other: ListEntry) => one.entry.localeCompare(other.entry);
        expect(made.toSorted(byNumber)).toEqual(after.entries.toSorted(byNumber));
      }),
    );
  });
});

describe('content hash', () => {
  test('is of what is said, in any order and whenever it was last touched', () => {
    const digest = contentHash(base, hash);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash(reordered, hash)).toBe(digest);
    expect(contentHash({ ...base, updatedOn: '2026-01-01' as PlainDate }, hash)).toBe(digest);
  });

  test.each<Partial<ListEntry>>([
    { entry: '2' },
    { names: [{ whole: 'A', quality: 'primary' }] },
    { listedOn: '2026-01-01' as PlainDate },
    { datesOfBirth: [{ year: 1971 }] },
    { sex: 'M' },
  ])('%j has another', (change) => {
    expect(contentHash({ ...base, ...change }, hash)).not.toBe(contentHash(base, hash));
  });
});
