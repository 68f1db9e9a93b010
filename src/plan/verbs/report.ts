import { decodeUtf8, encodeUtf8, type Terminal, type VerbRun } from '#kernel';
import { isMonth } from '../months.ts';
import { shippedRegister } from '../register/shipped.ts';
import { leadersReport } from '../report/sheet.ts';
import { csvOf, openRows } from '../report/table.ts';
import { momentIn, momentQueryOf, shippedStandings } from './told.ts';
import { readWords } from './words.ts';

/** The forms in which the register is handed on, and the route of a node that gives each. */
const forms = {
  html: '/plan/report',
  pdf: '/plan/report',
  csv: '/plan/register.csv',
  open: '/plan/register.json',
} as const;
type Form = keyof typeof forms;

/** The text of a form, from a running node or of the shipped register. */
async function textOf(form: Form, terminal: Terminal, values: Readonly<Record<string, string>>): Promise<string> {
  const { node, 'as-of': asOf } = values;
  if (node !== undefined) {
    return decodeUtf8(await terminal.ask({ address: node, path: `${forms[form]}${momentQueryOf(asOf)}` }));
  }
  const moment = momentIn(terminal, asOf);
  const standings = shippedStandings(moment);
  const { language, say } = terminal;
  if (form === 'csv') return csvOf(openRows(standings, language));
  if (form === 'open') return `${JSON.stringify(openRows(standings, language))}\n`;
  const printedAt = terminal.now();
  return leadersReport({ register: shippedRegister(), standings, moment, printedAt, language, say, nation: undefined });
}

/**
 * `tripoint plan report [--as-of YYYY-MM] [--node URL] [--html FILE] [--pdf FILE] [--csv FILE] [--open FILE]`: the report
 * to the leaders and the register as open data; without a file, HTML to standard output.
 */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['as-of', 'node', ...Object.keys(forms)]);
  if (words === undefined || words.operands.length > 0) return 2;
  const { values } = words;
  if (values['as-of'] !== undefined && !isMonth(values['as-of'])) return 2;
  const wanted = (['html', 'pdf', 'csv', 'open'] as const).filter((form) => values[form] !== undefined);
  if (wanted.length === 0) terminal.out(await textOf('html', terminal, values));
  for (const form of wanted) {
    const [file = '', text] = [values[form], await textOf(form, terminal, values)];
    if (form === 'pdf') await terminal.printPdf(text, file);
    else await terminal.writeFile(file, encodeUtf8(text));
    terminal.out(file);
  }
  return 0;
};
