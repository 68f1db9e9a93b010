import type { Finding, Severity, Terminal } from '#kernel';
import type { ReadDue, Reading, ReadMilestone, ReportedState } from '../reading/index.ts';
import { columns } from './lines.ts';
import { countsOf, type FindingsByLine } from './report-json.ts';

type Say = Terminal['say'];

const dueText = (due: readonly ReadDue[]): string =>
  due.map((one) => ('absolute' in one ? one.absolute : (one.stated ?? one.computed))).join(', ');

/** What states are confined to, as catalogues have it; another note is said as the report writes it. */
const qualifiers: readonly string[] = ['full-implementation', 'negotiations', 'visits'];

function stateText({ status, forecast, qualifier }: ReportedState, say: Say): string {
  const note =
    qualifier !== undefined && qualifiers.includes(qualifier) ? say(`plan.qualifier.${qualifier}`) : qualifier;
  const confined = note === undefined ? '' : ` (${note})`;
  return `${say(`plan.state.${status}`)}${confined}${forecast === undefined ? '' : ` -> ${forecast.text}`}`;
}

function saidText({ said, statusRaw }: ReadMilestone, say: Say): string {
  if (said === undefined) return `? ${statusRaw}`;
  if (said.scope === 'all') return stateText(said.all, say);
  const { scope: _scope, ...each } = said;
  return Object.entries(each)
    .map(([pair, state]) => `${pair}: ${stateText(state, say)}`)
    .join('; ');
}

const marks: Readonly<Record<Severity, string>> = { error: '!', warning: '?', note: '-' };

const findingText = (finding: Finding, { textOf }: Terminal): string =>
  `       ${marks[finding.severity]} ${finding.code} ${textOf(finding)}`;

const heads = ['line', 'milestone', 'due', 'binds', 'told'] as const;

/** A report as a table in the terminal's language, a chapter under its title, what was told of a milestone below it. */
export function tableLines(reading: Reading, findings: FindingsByLine, terminal: Terminal): readonly string[] {
  const { say } = terminal;
  const rows = reading.milestones.map((one) => [
    ...[String(one.line), one.key, dueText(one.due)],
    ...[say(`plan.scope.${one.scope}`), saidText(one, say)],
  ]);
  const [head = '', ...lines] = columns([heads.map((name) => say(`plan.import.${name}`)), ...rows]);
  const printed = reading.milestones.flatMap(({ line, chapter }, at) => [
    ...(chapter === reading.milestones[at - 1]?.chapter ? [] : ['', chapter]),
    lines[at] ?? '',
    ...(findings.get(line) ?? []).map((finding) => findingText(finding, terminal)),
  ]);
  return [head, ...printed, '', say('plan.import.counts', countsOf(reading))];
}
