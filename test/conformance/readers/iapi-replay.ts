import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeTableOf, readScenario, replayScenario } from '#domains/travel';
import type { Conformance } from '../kind.ts';

/** The certification cases are those of one authority, whose codes they use. */
const authority = 'CN';

/** Replays every scenario of the folder; one passes when each of its boarding attempts ends as its log expected. */
export async function run(folder: string): Promise<Conformance> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const failures: string[] = [];
  let passed = 0;
  for (const file of files) {
    const faults = faultsOf(readFileSync(join(folder, file), 'utf8'));
    if (faults.length === 0) passed += 1;
    failures.push(...faults.map((fault) => `${file}: ${fault}`));
  }
  return { found: files.length, passed, failures };
}

function faultsOf(text: string): readonly string[] {
  const scenario = readScenario(JSON.parse(text));
  if (!scenario.ok) return [`${scenario.error.code} ${JSON.stringify(scenario.error.parameters)}`];
  const attempts = replayScenario(scenario.value, codeTableOf(authority));
  if (!attempts.ok) return [attempts.error.code];
  if (attempts.value.length === 0) return ['no boarding attempt'];
  return attempts.value
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ passenger, expected, actual }) => `passenger ${passenger}: expected ${expected}, got ${actual}`);
}
