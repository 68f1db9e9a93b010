import type { Finding, Result } from '#kernel';
import type { ExitCode } from './exit-code.ts';

/** Ends the command with findings and an exit code, from wherever it is. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly findings: readonly Finding[];
  readonly code: ExitCode;

  constructor(findings: readonly Finding[], code: ExitCode) {
    super(findings.map((finding) => finding.code).join(' '));
    this.findings = findings;
    this.code = code;
  }
}

const isFinding = (error: Finding | readonly Finding[]): error is Finding => 'code' in error;

/** The value; or the command ends with what was found: 2 for how it was called, 3 when it was refused. */
export function orRefuse<Value>(result: Result<Value, Finding | readonly Finding[]>, code: ExitCode = 2): Value {
  if (result.ok) return result.value;
  throw new Refusal(isFinding(result.error) ? [result.error] : result.error, code);
}
