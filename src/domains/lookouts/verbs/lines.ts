import { type ListSummary, summaryOf } from '#formats/lists';
import type { Finding, SubjectList, Terminal } from '#kernel';

/** Where a finding stands, as `12:3` for column 3 of line 12, or as the path in a form that nests. */
export const placeOf = ({ at }: Finding): string => {
  const column = at?.element === undefined ? '' : `:${at.element}`;
  const line = at?.segment === undefined ? '' : `${at.segment}${column}`;
  return [line, at?.path ?? ''].filter((part) => part !== '').join(' ');
};

/** A finding as a line: code, weight, place, text. */
export const findingLine = (finding: Finding, { textOf }: Terminal): string =>
  ['  !', finding.code, finding.severity, placeOf(finding), textOf(finding)].filter((part) => part !== '').join(' ');

const kindsLine = ({ kinds }: ListSummary, { say }: Terminal): string =>
  (['person', 'organisation', 'vessel', 'vehicle'] as const)
    .filter((kind) => (kinds[kind] ?? 0) > 0)
    .map((kind) => say(`lookouts.kind.${kind}`, { count: kinds[kind] ?? 0 }))
    .join(', ');

const scriptsLine = ({ scripts }: ListSummary, { say }: Terminal): string =>
  Object.entries(scripts)
    .map(([script, count]) => say('lookouts.list.script', { script, count }))
    .join(', ');

/** A list in numbers: what it is called, how much is in it, of what kinds and scripts, and its newest date. */
export function summaryLines(list: SubjectList, terminal: Terminal): readonly string[] {
  const { say } = terminal;
  const summary = summaryOf(list);
  const { entries, names, documents, newest } = summary;
  return [
    say('lookouts.list.name', { name: list.name, version: list.version, purpose: list.purpose }),
    `  ${say('lookouts.list.entries', { count: entries })}: ${kindsLine(summary, terminal)}`,
    `  ${say('lookouts.list.names', { count: names })}: ${scriptsLine(summary, terminal)}`,
    `  ${say('lookouts.list.documents', { count: documents })}`,
    ...(newest === undefined ? [] : [`  ${say('lookouts.list.newest', { day: newest })}`]),
  ];
}
