import type { Finding } from '#kernel';
import { type ReportForm, reportForm } from './form.ts';
import { carriesOn, initiativeOf, type ReadInitiative, type TitleCell } from './initiative.ts';
import { kindsOfLines } from './line.ts';
import { linesOf } from './lines.ts';
import { milestoneOf, type ReadMilestone } from './milestone.ts';
import { type ReadGoal, type Row, type Section, sectionsOf } from './section.ts';
import { Told } from './tell.ts';

/** A report to leaders as it was read. */
export interface Reading {
  /** As they stand: joined by line feeds they are the input. */
  readonly lines: readonly string[];
  readonly goals: readonly ReadGoal[];
  readonly chapters: readonly Pick<Section, 'line' | 'code' | 'name' | 'goal'>[];
  readonly initiatives: readonly ReadInitiative[];
  readonly milestones: readonly ReadMilestone[];
  /** What concerns the whole first, then in the order of the lines; each of those says its line. */
  readonly findings: readonly Finding[];
}

/** The rows of one initiative. */
interface Group {
  readonly cells: TitleCell[];
  readonly rows: Row[];
}

/** Puts rows under initiatives: a new one begins with every title cell that does not carry on the one above (7.1). */
function groupsOf(rows: readonly Row[], told: Told): readonly Group[] {
  const groups: Group[] = [];
  let above = '';
  for (const row of rows) {
    const cell = { line: row.line, text: row.initiative };
    const open = groups.at(-1);
    if (open === undefined || (cell.text !== '' && !carriesOn(above, cell.text))) {
      if (cell.text === '') told.of(row.line)('PLN-0111');
      groups.push({ cells: cell.text === '' ? [] : [cell], rows: [row] });
    } else {
      if (cell.text !== '') open.cells.push(cell);
      open.rows.push(row);
    }
    if (cell.text !== '') above = cell.text;
  }
  return groups;
}

interface ReadSection {
  readonly initiatives: readonly ReadInitiative[];
  readonly milestones: readonly ReadMilestone[];
}

/** Keys count from 1: `TRV-2` is the second initiative of its chapter, `TRV-2.3` its third milestone. */
function readSection(section: Section, form: ReportForm, told: Told): ReadSection {
  const { rows, code } = section;
  const following = new Map(rows.map((row, at) => [row, rows[at + 1]]));
  const read = groupsOf(rows, told).map(({ cells, rows: own }, at) => {
    const initiative = `${code}-${at + 1}`;
    const place = { initiative, section, begins: form.begins };
    return {
      initiative: initiativeOf(initiative, cells, told),
      milestones: own.map((row, index) =>
        milestoneOf(row, { ...place, key: `${initiative}.${index + 1}`, next: following.get(row) }, told),
      ),
    };
  });
  return {
    initiatives: read.map(({ initiative }) => initiative),
    milestones: read.flatMap(({ milestones }) => milestones),
  };
}

/**
 * Reads a report to leaders: goals, chapters, initiatives, and milestones with what each says of itself. The form is that
 * of the founding report of 2006: chapters under their titles, tables of three columns divided by tabs (exchange reference,
 * section 7). Total and linear in the length of the input: a text that is no such report gives findings, PLN-01xx, and no
 * milestone. Nothing is guessed: a row that states no time has none, and a word that is not understood is told.
 */
export function readReport(input: Uint8Array | string, form: ReportForm = reportForm): Reading {
  const told = new Told();
  const lines = linesOf(input, told);
  const { goals, sections } = sectionsOf(kindsOfLines(lines, form), form, told);
  const read = sections.map((section) => readSection(section, form, told));
  const milestones = read.flatMap((section) => section.milestones);
  if (lines.length > 0 && milestones.length === 0) told.whole('PLN-0104');
  return {
    lines,
    goals,
    chapters: sections.map(({ line, code, name, goal }) => ({ line, code, name, goal })),
    initiatives: read.flatMap((section) => section.initiatives),
    milestones,
    findings: told.inOrder(),
  };
}
