import { decodeUtf8, type VerbRun } from '#kernel';
import { readScenario, replayScenario } from '../replay.ts';

/** `tripoint replay FILE`: per boarding attempt of a log what was expected and what the dialogue says. */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return 2;
  const scenario = readScenario(parse(decodeUtf8(await terminal.readFile(file))));
  const attempts = scenario.ok ? replayScenario(scenario.value) : scenario;
  if (!attempts.ok) {
    terminal.complain(attempts.error);
    return 1;
  }
  for (const attempt of attempts.value) {
    const { scenario: name, passenger, expected, actual } = attempt;
    terminal.out(terminal.json ? JSON.stringify(attempt) : `${name} ${passenger}: ${actual} (${expected})`);
  }
  return 0;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
