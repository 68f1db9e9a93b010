import { type Finding, hasError, type Terminal, type VerbRun } from '#kernel';
import { type Reading, readReport } from '../reading/index.ts';
import { jsonLines } from './report-json.ts';
import { tableLines } from './report-table.ts';

/** What was told of each line; what concerns the whole stands under 0. */
function byLine(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const lines = new Map<number, Finding[]>();
  for (const finding of findings) {
    const line = finding.at?.segment ?? 0;
    const told = lines.get(line);
    if (told === undefined) lines.set(line, [finding]);
    else told.push(finding);
  }
  return lines;
}

/** Errors and warnings that stand at no milestone have no line of their own in what is printed. */
function complainOfRest({ findings, milestones }: Reading, terminal: Terminal): void {
  const told = new Set(milestones.map(({ line }) => line));
  for (const finding of findings) {
    if (finding.severity !== 'note' && !told.has(finding.at?.segment ?? 0)) terminal.complain(finding);
  }
}

/**
 * `tripoint plan import FILE`: a report to leaders, a milestone a line and the counts at the end; nothing is sent or
 * stored. Exit 1 when the report has an error.
 */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('--') || more.length > 0) return 2;
  const reading = readReport(await terminal.readFile(file));
  const findings = byLine(reading.findings);
  const lines = terminal.json ? jsonLines(reading, findings, terminal) : tableLines(reading, findings, terminal);
  for (const line of lines) terminal.out(line);
  complainOfRest(reading, terminal);
  return hasError(reading.findings) ? 1 : 0;
};
