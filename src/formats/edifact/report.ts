import type { Finding, Parameters, Position, Severity } from '#kernel';
import grading from '../../../data/edifact/grading.json' with { type: 'json' };
import type { EdifactCode } from './findings.ts';
import { edifactFindings } from './findings.ts';

/** How a sender's findings are graded: by the table, and by what was agreed with him. */
export interface Grades {
  /** strict refuses a message with an error finding; lenient accepts what `data/edifact/grading.json` grades down. */
  readonly tolerance: 'strict' | 'lenient';
  /** Severities agreed with one sender, by code; they go before the table. */
  readonly grading?: Readonly<Record<string, Severity>>;
}

const lenient = grading.lenient as Readonly<Record<string, Severity>>;

/** The severity of a code under a sender's grades; `strict` is what a strict reader makes of it. */
export function gradeOf(
  code: EdifactCode,
  grades: Grades,
  strict: Severity = edifactFindings.specs[code].severity,
): Severity {
  const agreed = grades.grading?.[code];
  if (agreed !== undefined) return agreed;
  return grades.tolerance === 'strict' ? strict : (lenient[code] ?? strict);
}

const none: readonly Finding[] = [];

/** Collects findings, graded, up to a limit; of those over it only the number is kept. */
export class Report {
  readonly #grades: Grades;
  readonly #limit: number;
  #findings: Finding[] = [];
  #left = 0;

  constructor(grades: Grades, limit: number) {
    this.#grades = grades;
    this.#limit = limit;
  }

  /** Adds a finding; `strict` is its severity to a strict reader where it is not that of its code. */
  add(code: EdifactCode, parameters: Parameters, at: Position, strict?: Severity): void {
    if (this.#findings.length >= this.#limit) {
      this.#left += 1;
      return;
    }
    const finding = edifactFindings.find(code, parameters, at);
    const severity = gradeOf(code, this.#grades, strict);
    this.#findings.push(severity === finding.severity ? finding : { ...finding, severity });
  }

  /** True when nothing was found since the last `take`. */
  get empty(): boolean {
    return this.#findings.length === 0;
  }

  /** Hands over what was collected and begins anew. */
  take(): readonly Finding[] {
    const findings = this.#findings;
    if (findings.length === 0) return none;
    const last = findings.at(-1);
    if (this.#left > 0) findings.push(edifactFindings.find('EDI-0126', { count: this.#left }, last?.at));
    this.#findings = [];
    this.#left = 0;
    return findings;
  }
}
