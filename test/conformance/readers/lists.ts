import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type ListReading, readJsonLines, readOfac, readUn, writeJsonLines } from '#formats/lists';
import type { ListEntry } from '#kernel';
import type { Conformance } from '../kind.ts';

/** One subject as the normalised copy of the lists has it, made by other means than ours. */
interface Known {
  readonly id: string;
  readonly list: string;
  readonly names: readonly string[];
  readonly dob: readonly string[];
  readonly pp: readonly string[];
}

const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(' ');
const digits = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');
const wholeOf = ({ whole, family, given }: ListEntry['names'][number]): string => whole ?? `${family} ${given}`;

/** What of a known subject the entry lacks. */
function lacks(known: Known, entry: ListEntry): string | undefined {
  const names = new Set(entry.names.map((name) => words(wholeOf(name))));
  const name = known.names.find((one) => !names.has(words(one)));
  if (name !== undefined) return `name ${name}`;
  if (new Set(known.dob).size > entry.datesOfBirth.length) return `dates ${known.dob.join(', ')}`;
  // The copy cuts a number at a slash and keeps words around it: one must hold the other.
  const numbers = entry.documents.map(({ number }) => digits(number));
  const passport = known.pp
    .map(digits)
    .find((one) => /\d/.test(one) && !numbers.some((number) => number.includes(one) || one.includes(number)));
  return passport === undefined ? undefined : `passport ${passport}`;
}

/** Compares the subjects of one list, in the order in which both have them. */
function compare({ list, findings }: ListReading, known: readonly Known[]): readonly string[] {
  // A number that stands in a sentence is a finding; it is told, so it is not lost.
  const told = new Set(findings.filter(({ code }) => code === 'LST-0115').map(({ parameters }) => parameters['entry']));
  const failures: string[] = [];
  if (list.entries.length !== known.length) failures.push(`${list.name}: ${list.entries.length} of ${known.length}`);
  known.forEach((one, at) => {
    const entry = list.entries[at];
    const missing = entry === undefined ? 'entry' : lacks(one, entry);
    if (missing !== undefined && !(missing.startsWith('passport') && told.has(entry?.entry ?? ''))) {
      failures.push(`${list.name} ${one.id} (${entry?.entry}): no ${missing}`);
    }
  });
  return failures;
}

/**
 * Reads the OFAC and UN lists of the folder and compares every subject with the normalised copy beside them; then
 * writes each list as JSON lines and reads it back. A sample is a subject.
 */
export function run(folder: string): Promise<Conformance> {
  const file = (name: string): Uint8Array => readFileSync(join(folder, name));
  if (!existsSync(join(folder, 'entities_normalised.json.gz'))) {
    return Promise.resolve({ found: 0, passed: 0, failures: ['entities_normalised.json.gz is missing'] });
  }
  const known: readonly Known[] = JSON.parse(gunzipSync(file('entities_normalised.json.gz')).toString('utf8'));
  const read = [
    { name: 'OFAC', ...readOfac({ sdn: file('ofac_sdn.csv'), alt: file('ofac_alt.csv') }) },
    { name: 'UN', ...readUn(file('un_consolidated_2026-02-27.xml')) },
  ];
  const failures = read.flatMap(({ name, list, findings }) => [
    ...compare(
      { list, findings },
      known.filter((one) => one.list === name),
    ),
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${name}: ${code} ${JSON.stringify(at)}`),
    ...(isDeepStrictEqual(readJsonLines(writeJsonLines(list)).list, list) ? [] : [`${name}: JSON lines differ`]),
  ]);
  const found = read.reduce((sum, { list }) => sum + list.entries.length, 0);
  return Promise.resolve({ found, passed: found - failures.length, failures });
}

export const reader = { run };
