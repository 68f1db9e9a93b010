import { type CsvRecord, eachRecord } from '#formats/lists';
import { type Finding, hasError, type Subject, type Terminal, type VerbRun } from '#kernel';
import { type NameComparison, nameComparison } from '#screening';
import { lookoutsFindings } from '../findings.ts';
import { evidenceLine, evidenceMember } from './evidence-line.ts';

const columns = ['left', 'right', 'kind'] as const;
const kinds: Readonly<Record<string, Subject['kind']>> = {
  person: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  vessel: 'vessel',
};

/** Two names to compare. */
interface Pair {
  readonly left: string;
  readonly right: string;
  readonly kind: Subject['kind'];
}

/** The pairs of a file with the columns left, right and kind, in any order; a kind that is not known is read as a person. */
function readPairs(bytes: Uint8Array): { readonly pairs: readonly Pair[]; readonly findings: readonly Finding[] } {
  const pairs: Pair[] = [];
  const findings: Finding[] = [];
  let header: readonly string[] | undefined;
  const take = ({ number, fields }: CsvRecord, places: readonly string[]): void => {
    const [left = '', right = '', written = ''] = columns.map((column) => fields[places.indexOf(column)]);
    const kind = kinds[written.trim().toLowerCase()];
    if (kind === undefined) findings.push(lookoutsFindings.find('LKT-0103', { line: number, text: written }));
    pairs.push({ left, right, kind: kind ?? 'person' });
  };
  eachRecord(bytes, (csv) => {
    if (header === undefined) header = csv.fields.map((field) => field.trim().toLowerCase());
    else take(csv, header);
  });
  if (columns.every((column) => header?.includes(column) === true)) return { pairs, findings };
  return { pairs: [], findings: [lookoutsFindings.find('LKT-0102', { columns: columns.join(', ') })] };
}

/** A pair in the words of the command's contract. */
const pairLine = ({ score, evidence }: NameComparison) => ({
  score,
  alignment: evidence.map(evidenceMember),
});

function* table({ left, right }: Pair, { score, evidence }: NameComparison, say: Terminal['say']): Generator<string> {
  yield `${score}  ${left} | ${right}`;
  for (const one of evidence) yield `  ${evidenceLine(one, say)}`;
}

/**
 * `tripoint compare-names PAIRS.csv`: a line a pair with --json, in the order of the file, with the score in hundredths of
 * a nat and the pieces that sum to it. Exit 1 when a column is missing or a kind is not known.
 */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('--') || more.length > 0) return 2;
  const { pairs, findings } = readPairs(await terminal.readFile(file));
  for (const finding of findings) terminal.complain(finding);
  const compare = nameComparison();
  for (const pair of pairs) {
    const comparison = compare(pair.left, pair.right, pair.kind);
    if (terminal.json) terminal.out(JSON.stringify(pairLine(comparison)));
    else for (const line of table(pair, comparison, terminal.say)) terminal.out(line);
  }
  return hasError(findings) ? 1 : 0;
};
