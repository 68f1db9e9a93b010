import type { Terminal, VerbRun } from '#kernel';
import { columns } from './lines.ts';
import { type ToldRow, toldRegister } from './told.ts';
import { readWords } from './words.ts';

/** A promise that is overdue for some pair: which pairs, since when, and what they say. */
function rowOf({ milestone, title, pairs }: ToldRow, { say }: Terminal): readonly string[] {
  const late = pairs.filter(({ flags }) => flags.includes('overdue'));
  const since = late.map(({ firstDue, due }) => firstDue ?? due ?? '').toSorted()[0] ?? '';
  const said = late.map(
    ({ pair, state }) => `${pair} ${state === undefined ? say('plan.cell.unknown') : say(`plan.state.${state}`)}`,
  );
  return [milestone, since, title, said.join(', ')];
}

/** `tripoint plan overdue [--as-of YYYY-MM] [--node URL]`: what is past its month and not done, the longest first. Exit 1 when there is any. */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['as-of', 'node']);
  if (words === undefined || words.operands.length > 0) return 2;
  const told = await toldRegister(terminal, { node: words.values['node'], asOf: words.values['as-of'] });
  if (told === undefined) return 2;
  const overdue = told.rows.filter(({ flags }) => flags.includes('overdue'));
  if (terminal.json) for (const row of overdue) terminal.out(JSON.stringify(row));
  else {
    const rows = overdue.map((row) => rowOf(row, terminal)).toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : 1));
    for (const line of columns(rows)) terminal.out(line);
  }
  return overdue.length > 0 ? 1 : 0;
};
