import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8, type ListEntry, monthLength, type PartialDate, type SubjectList } from '#kernel';
import { readJsonLines, readListDocument, writeJsonLines } from './json-lines.ts';
import { readOwnCsv } from './own-csv.ts';

const some = fc
  .string({ unit: fc.constantFrom(...'aZ9 ,"\'\\é漢😀'), minLength: 1, maxLength: 8 })
  .map((text) => text.trim() || 'X');
const year = fc.integer({ min: 1900, max: 2026 });
const date: fc.Arbitrary<PartialDate> = fc.oneof(
  fc.record({ year }),
  fc.tuple(year, fc.nat({ max: 9 })).map(([from, years]) => ({ year: from, untilYear: from + years })),
  fc.record({ year, month: fc.integer({ min: 1, max: 12 }) }),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.nat({ max: 30 }))
    .map(([of, month, day]) => ({ year: of, month, day: 1 + (day % monthLength(of, month)) })),
);
const state = fc.constantFrom('MEX', 'USA', 'CAN');
const may = <Members>(members: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> }) =>
  fc.record<Members, never>(members, { requiredKeys: [] });
const both = <One, Two>(one: fc.Arbitrary<One>, two: fc.Arbitrary<Two>): fc.Arbitrary<One & Two> =>
  fc.tuple(one, two).map(([left, right]) => ({ ...left, ...right }));
const quality = fc.constantFrom('primary', 'alias', 'weak');
const name: fc.Arbitrary<ListEntry['names'][number]> = fc.oneof(
  fc.record({ whole: some, quality }),
  fc.record({ family: some, given: some, quality }),
  fc.record({ family: some, quality }),
);
const entryOf = (of: fc.Arbitrary<string>): fc.Arbitrary<Omit<ListEntry, 'names' | 'entry'>> =>
  both(
    fc.record({
      kind: fc.constantFrom('person', 'organisation', 'vessel', 'vehicle'),
      datesOfBirth: fc.array(date, { maxLength: 2 }),
      nationalities: fc.array(state, { maxLength: 2 }),
      documents: fc.array(
        both(fc.record({ type: fc.constantFrom('P', 'I'), number: of }), may({ issuingState: state })),
        {
          maxLength: 2,
        },
      ),
    }),
    may({
      sex: fc.constantFrom('M', 'F', 'X'),
      programme: of,
    }),
  );
/** What columns do not hold. */
const further = may({
  listedOn: fc.constant('2024-02-29'),
  updatedOn: fc.constant('2025-12-31'),
  placesOfBirth: fc.array(some, { minLength: 1, maxLength: 2 }),
  particulars: fc.array(fc.record({ name: some, text: some }), { minLength: 1, maxLength: 2 }),
});

/** Entries that are numbered, so that none stands for another. */
const listOf = <Names>(names: fc.Arbitrary<Names>, of: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(entryOf(of), names), { minLength: 1, maxLength: 4 }).map((parts) => ({
    name: 'n',
    version: 'v',
    purpose: 'no-fly',
    entries: parts.map(([entry, own], at) => ({ ...entry, entry: String(at + 1), names: own })),
  }));

test('a list is read as it was written, line by line or as one document', () => {
  fc.assert(
    fc.property(listOf(fc.array(name, { minLength: 1, maxLength: 3 }), some), further, (written, more) => {
      const entries = written.entries.map((entry) => ({ ...entry, ...more }));
      const list = { ...written, entries } as unknown as SubjectList;
      const bytes = writeJsonLines(list);
      expect(readJsonLines(bytes)).toEqual({ list, findings: [] });
      const lines = new TextDecoder().decode(bytes).trim().split('\n').slice(1);
      const document = { ...list, entries: lines.map((line) => JSON.parse(line)) };
      expect(readListDocument(document)).toEqual({ list, findings: [] });
    }),
  );
});

const cell = fc.string({ unit: fc.constantFrom(...'aZ9,"é漢'), minLength: 1, maxLength: 6 });
const primary = fc.record({ family: cell, given: cell, quality: fc.constant('primary' as const) });
const alias = fc.record({ whole: cell, quality: fc.constant('alias' as const) });
const weak = fc.record({ whole: cell, quality: fc.constant('weak' as const) });
const columns = 'entry,kind,family,given,aliases,weak_aliases,dates_of_birth,sex,nationalities,documents,programme';
const pad = (part: number | undefined) => (part === undefined ? '' : `-${String(part).padStart(2, '0')}`);
const dateText = ({ year: of, month, day, untilYear }: PartialDate) =>
  untilYear === undefined ? `${of}${pad(month)}${pad(day)}` : `${of}/${untilYear}`;

test('the same list in columns is the same list', () => {
  const parts = fc.tuple(primary, fc.array(alias, { maxLength: 2 }), fc.array(weak, { maxLength: 2 }));
  fc.assert(
    fc.property(listOf(parts, cell), (lists) => {
      const rows = lists.entries.map(({ names: [first, aliases, weaks], ...entry }) => [
        ...[entry.entry, entry.kind, first.family, first.given],
        aliases.map(({ whole }) => whole).join('|'),
        weaks.map(({ whole }) => whole).join(' | '),
        entry.datesOfBirth.map(dateText).join('|'),
        entry.sex ?? '',
        entry.nationalities.join('|'),
        entry.documents
          .map(({ type, number, issuingState }) => [type, number, ...(issuingState ? [issuingState] : [])].join(':'))
          .join('|'),
        entry.programme ?? '',
      ]);
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      const entries = lists.entries.map((entry) => ({
        ...entry,
        names: [entry.names[0], ...entry.names[1], ...entry.names[2]],
      }));
      expect(readOwnCsv(encodeUtf8(`${columns}\n${text}`), { name: 'n', version: 'v', purpose: 'no-fly' })).toEqual({
        list: { ...lists, entries },
        findings: [],
      });
    }),
  );
});
