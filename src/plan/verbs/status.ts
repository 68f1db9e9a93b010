import type { Terminal, VerbRun } from '#kernel';
import { pairs } from '../pairs.ts';
import { cells } from '../standing/pair.ts';
import { columns } from './lines.ts';
import { type Told, type ToldRow, toldRegister } from './told.ts';
import { readWords } from './words.ts';

const bound = ({ pairs: all }: ToldRow) => all.filter(({ cell }) => cell !== 'not-applicable');

/** True when every pair that has reported says "on track" of a month that lies behind. */
function contradicts(row: ToldRow): boolean {
  const reported = bound(row).filter(({ state }) => state !== undefined);
  return reported.length > 0 && reported.every(({ flags }) => flags.includes('contradicts'));
}

/** The numbers of the register, counted over promises. */
export function countsOf({ rows, chapters }: Told) {
  const count = (holds: (row: ToldRow) => boolean): number => rows.filter(holds).length;
  return {
    ...{ milestones: rows.length, chapters: chapters.length },
    done: count((row) => bound(row).every(({ cell }) => cell === 'done')),
    late: count((row) => bound(row).some(({ cell }) => cell === 'late')),
    contradicts: count(contradicts),
    moved: count(({ flags }) => flags.includes('moved')),
    stale: count(({ flags }) => flags.includes('stale')),
    measured: count(({ measured }) => measured !== undefined && measured.verdict !== 'not-yet-measured'),
  };
}

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
  const counts = countsOf(told);
  if (terminal.json) {
    terminal.out(JSON.stringify({ plan: told.plan.key, month: told.month, counts }));
    for (const row of told.rows) terminal.out(JSON.stringify(row));
    return 0;
  }
  const { say } = terminal;
  terminal.out(`${told.plan.title} · ${told.month}`);
  terminal.out(say('plan.report.counts', { count: counts.milestones, chapters: counts.chapters }));
  for (const name of ['done', 'late', 'contradicts', 'measured'] as const) {
    terminal.out(say(`plan.report.${name}`, { count: counts[name] }));
  }
  terminal.out('');
  for (const line of matrixLines(told, terminal)) terminal.out(line);
  return 0;
};
