import type { Conformance } from '../kind.ts';
import { faultsOfTokens, samplesOf } from './edifact-samples.ts';

/** PNRGOV as bare EDIFACT: every sample tokenises, and its bytes come back from its parts. */
export async function run(folder: string): Promise<Conformance> {
  const samples = samplesOf(folder);
  const faults = samples.map(faultsOfTokens);
  return {
    found: samples.length,
    passed: faults.filter((one) => one.length === 0).length,
    failures: faults.flat(),
  };
}
