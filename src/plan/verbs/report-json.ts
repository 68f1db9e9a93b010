import type { Finding, Terminal } from '#kernel';
import type { Reading, ReadMilestone } from '../reading/index.ts';

/** The findings of each line. */
export type FindingsByLine = ReadonlyMap<number, readonly Finding[]>;

const findingOf = (finding: Finding, { textOf }: Terminal) => ({
  code: finding.code,
  severity: finding.severity,
  parameters: finding.parameters,
  text: textOf(finding),
});

/** What was understood of a report in numbers. */
export const countsOf = ({ goals, chapters, initiatives, milestones }: Reading) => ({
  parts: goals.length,
  chapters: chapters.length,
  initiatives: initiatives.length,
  milestones: milestones.length,
  distinctStatus: new Set(milestones.map(({ statusRaw }) => statusRaw)).size,
});

function jsonOf(
  { line, key, goal, chapter, initiative, text, repaired, due, statusRaw, said, scope, pairs }: ReadMilestone,
  findings: readonly Finding[],
  terminal: Terminal,
): string {
  return JSON.stringify({
    ...{ line, milestone: key, goal, chapter, initiative, text },
    ...(repaired === text ? {} : { repaired }),
    ...{ due, statusRaw, status: said ?? null, scope, pairs },
    findings: findings.map((finding) => findingOf(finding, terminal)),
  });
}

/** One JSON object a milestone, then the counts. */
export function jsonLines(reading: Reading, findings: FindingsByLine, terminal: Terminal): readonly string[] {
  return [
    ...reading.milestones.map((one) => jsonOf(one, findings.get(one.line) ?? [], terminal)),
    JSON.stringify({ counts: countsOf(reading) }),
  ];
}
