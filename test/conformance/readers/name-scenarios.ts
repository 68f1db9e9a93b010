import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameComparison } from '#screening';
import type { Conformance } from '../kind.ts';

interface Scenario {
  readonly scenario_id: string;
  readonly query_name?: string;
  readonly query_first_name?: string;
  readonly query_last_name?: string;
  readonly target_provider_record_id: string;
  readonly truth: string;
}
interface Target {
  readonly provider_record_id: string;
  readonly entity_type: string;
  readonly primary_name: string;
  readonly aliases?: readonly string[];
}

const kindOf = (type: string) =>
  type === 'individual' ? ('person' as const) : type === 'vessel' ? ('vessel' as const) : ('organisation' as const);

/**
 * Adversarial names beside the names of the subject that they are about: a match must reach even odds, what is none must
 * not. Scenarios about subjects of catalogues that are not in the folder, and those that are ambiguous by design, are
 * left out. The false-positive archetypes are descriptions without names, so that there is nothing to run.
 */
export function run(folder: string): Promise<Conformance> {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { scenarios }: { readonly scenarios: readonly Scenario[] } = read('adversarial_v1.json');
  const { records }: { readonly records: readonly Target[] } = read('adversarial_catalog_v1.json');
  const compare = nameComparison();
  const failures: string[] = [];
  let found = 0;
  for (const scenario of scenarios) {
    const { target_provider_record_id: about, truth, scenario_id: name } = scenario;
    const asked = scenario.query_name ?? `${scenario.query_first_name ?? ''} ${scenario.query_last_name ?? ''}`;
    const target = records.find((one) => one.provider_record_id === about);
    if (target === undefined || truth.startsWith('ambiguous')) continue;
    found += 1;
    const names = [target.primary_name, ...(target.aliases ?? [])];
    const best = Math.max(...names.map((listed) => compare(asked, listed, kindOf(target.entity_type)).score));
    if (best >= 0 !== truth.startsWith('match')) failures.push(`${name}: ${asked} scores ${best}`);
  }
  return Promise.resolve({ found, passed: found - failures.length, failures });
}

export const reader = { run };
