import { canonicalJson, type Finding } from '#kernel';
import { decisionsFindings } from './findings.ts';
import type { Row } from './row.ts';

/** What only shows when the rows are seen together: keys used twice, rows that are never reached, no last row for the rest. */
export function checkRows(table: string, rows: readonly Row[]): readonly Finding[] {
  const findings: Finding[] = [];
  const tests = rows.map((row) => new Set(row.tests.map((test) => canonicalJson(test))));
  rows.forEach((row, at) => {
    const twin = rows.findIndex((other) => other.key === row.key);
    if (twin < at) findings.push(decisionsFindings.find('DEC-0108', { row: row.key }));
    // A row that asks only what this one asks too, or nothing at all, takes everything before this one is reached.
    const earlier = rows.find((_, above) => above < at && isSubset(tests[above], tests[at]));
    if (earlier !== undefined) {
      findings.push(decisionsFindings.find('DEC-0105', { row: row.key, earlier: earlier.key }));
    }
  });
  if (rows.at(-1)?.tests.length !== 0) findings.push(decisionsFindings.find('DEC-0107', { table }));
  return findings;
}

const isSubset = (small: ReadonlySet<string> | undefined, large: ReadonlySet<string> | undefined): boolean =>
  small !== undefined && large !== undefined && [...small].every((test) => large.has(test));
