import { decodeUtf8, type VerbRun } from '#kernel';
import { isMonth, monthAt } from '../months.ts';
import { forecastShape, outlooksOf } from '../routes/forecast.ts';
import { classesOf } from '../statistics/forecast.ts';
import { slipsOf } from '../statistics/slips.ts';
import { columns } from './lines.ts';
import { momentIn, momentQueryOf, shippedStandings } from './told.ts';
import { readWords } from './words.ts';

/** `tripoint plan forecast [--as-of YYYY-MM] [--node URL]`: when each promise that is not done may be kept, by how its like have slipped. */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['as-of', 'node']);
  const asOf = words?.values['as-of'];
  if (words === undefined || words.operands.length > 0 || (asOf !== undefined && !isMonth(asOf))) return 2;
  const address = words.values['node'];
  const { outlooks } = address === undefined ? offline() : await told(address);
  if (terminal.json) for (const outlook of outlooks) terminal.out(JSON.stringify(outlook));
  else {
    const { say } = terminal;
    const head = [
      '',
      ...['milestone', 'promised', 'expected'].map((word) => say(`plan.report.${word}`)),
      'P50',
      'P80',
      'n',
    ];
    const rows = outlooks.map(({ milestone, title, pair, promised, expected = '–', p50 = '–', p80 = '–', count }) => [
      ...[`${milestone} ${pair}`, title, promised, expected, p50, p80, String(count)],
    ]);
    for (const line of columns([head, ...rows])) terminal.out(line);
  }
  return 0;

  function offline() {
    const moment = momentIn(terminal, asOf);
    const standings = shippedStandings(moment);
    const classes = classesOf(slipsOf(standings, moment));
    const all = outlooksOf(standings, monthAt(moment.asOf), classes);
    return { outlooks: all.map(({ titles, ...outlook }) => ({ ...outlook, title: titles[terminal.language] })) };
  }
  async function told(node: string) {
    const answer = await terminal.ask({ address: node, path: `/plan/forecast${momentQueryOf(asOf)}` });
    return forecastShape.parse(JSON.parse(decodeUtf8(answer)));
  }
};
