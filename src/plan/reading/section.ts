import type { ReportForm } from './form.ts';
import { folded, strangeLetters } from './letters.ts';
import type { Line } from './line.ts';
import type { Tell, Told } from './tell.ts';

/** One row of a table: three cells, where it stands, and whether the table was begun again right above it. */
export interface Row {
  readonly line: number;
  readonly initiative: string;
  readonly milestone: string;
  readonly status: string;
  readonly isAfterBreak: boolean;
}

/** A chapter as a report has it, with the rows of all its tables. */
export interface Section {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly goal: number;
  readonly rows: readonly Row[];
}

/** A goal of the plan by its title, as written. */
export interface ReadGoal {
  readonly line: number;
  readonly title: string;
}

/** The longest cell that is read, characters; the longest of the founding report has 430. */
export const mostCell = 4000;

/** A chapter under way: one of the form, or one that it does not know, whose rows are counted and left out. */
interface Open {
  readonly line: number;
  readonly name: string;
  readonly code?: string;
  readonly goal: number;
  readonly rows: Row[];
  heads: number;
  broken: boolean;
}

/** Puts the lines of a report under its goals and chapters. */
class Sections {
  readonly goals: ReadGoal[] = [];
  readonly open = new Map<string, Open>();
  readonly #form: ReportForm;
  readonly #told: Told;
  #chapter: Open | undefined;

  constructor(form: ReportForm, told: Told) {
    this.#form = form;
    this.#told = told;
  }

  /** Takes the next line. What stands before the first goal is the report's own title. */
  take(read: Line, line: number): void {
    if (read.kind === 'goal') this.goals.push({ line, title: read.title });
    if (read.kind === 'chapter') this.#enter(read.name, line);
    if (read.kind === 'head') this.#head(read.text, line);
    if (read.kind === 'row') this.#row(read.cells, line);
    if (read.kind === 'statement' && !this.#isOwn(read.chapter)) this.#strange(`${read.chapter}:`, line);
    if (read.kind === 'other') this.#strange(read.text, line);
  }

  /** The statement of a chapter is printed again with every table; only another chapter's is strange. */
  #isOwn(chapter: string): boolean {
    return this.#chapter !== undefined && folded(chapter) === folded(this.#chapter.name);
  }

  #strange(text: string, line: number): void {
    const isTitle = this.goals.length === 0 && this.#chapter === undefined;
    if (!isTitle) this.#told.of(line)('PLN-0110', { text: text.slice(0, 80) });
  }

  #enter(name: string, line: number): void {
    const goal = this.goals.length;
    if (goal === 0) this.#told.of(line)('PLN-0115', { chapter: name });
    const before = this.open.get(folded(name));
    if (before !== undefined) {
      this.#told.of(line)('PLN-0116', { chapter: name, first: before.line });
      this.#chapter = before;
      return;
    }
    const code = this.#form.chapters.find((one) => one.name === name)?.code;
    const known = code === undefined ? {} : { code };
    this.#chapter = { line, name, ...known, goal, rows: [], heads: 0, broken: false };
    this.open.set(folded(name), this.#chapter);
  }

  #head(text: string, line: number): void {
    const chapter = this.#chapter;
    const letters = strangeLetters(text);
    if (letters !== '') this.#told.of(line)('PLN-0120', { letters });
    if (chapter === undefined) return;
    chapter.heads += 1;
    chapter.broken = chapter.heads > 1;
    if (chapter.broken) this.#told.of(line)('PLN-0126', { chapter: chapter.name });
  }

  #row(cells: readonly string[], line: number): void {
    const fault = this.#faultOf(cells);
    if (fault !== undefined) this.#told.of(line)(...fault);
    const chapter = this.#chapter;
    if (fault !== undefined || chapter === undefined) return;
    const [initiative = '', milestone = '', status = ''] = cells;
    chapter.rows.push({ line, initiative, milestone, status, isAfterBreak: chapter.broken });
    chapter.broken = false;
  }

  /** Why a row cannot be read at all. */
  #faultOf(cells: readonly string[]): Parameters<Tell> | undefined {
    if (cells.length !== this.#form.head.length) return ['PLN-0105', { cells: cells.length }];
    if (cells.some(({ length }) => length > mostCell)) return ['PLN-0117', { most: mostCell }];
    return this.#chapter === undefined ? ['PLN-0107'] : undefined;
  }
}

/**
 * The goals of a report, and its chapters with their rows. What stands in no chapter, has another number of cells, or is no
 * part of the form is told; the rows of a chapter that the form does not know are left out, with PLN-0106.
 */
export function sectionsOf(
  lines: readonly Line[],
  form: ReportForm,
  told: Told,
): { readonly goals: readonly ReadGoal[]; readonly sections: readonly Section[] } {
  const sections = new Sections(form, told);
  for (const [at, line] of lines.entries()) sections.take(line, at + 1);
  const known = form.chapters.map(({ name }) => name).join('; ');
  return {
    goals: sections.goals,
    sections: [...sections.open.values()].flatMap(({ line, code, name, goal, rows }) => {
      if (code !== undefined) return [{ line, code, name, goal, rows }];
      told.of(line)('PLN-0106', { chapter: name, rows: rows.length, known });
      return [];
    }),
  };
}
