import type { Finding, Parameters } from '#kernel';
import { planFindings } from '../findings.ts';

/** The codes of what a report can have wrong, `PLN-01xx`. */
export type ReportCode = keyof typeof planFindings.specs & `PLN-01${string}`;

/** Says what is wrong with the line that is being read. */
export type Tell = (code: ReportCode, parameters?: Parameters) => void;

/** What is told of lines, each finding with the number of its line (from 1). */
export class Told {
  readonly #findings: Finding[] = [];

  /** The way to tell of one line. */
  of(line: number): Tell {
    return (code, parameters = {}) => {
      this.#findings.push(planFindings.find(code, { line, ...parameters }, { segment: line }));
    };
  }

  /** Tells of the report as a whole. */
  whole(code: ReportCode, parameters: Parameters = {}): void {
    this.#findings.push(planFindings.find(code, parameters));
  }

  /** Everything told so far, in the order of the lines; of one line in the order of the telling. */
  inOrder(): readonly Finding[] {
    return this.#findings.toSorted((a, b) => (a.at?.segment ?? 0) - (b.at?.segment ?? 0));
  }
}
