import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Conformance, Kind } from '../test/conformance/kind.ts';
import { kinds } from '../test/conformance/kinds.ts';

/** One row of the report: a kind and what became of its samples. */
export interface KindReport {
  readonly kind: string;
  readonly built: boolean;
  readonly found: number;
  readonly passed: number;
  readonly failures: readonly string[];
}

/** Reads every built kind of the folder. Throws nothing: whatever is wrong is a failure of its kind. */
export async function conform(
  folder: string,
  known: Readonly<Record<string, Kind>> = kinds,
): Promise<readonly KindReport[]> {
  const reports: KindReport[] = [];
  for (const [kind, what] of Object.entries(known)) {
    const built = what !== 'not built yet';
    const read = built ? await readKind(what.reader, join(folder, kind)) : { found: 0, passed: 0, failures: [] };
    const missing = built && read.found === 0 ? [`no sample in ${join(folder, kind)}`] : [];
    reports.push({ kind, built, ...read, failures: [...read.failures, ...missing] });
  }
  const unknown = unknownFolders(folder, Object.keys(known));
  return [
    ...reports,
    ...unknown.map((kind) => ({ kind, built: true, ...none, failures: ['the list does not know it'] })),
  ];
}

const none = { found: 0, passed: 0 };

async function readKind(reader: Exclude<Kind, string>['reader'], folder: string): Promise<Conformance> {
  if (!existsSync(folder)) return { ...none, failures: ['there is no such folder'] };
  try {
    return await (await reader()).run(folder);
  } catch (failed) {
    return { ...none, failures: [`the reader crashed: ${String(failed)}`] };
  }
}

/** Folders that are neither a kind, nor above one, nor inside one. */
function unknownFolders(top: string, known: readonly string[], folder = top): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = relative(top, path);
      if (known.includes(name)) return [];
      return known.some((kind) => kind.startsWith(`${name}/`)) ? unknownFolders(top, known, path) : [name];
    });
}

/** The report as a table; the last line counts. */
export function printReport(reports: readonly KindReport[]): string {
  const built = reports.filter((report) => report.built);
  const rows = built.map(
    ({ kind, found, passed, failures }) =>
      `${kind.padEnd(44)} ${String(found).padStart(7)} ${String(passed).padStart(7)} ${String(failures.length).padStart(7)}`,
  );
  const failures = built.flatMap((report) => report.failures.map((text) => `${report.kind}: ${text}`));
  const unbuilt = reports.filter((report) => !report.built).map((report) => report.kind);
  return [
    `${'kind'.padEnd(44)} ${'found'.padStart(7)} ${'passed'.padStart(7)} ${'failed'.padStart(7)}`,
    ...rows,
    '',
    `not built yet (${unbuilt.length}): ${unbuilt.join(', ')}`,
    ...failures.map((text) => `FAIL ${text}`),
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const reports = await conform(process.argv[2] ?? process.env['TRIPOINT_DATA'] ?? '../shared/data');
  process.stdout.write(printReport(reports));
  process.exitCode = reports.every((report) => report.failures.length === 0) ? 0 : 1;
}
