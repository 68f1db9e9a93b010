import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Hash, ListEntry } from '#kernel';
import { readName } from '../names/name.ts';
import { sectionsOf } from './builder.ts';
import { fromSnapshot, sharedSections, toSnapshot } from './sections.ts';
import { Segment } from './segment.ts';

const hash: Hash = {
  sha256: (...parts) => {
    const sum = createHash('sha256');
    for (const part of parts) sum.update(part);
    return new Uint8Array(sum.digest());
  },
};
const entry: ListEntry = {
  entry: '7',
  kind: 'person',
  names: [{ whole: 'Eufemio Zárate', quality: 'primary' }],
  datesOfBirth: [{ year: 1961 }],
  nationalities: ['MEX'],
  documents: [{ type: 'P', number: 'K553120' }],
};
const sections = sectionsOf([{ list: 'L', version: '3', purpose: 'no-fly', entry }]);
const wanted = { kind: 'person' as const, most: 5, isWithdrawn: () => false };
const found = (of: Segment) =>
  of.find(readName('Zarate Eufemio', 'person'), wanted).map(({ entry: at }) => of.listed(at));
const usual = [{ list: 'L', version: '3', purpose: 'no-fly', entry }];

test('a snapshot gives the same index, byte for byte', () => {
  const bytes = toSnapshot(sections, hash);
  const read = fromSnapshot(bytes, hash);
  expect(read && toSnapshot(read, hash)).toEqual(bytes);
  expect(read && found(new Segment(read))).toEqual(usual);
  expect(read?.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a buffer that another thread hands over is the same index, without a copy', () => {
  const shared = sharedSections(sections.buffer);
  expect(shared.buffer).toBe(sections.buffer);
  expect(found(new Segment(shared))).toEqual(usual);
  expect(() => sharedSections(new SharedArrayBuffer(8192))).toThrow('as long as its sections');
});

test('a snapshot that is damaged anywhere, cut short, or of another version is refused', () => {
  const bytes = toSnapshot(sections, hash);
  for (let at = 0; at < bytes.length; at += at < 256 ? 1 : 997) {
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(fromSnapshot(damaged, hash), String(at)).toBeUndefined();
  }
  for (const length of [0, 8, 40, bytes.length - 8, bytes.length - 1]) {
    expect(fromSnapshot(bytes.subarray(0, length), hash)).toBeUndefined();
  }
});
