import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import {
  importList,
  type ListReading,
  readJsonLines,
  readOfac,
  readUn,
  summaryOf,
  writeJsonLines,
} from '#formats/lists';
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

/** What each list of the folder holds, counted apart: rows, numbers and names that differ; of the EU those in brackets too. */
const counts: readonly (readonly [file: string, form: string, entries: number, names: number])[] = [
  ['ofac_sdn.csv', 'ofac-sdn', 5977, 7647],
  ['un_consolidated_2026-02-27.xml', 'un-consolidated', 666, 2857],
  ['eu_journal_consolidated.csv', 'eu-journal', 5278, 15_399],
  ['us_csl_sample.csv', 'us-csl', 110, 271],
  ['bis_dpl.txt', 'us-bis-denied-persons', 459, 459],
  ['cn_countermeasures.csv', 'cn-countermeasures', 464, 933],
];

/** Findings that are errors, a count that is another one, and a list that is not the same when it was written. */
function faultsOf({ list, findings }: ListReading, expected: (typeof counts)[number]): readonly string[] {
  const [file, form, entries, names] = expected;
  const summary = summaryOf(list);
  return [
    ...(list.name === form ? [] : [`${file}: read as ${list.name}`]),
    ...(summary.entries === entries ? [] : [`${file}: ${summary.entries} entries instead of ${entries}`]),
    ...(summary.names === names ? [] : [`${file}: ${summary.names} names instead of ${names}`]),
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at }) => `${file}: ${code} ${JSON.stringify(at)}`),
    ...(isDeepStrictEqual(readJsonLines(writeJsonLines(list)).list, list) ? [] : [`${file}: JSON lines differ`]),
  ];
}

/**
 * Reads every list of the folder in the form that it is sniffed to have: its entries and names are as many as were counted
 * apart, nothing is an error, and written as JSON lines it is the same list. Every subject of OFAC and the UN is compared
 * with the normalised copy beside them. A sample is an entry.
 */
export function run(folder: string): Promise<Conformance> {
  const file = (name: string): Uint8Array => readFileSync(join(folder, name));
  if (!existsSync(join(folder, 'entities_normalised.json.gz'))) {
    return Promise.resolve({ found: 0, passed: 0, failures: ['entities_normalised.json.gz is missing'] });
  }
  const known: readonly Known[] = JSON.parse(gunzipSync(file('entities_normalised.json.gz')).toString('utf8'));
  const of = (list: string) => known.filter((one) => one.list === list);
  const present = counts.filter(([name]) => existsSync(join(folder, name)));
  const missing = counts.filter(([name]) => !existsSync(join(folder, name))).map(([name]) => `${name} is missing`);
  const failures = [
    ...missing,
    ...compare(readOfac({ sdn: file('ofac_sdn.csv'), alt: file('ofac_alt.csv') }), of('OFAC')),
    ...compare(readUn(file('un_consolidated_2026-02-27.xml')), of('UN')),
    ...present.flatMap((expected) => faultsOf(importList(file(expected[0])), expected)),
  ];
  const found = present.reduce((sum, [, , entries]) => sum + entries, 0);
  return Promise.resolve({ found, passed: found - failures.length, failures });
}

export const reader = { run };
