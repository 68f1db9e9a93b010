import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, hasError, type PlainDate } from '#kernel';
import { checkDigit } from './check-digit.ts';
import type { MrzFields } from './fields.ts';
import { layouts, type Place } from './layout.ts';
import { readMrz } from './read.ts';
import { mrzDate, writeMrz } from './write.ts';

const receivedOn = '2026-11-24' as PlainDate;
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const sign = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const word = (most: number) => fc.string({ unit: letter, minLength: 1, maxLength: most });
const text = (least: number, most: number) => fc.string({ unit: sign, minLength: least, maxLength: most });
const name = fc.array(word(4), { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => mrzDate(addDays(receivedOn, days)));

const sizes = {
  TD1: { codes: ['I', 'AC', 'C'], number: 20, optional: 0 },
  TD2: { codes: ['I', 'P', 'ID'], number: 14, optional: 0 },
  TD3: { codes: ['P', 'PO'], number: 9, optional: 14 },
  'MRV-A': { codes: ['V', 'VX'], number: 9, optional: 16 },
  'MRV-B': { codes: ['V'], number: 9, optional: 8 },
} as const;

const fields = fc.constantFrom('TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B').chain((format): fc.Arbitrary<MrzFields> => {
  const { codes, number, optional } = sizes[format];
  return fc.record({
    format: fc.constant(format),
    documentCode: fc.constantFrom(...codes),
    issuingState: word(3),
    documentNumber: text(1, number),
    family: name,
    given: fc.oneof(name, fc.constant('')),
    nationality: word(3),
    dateOfBirth: day(-36_000, 0),
    sex: fc.constantFrom('F', 'M', 'X'),
    expiry: day(-18_000, 18_000),
    optional: text(0, optional),
    ...(format === 'TD1' ? { optional2: text(0, 11) } : {}),
  });
});

function written(of: MrzFields): readonly string[] {
  const result = writeMrz(of);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test('what was written is read again, without a finding, in lines or run together', () => {
  fc.assert(
    fc.property(fields, fc.constantFrom('\n', '\r\n', ''), (of, between) => {
      const lines = written(of);
      expect(readMrz(lines.join(between), receivedOn)).toEqual({ fields: of, findings: [] });
    }),
  );
});

test('what was read is written again as it stood', () => {
  fc.assert(
    fc.property(fields, (of) => {
      const lines = written(of);
      const { fields: read } = readMrz(lines.join('\n'), receivedOn);
      expect(read && written(read)).toEqual(lines);
    }),
  );
});

const optionalBeside = fc.tuple(text(10, 12), text(1, 2));
test('optional data beside a long number come back', () => {
  fc.assert(
    fc.property(fields, optionalBeside, (of, [documentNumber, optional]) => {
      fc.pre(of.format === 'TD1');
      const beside = { ...of, documentNumber, optional };
      expect(readMrz(written(beside).join('\n'), receivedOn)).toEqual({ fields: beside, findings: [] });
    }),
  );
});

/** The places whose characters a check digit covers, and those of the check digits. */
function checkedPlaces(format: MrzFields['format']): readonly Place[] {
  const layout = layouts[format];
  const own = [layout.documentNumber, layout.documentNumberCheck, layout.dateOfBirth, layout.dateOfBirthCheck];
  const optional = layout.optionalCheck === undefined ? [] : [layout.optional, layout.optionalCheck];
  return [...own, layout.expiry, layout.expiryCheck, ...optional, ...layout.compositeOver];
}

const weightOf = (character: string): number => checkDigit(character);

test('one character exchanged for another of another value is always found', () => {
  fc.assert(
    fc.property(fields, fc.nat(), fc.oneof(sign, fc.constant('<')), (of, where, other) => {
      const lines = written(of);
      const cells = checkedPlaces(of.format).flatMap(([line, first, last]) =>
        Array.from({ length: last - first + 1 }, (_, at) => ({ line, at: first + at })),
      );
      const { line, at } = cells[where % cells.length] ?? { line: 1, at: 1 };
      const before = lines[line - 1]?.charAt(at - 1) ?? '';
      fc.pre(weightOf(before) !== weightOf(other));
      const changed = lines.map((one, index) =>
        index + 1 === line ? one.slice(0, at - 1) + other + one.slice(at) : one,
      );
      return hasError(readMrz(changed.join('\n'), receivedOn).findings);
    }),
    { numRuns: 300 },
  );
});

/** A zone in which some characters are others, or any text at all. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc
    .tuple(fields, fc.nat({ max: 90 }), fc.string({ maxLength: 6 }))
    .map(([of, at, put]) => [written(of).join('\n'), at, put] as const)
    .map(([zone, at, put]) => zone.slice(0, at) + put + zone.slice(at + put.length)),
);

test('any text gets an answer, and each finding says where', () => {
  const within = (number: number | undefined, most: number): boolean =>
    number !== undefined && number >= 1 && number <= most;
  fc.assert(
    fc.property(anyText, (zone) => {
      const { fields: read, findings } = readMrz(zone, receivedOn);
      return (
        (read !== undefined || hasError(findings)) &&
        findings.every(({ at }) => within(at?.segment, 3) && within(at?.element, 44))
      );
    }),
  );
});
