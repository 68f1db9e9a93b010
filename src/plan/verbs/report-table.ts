import type { Finding, Language, Severity, Terminal, Texts } from '#kernel';
import type { ReadDue, Reading, ReadMilestone, ReportedState } from '../reading/index.ts';
import { countsOf, type FindingsByLine } from './report-json.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['line', 'milestone', 'due', 'for', 'status as reported'],
  fr: ['ligne', 'jalon', 'échéance', 'pour', 'état déclaré'],
  es: ['línea', 'hito', 'plazo', 'para', 'estado informado'],
};

const states: Readonly<Record<ReportedState['status'], Texts>> = {
  'on-track': { en: 'on track', fr: 'sur la bonne voie', es: 'en curso según lo previsto' },
  initiated: { en: 'initiated', fr: 'commencé', es: 'iniciado' },
  delayed: { en: 'delayed', fr: 'en retard', es: 'retrasado' },
  'partially-completed': { en: 'partially completed', fr: 'partiellement achevé', es: 'parcialmente concluido' },
  'completed-ongoing': { en: 'completed, ongoing', fr: 'achevé, se poursuit', es: 'concluido, continúa' },
  completed: { en: 'completed', fr: 'achevé', es: 'concluido' },
};

const everyPair: Texts = { en: 'all', fr: 'tous', es: 'todos' };
const allThree: Texts = { en: 'all three', fr: 'les trois', es: 'los tres' };

const dueText = (due: readonly ReadDue[]): string =>
  due.map((one) => ('absolute' in one ? one.absolute : (one.stated ?? one.computed))).join(', ');

function stateText({ status, forecast, qualifier }: ReportedState, language: Language): string {
  const note = qualifier === undefined ? '' : ` (${qualifier})`;
  return `${states[status][language]}${note}${forecast === undefined ? '' : ` -> ${forecast.text}`}`;
}

function saidText({ said, statusRaw }: ReadMilestone, language: Language): string {
  if (said === undefined) return `? ${statusRaw}`;
  if (said.scope === 'all') return stateText(said.all, language);
  const { scope: _scope, ...each } = said;
  return Object.entries(each)
    .map(([pair, state]) => `${pair}: ${stateText(state, language)}`)
    .join('; ');
}

function scopeText({ scope }: ReadMilestone, language: Language): string {
  if (scope === 'all') return everyPair[language];
  return scope === 'trilateral' ? allThree[language] : scope;
}

const marks: Readonly<Record<Severity, string>> = { error: '!', warning: '?', note: '-' };

/** What was told of a milestone, below it. A note that no time is stated shows in the row already. */
const findingText = (finding: Finding, { textOf }: Terminal): string =>
  `       ${marks[finding.severity]} ${finding.code} ${textOf(finding)}`;

/** The counts of a report in a sentence a language. */
const countText: Readonly<Record<Language, (counts: ReturnType<typeof countsOf>) => string>> = {
  en: ({ parts, chapters, initiatives, milestones, distinctStatus }) =>
    `goals: ${parts}, chapters: ${chapters}, initiatives: ${initiatives}, milestones: ${milestones}, different statuses: ${distinctStatus}`,
  fr: ({ parts, chapters, initiatives, milestones, distinctStatus }) =>
    `objectifs : ${parts}, chapitres : ${chapters}, initiatives : ${initiatives}, jalons : ${milestones}, états différents : ${distinctStatus}`,
  es: ({ parts, chapters, initiatives, milestones, distinctStatus }) =>
    `objetivos: ${parts}, capítulos: ${chapters}, iniciativas: ${initiatives}, hitos: ${milestones}, estados distintos: ${distinctStatus}`,
};

const widths = [5, 9, 18, 10];

const rowOf = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();

/** A report as a table in the terminal's language, a chapter under its title, what was told of a milestone below it. */
export function tableLines(reading: Reading, findings: FindingsByLine, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const lines: string[] = [rowOf(heads[language])];
  let chapter = '';
  for (const one of reading.milestones) {
    if (one.chapter !== chapter) {
      chapter = one.chapter;
      lines.push('', chapter);
    }
    lines.push(
      rowOf([String(one.line), one.key, dueText(one.due), scopeText(one, language), saidText(one, language)]),
      ...(findings.get(one.line) ?? []).map((finding) => findingText(finding, terminal)),
    );
  }
  return [...lines, '', countText[language](countsOf(reading))];
}
