import type { Terminal, VerbRun } from '#kernel';
import { pairs } from '../pairs.ts';
import { cells } from '../standing/pair.ts';
import { columns } from './lines.ts';
import { type Told, toldRegister } from './told.ts';
import { readWords } from './words.ts';

function matrixLines(told: Told, { say }: Terminal): readonly string[] {
  const rows = told.chapters.map(({ code, title }) => [
    `${code}  ${title}`,
    ...pairs.map((pair) => {
      const counts = told.matrix.find((one) => one.chapter === code && one.pair === pair)?.counts;
      return cells
        .filter((cell) => (counts?.[cell] ?? 0) > 0)
        .map((cell) => `${counts?.[cell] ?? 0} ${say(`plan.cell.${cell}`)}`)
        .join(', ');
    }),
  ]);
  return columns([[say('plan.report.chapter'), ...pairs], ...rows]);
}

/** `tripoint plan status [--as-of YYYY-MM] [--node URL]`: the numbers of the plan, and each chapter by pair of countries. */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['as-of', 'node']);
  if (words === undefined || words.operands.length > 0) return 2;
  const told = await toldRegister(terminal, { node: words.values['node'], asOf: words.values['as-of'] });
  if (told === undefined) return 2;
  const { counts } = told;
  if (terminal.json) {
    terminal.out(
      JSON.stringify({ plan: told.plan.key, month: told.month, counts: { ...counts, chapters: told.chapters.length } }),
    );
    for (const row of told.rows) terminal.out(JSON.stringify(row));
    return 0;
  }
  const { say } = terminal;
  terminal.out(`${told.plan.title} · ${told.month}`);
  terminal.out(say('plan.report.counts', { count: counts.milestones, chapters: told.chapters.length }));
  for (const name of ['done', 'late', 'contradicts', 'measured'] as const) {
    terminal.out(say(`plan.report.${name}`, { count: counts[name] }));
  }
  terminal.out('');
  for (const line of matrixLines(told, terminal)) terminal.out(line);
  return 0;
};
