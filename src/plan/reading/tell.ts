import type { Finding, Parameters } from '#kernel';
import { planFindings } from '../findings.ts';

/** The codes of what a report can have wrong, `PLN-01xx`. */
export type ReportCode = keyof typeof planFindings.specs & `PLN-01${string}`;

/** Says what is wrong with the line that is being read. */
export type Tell = (code: ReportCode, parameters?: Parameters) => void;

/** A line that has the same wrong more often is no report any more; the rest is not told. */
const mostAlike = 20;

/** What is told of lines, each finding with the number of its line (from 1). */
export class Told {
  readonly #findings: Finding[] = [];
  readonly #alike = new Map<string, number>();

  /** The way to tell of one line. */
  of(line: number): Tell {
    return (code, parameters = {}) => {
      if (this.#isEnough(line, code)) return;
      this.#findings.push(planFindings.find(code, { line, ...parameters }, { segment: line }));
    };
  }

  #isEnough(line: number, code: ReportCode): boolean {
    const alike = (this.#alike.get(`${line} ${code}`) ?? 0) + 1;
    this.#alike.set(`${line} ${code}`, alike);
    return alike > mostAlike;
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
