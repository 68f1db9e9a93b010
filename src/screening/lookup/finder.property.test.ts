import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListEntry } from '#kernel';
import { readName } from '../names/name.ts';
import { sectionsOf } from './builder.ts';
import { Segment } from './segment.ts';

const word = fc.constantFrom(
  'ANA',
  'BELA',
  'CARLO',
  'KARLO',
  'DIDI',
  'ELSA',
  'FÉLIX',
  'AL-GHUL',
  'MÜLLER',
  'محمد',
  'J',
  'ZZYZX',
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const kind = fc.constantFrom('person' as const, 'organisation' as const);
const entry = fc.record({ kind, names: fc.array(name, { maxLength: 3 }) });
const entries = fc.array(entry, { maxLength: 12 }).map((all) =>
  all.map(
    (one, at): ListEntry => ({
      entry: String(at),
      kind: one.kind,
      names: one.names.map((whole) => ({ whole, quality: 'primary' })),
      datesOfBirth: [],
      nationalities: [],
      documents: [],
    }),
  ),
);
const segmentOf = (some: readonly ListEntry[]): Segment =>
  new Segment(sectionsOf(some.map((one) => ({ list: 'L', version: '1', purpose: 'p', entry: one }))));
const all = { kind: 'person' as const, most: 1000, isWithdrawn: () => false };

test('a name is found that shares a word with the one asked for, of its kind only', () => {
  fc.assert(
    fc.property(entries, name, (some, asked) => {
      const segment = segmentOf(some);
      const words = new Set(readName(asked, 'person').tokens.map(({ text }) => text));
      const found = new Set(segment.find(readName(asked, 'person'), all).map((one) => one.entry));
      some.forEach((one, place) => {
        const meets = one.names.some(({ whole = '' }) =>
          readName(whole, one.kind).tokens.some(({ text }) => words.has(text)),
        );
        if (meets && one.kind === 'person') expect(found).toContain(place);
        if (one.kind !== 'person') expect(found).not.toContain(place);
      });
    }),
    { numRuns: 300 },
  );
});

test('the same name is found first, among its equals; a withdrawn entry never', () => {
  fc.assert(
    fc.property(entries, (some) => {
      const segment = segmentOf(some);
      some.forEach((one, place) => {
        const [first] = one.names;
        if (one.kind !== 'person' || first?.whole === undefined) return;
        const asked = readName(first.whole, 'person');
        const found = segment.find(asked, all);
        const best = found.filter(({ likeness }) => likeness === found[0]?.likeness);
        expect(best.map((found) => found.entry)).toContain(place);
        const isWithdrawn = (at: number): boolean => at === place;
        const without = segment.find(asked, { ...all, isWithdrawn });
        expect(without).toEqual(found.filter((found) => found.entry !== place));
      });
    }),
  );
});

test('fewer are the first of more; likeness falls; no entry is handed on with more than three names', () => {
  fc.assert(
    fc.property(entries, name, fc.integer({ min: 1, max: 8 }), (some, asked, most) => {
      const segment = segmentOf(some);
      const found = segment.find(readName(asked, 'person'), all);
      expect(segment.find(readName(asked, 'person'), { ...all, most })).toEqual(found.slice(0, most));
      const likeness = found.map((one) => one.likeness);
      expect(likeness).toEqual(likeness.toSorted((a, b) => b - a));
      for (const value of likeness) expect(value).toBeLessThanOrEqual(2);
    }),
  );
});

test('a name is kept as it is compared: words, roles, spellings', () => {
  fc.assert(
    fc.property(entries, (some) => {
      const segment = segmentOf(some);
      let at = 0;
      for (const one of some) {
        for (const { whole = '' } of one.names) {
          const { text, tokens } = readName(whole, one.kind);
          expect(segment.nameAt(at)).toEqual({
            written: text,
            text,
            tokens: tokens.map((token) => ({ ...token, written: token.text })),
          });
          at += 1;
        }
      }
    }),
  );
});
