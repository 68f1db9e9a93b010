import type { Month } from '../months.ts';
import type { Pair, Scope } from '../pairs.ts';
import { type ReadDue, readDue } from './due.ts';
import { beginsInName, ended, goesOn, repaired } from './repair.ts';
import { type Knowledge, knowledgeOf, scopeOf } from './scope.ts';
import type { Row, Section } from './section.ts';
import { readSelfReport, type SelfReport } from './self-report.ts';
import type { Told } from './tell.ts';

/** A milestone as a report has it, with what was understood of it. */
export interface ReadMilestone {
  readonly line: number;
  readonly key: string;
  /** From 1; 0 where the chapter stands under no goal. */
  readonly goal: number;
  readonly chapter: string;
  readonly initiative: string;
  /** The cell as it stands. */
  readonly text: string;
  readonly repaired: string;
  readonly due: readonly ReadDue[];
  readonly statusRaw: string;
  /** Undefined when the report's word was not understood. */
  readonly said: SelfReport | undefined;
  readonly scope: Scope;
  readonly pairs: Readonly<Record<Pair, Knowledge>>;
}

/** Where a row stands: its keys, and the row that follows it in the chapter. */
export interface Place {
  readonly key: string;
  readonly initiative: string;
  readonly section: Section;
  readonly next: Row | undefined;
  readonly begins: Month;
}

/** Reads the milestone of a row. Everything that is wrong with it is told of its line; nothing is made up. */
export function milestoneOf(row: Row, { key, initiative, section, next, begins }: Place, told: Told): ReadMilestone {
  const tell = told.of(row.line);
  if (row.milestone === '') tell('PLN-0109');
  const mended = repaired(row.milestone, tell);
  if (row.isAfterBreak && row.initiative === '' && beginsInName(mended))
    tell('PLN-0128', { text: mended.slice(0, 40).trimEnd() });
  if (goesOn(mended)) tell('PLN-0127', { next: next?.line ?? 0 });
  const scope = scopeOf(mended, tell);
  const said = readSelfReport(row.status, tell);
  return {
    line: row.line,
    key,
    goal: section.goal,
    chapter: section.name,
    initiative,
    text: row.milestone,
    repaired: ended(mended),
    due: readDue(mended, begins, tell),
    statusRaw: row.status,
    said,
    scope,
    pairs: knowledgeOf(scope, said, tell),
  };
}
