import { describe, expect, test } from 'vitest';
import { type AggregateId, instant, type KeyId } from '#kernel';
import { refusal, type Standing } from './refusal.ts';
import type { DataKey, EntryHeader, Group } from './store.ts';

const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(32) as AggregateId) as [
  AggregateId,
  AggregateId,
  AggregateId,
];
const [known, fresh, other] = ['1', '2', '3'].map((digit) => digit.repeat(32) as KeyId) as [KeyId, KeyId, KeyId];
const taken = 'f'.repeat(64);

/** `a` stands at version 2 and owns an alias; the known key is there. */
const standing: Standing = {
  last: (aggregate) => (aggregate === a ? 2 : 0),
  aggregateOf: (alias) => (alias === taken ? a : undefined),
  hasKey: (id) => id === known,
};
const key = (id: KeyId): DataKey => ({ id, secret: new Uint8Array(32), salt: new Uint8Array(32) });

function group(
  entries: readonly (Partial<EntryHeader> & { aggregate: AggregateId; version: number })[],
  keys: KeyId[],
) {
  const whole = entries.map((more): Group['entries'][number] => ({
    header: { at: instant(0), kind: 'x', key: known, commitment: '0'.repeat(64), reality: 'live', ...more },
    payload: new Uint8Array(0),
  }));
  return { entries: whole, keys: keys.map(key) };
}

const codes = (
  entries: readonly (Partial<EntryHeader> & { aggregate: AggregateId; version: number })[],
  keys: KeyId[] = [],
  keyless = false,
) => {
  const finding = refusal(group(entries, keys), standing, keyless);
  return finding && [finding.code, finding.parameters];
};

// One entry without a key is judged by a shorter way; a second, harmless entry or key sends the same group the longer way.
describe.each([
  ['one entry', [], []],
  ['with a key', [], [fresh]],
  ['with another entry', [{ aggregate: c, version: 1 }], []],
] as const)('%s', (_name, more, keys) => {
  const judge = (entry: Partial<EntryHeader> & { aggregate: AggregateId; version: number }, keyless = false) =>
    codes([...more, entry], [...keys], keyless);

  test('the next version under a known key is taken', () => {
    expect(judge({ aggregate: a, version: 3 })).toBeUndefined();
    expect(judge({ aggregate: b, version: 1 })).toBeUndefined();
    expect(judge({ aggregate: b, version: 1, alias: 'e'.repeat(64) })).toBeUndefined();
  });

  test('another version is a lost race', () => {
    expect(judge({ aggregate: a, version: 2 })).toEqual(['LED-0101', { aggregate: a, version: 2, last: 2 }]);
    expect(judge({ aggregate: a, version: 4 })).toEqual(['LED-0101', { aggregate: a, version: 4, last: 2 }]);
    expect(judge({ aggregate: b, version: 0 })).toEqual(['LED-0101', { aggregate: b, version: 0, last: 0 }]);
  });

  test('an unknown key is refused, but not from a backup', () => {
    expect(judge({ aggregate: a, version: 3, key: other })).toEqual(['LED-0103', { key: other }]);
    expect(judge({ aggregate: a, version: 3, key: other }, true)).toBeUndefined();
    expect(judge({ aggregate: a, version: 9, key: other }, true)).toEqual([
      'LED-0101',
      { aggregate: a, version: 9, last: 2 },
    ]);
  });

  test('a natural key that is taken names its owner', () => {
    expect(judge({ aggregate: b, version: 1, alias: taken })).toEqual(['LED-0102', { aggregate: a }]);
  });
});

describe('a group', () => {
  test('brings keys for its own entries', () => {
    expect(codes([{ aggregate: b, version: 1, key: fresh }], [fresh])).toBeUndefined();
    expect(codes([{ aggregate: b, version: 1, key: other }], [fresh])).toEqual(['LED-0103', { key: other }]);
    expect(codes([], [fresh])).toBeUndefined();
    expect(codes([])).toBeUndefined();
  });

  test('counts its own versions and natural keys', () => {
    const [third, fourth] = [
      { aggregate: a, version: 3 },
      { aggregate: a, version: 4 },
    ];
    expect(codes([third, fourth])).toBeUndefined();
    expect(codes([third, third])).toEqual(['LED-0101', { aggregate: a, version: 3, last: 3 }]);
    const alias = 'e'.repeat(64);
    expect(
      codes([
        { aggregate: b, version: 1, alias },
        { aggregate: c, version: 1, alias },
      ]),
    ).toEqual(['LED-0102', { aggregate: b }]);
  });

  test('a key that comes twice is a bug', () => {
    expect(() => codes([], [fresh, fresh])).toThrow('comes once');
    expect(() => codes([], [known])).toThrow('comes once');
  });
});
