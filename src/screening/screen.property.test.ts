import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate, ListEntry, PlainDate, Subject, SubjectList } from '#kernel';
import { buildIndex, type ListIndex, withList, withoutEntry } from './index-of-lists.ts';
import { normalise } from './normalise.ts';
import { rank, screen } from './screen.ts';

const word = fc.constantFrom('ANA', 'BELA', 'CARLO', 'DIDI', 'ELSA', 'FÉLIX', 'AL-GHUL', "O'NEIL");
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const date = fc.constantFrom('1970-01-01', '1970-01-02', '1980-05-05') as fc.Arbitrary<PlainDate>;
const state = fc.constantFrom('USA', 'CAN', 'MEX');
const sex = fc.constantFrom('M' as const, 'F' as const, 'X' as const);
const document = fc.record(
  { type: fc.constant('P'), number: fc.constantFrom('AB1234', 'CD5678', 'EF9012'), issuingState: state },
  { requiredKeys: ['type', 'number'] },
);
const name = words.map((all) => ({ whole: all.join(' ') }));

const subjects: fc.Arbitrary<Subject> = fc.record(
  {
    reference: fc.constant('1'),
    kind: fc.constantFrom('person' as const, 'organisation' as const),
    names: fc.array(name, { maxLength: 2 }),
    dateOfBirth: date,
    sex,
    nationalities: fc.uniqueArray(state, { maxLength: 2 }),
    documents: fc.array(document, { maxLength: 2 }),
  },
  { requiredKeys: ['reference', 'kind', 'names', 'nationalities', 'documents'] },
);

const entryOf = (entry: string): fc.Arbitrary<ListEntry> =>
  fc.record(
    {
      entry: fc.constant(entry),
      kind: fc.constantFrom('person' as const, 'organisation' as const),
      names: fc.array(
        fc
          .tuple(name, fc.constantFrom('primary' as const, 'alias' as const, 'weak' as const))
          .map(([one, quality]) => ({
            ...one,
            quality,
          })),
        { maxLength: 3 },
      ),
      datesOfBirth: fc.array(
        fc.constantFrom({ year: 1970 }, { year: 1970, month: 1, day: 1 }, { year: 1979, untilYear: 1981 }),
        {
          maxLength: 2,
        },
      ),
      sex,
      nationalities: fc.uniqueArray(state, { maxLength: 2 }),
      documents: fc.array(document, { maxLength: 2 }),
    },
    { requiredKeys: ['entry', 'kind', 'names', 'datesOfBirth', 'nationalities', 'documents'] },
  );

const entries = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => entryOf(String(at)))));
const listOf = (some: readonly ListEntry[]): SubjectList => ({
  name: 'L',
  version: '1',
  purpose: 'no-fly',
  entries: some,
});

const found = (index: ListIndex, subject: Subject): readonly string[] =>
  (screen(index, [subject])[0] ?? []).map(({ entry }) => entry).toSorted();

/** What a comparison of names begins with, and what a weak alias takes away: nothing on either side is named. */
const ofNames = ['name-start', 'weak-alias'];

test('the contributions of a candidate sum to its score, and missing parts add nothing', () => {
  fc.assert(
    fc.property(entries, subjects, (some, subject) => {
      for (const { evidence, score } of screen(buildIndex([listOf(some)]), [subject])[0] ?? []) {
        expect(evidence.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
        for (const { feature, relation, contribution } of evidence) {
          if (relation === 'absent' && !ofNames.includes(feature)) expect(contribution).toBe(0);
        }
      }
    }),
  );
});

test('a date of birth leads to no entry that names and numbers do not lead to', () => {
  fc.assert(
    fc.property(entries, subjects, date, (some, subject, born) => {
      const index = buildIndex([listOf(some)]);
      const { dateOfBirth: _, ...undated } = subject;
      const all = (of: Subject): readonly string[] => rank(index, of, 100).map(({ entry }) => entry);
      expect(all({ ...undated, dateOfBirth: born }).toSorted()).toEqual(all(undated).toSorted());
    }),
  );
});

test('small letters and accents are the same name', () => {
  fc.assert(
    fc.property(entries, words, (some, all) => {
      const index = buildIndex([listOf(some)]);
      const asked = (whole: string): Subject => ({
        reference: '1',
        kind: 'person',
        names: [{ whole }],
        nationalities: [],
        documents: [],
      });
      const usual = found(index, asked(all.join(' ')));
      expect(found(index, asked(all.join(' ').toLowerCase().replaceAll('a', 'á')))).toEqual(usual);
    }),
  );
});

test('a number in common leads to its entry, whatever else is said', () => {
  fc.assert(
    fc.property(entries, subjects, (some, subject) => {
      const wanted = some.filter(
        ({ kind, documents }) =>
          kind === subject.kind &&
          kind === 'person' &&
          documents.some(({ number, issuingState }) =>
            subject.documents.some((own) => own.number === number && own.issuingState === issuingState),
          ),
      );
      const all = rank(buildIndex([listOf(some)]), subject, 100).map(({ entry }) => entry);
      for (const { entry } of wanted) expect(all).toContain(entry);
    }),
  );
});

type Change = { readonly add: ListEntry } | { readonly withdraw: string };

test('an index that entries were added to and withdrawn from answers like one built of what is left', () => {
  const number = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7');
  const change: fc.Arbitrary<Change> = fc.oneof(
    number.chain((entry) => entryOf(entry).map((add) => ({ add }))),
    number.map((withdraw) => ({ withdraw })),
  );
  fc.assert(
    fc.property(entries, fc.array(change, { maxLength: 12 }), subjects, (some, changes, subject) => {
      const left = new Map(some.map((entry) => [entry.entry, entry]));
      let index = buildIndex([listOf(some)]);
      for (const one of changes) {
        if ('add' in one) left.set(one.add.entry, one.add);
        else left.delete(one.withdraw);
        index = 'add' in one ? withList(index, listOf([one.add])) : withoutEntry(index, 'L', one.withdraw);
      }
      const fresh = buildIndex([listOf([...left.values()])]);
      const answer = (of: ListIndex): readonly Candidate[] => screen(of, [subject])[0] ?? [];
      expect(answer(index)).toEqual(answer(fresh));
      expect(index.size).toBe(left.size);
    }),
    { numRuns: 300 },
  );
});

test('a normalised name holds capital letters, digits and blanks only, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
      expect(once).not.toMatch(/[^\p{L}\p{N} ]/u);
      if (/\p{L}/u.test(text)) expect(once.trim()).not.toBe('');
    }),
  );
});
