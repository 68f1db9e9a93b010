import type { Finding } from '#kernel';

/** Damage met while reading, where the port has no room for a finding: reading stops instead of leaving something out. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.code} ${JSON.stringify(finding.parameters)}`);
    this.finding = finding;
  }
}
