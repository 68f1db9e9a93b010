import type { Finding } from '#kernel';

/** The code of an error of the system or of a database: `ENOENT`, `23505`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Damage met while reading, where the port has no room for a finding: reading stops instead of leaving something out. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.code} ${JSON.stringify(finding.parameters)}`);
    this.finding = finding;
  }
}
