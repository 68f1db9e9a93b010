import type { Language } from '#kernel';
import type { PairStanding } from '../standing/pair.ts';
import type { Standing } from '../standing/standing.ts';

/** One promise towards one pair, as open data gives it. */
export interface OpenRow {
  readonly milestone: string;
  readonly title: string;
  readonly goal: number;
  readonly chapter: string;
  readonly initiative: string;
  readonly kind: string;
  readonly promise: string;
  readonly pair: string;
  readonly stands: string;
  readonly reported: string;
  readonly reportedBy: string;
  readonly reportedFor: string;
  readonly promisedFirst: string;
  readonly promised: string;
  readonly baseline: number;
  readonly expectedFrom: string;
  readonly expectedTo: string;
  readonly verdict: string;
  readonly measure: string;
  readonly measured: string;
  readonly value: number | '';
  readonly flags: string;
}

const promisedBy = ({ baseline, baselines }: PairStanding) => ({
  promisedFirst: baselines[0]?.month ?? '',
  promised: baseline.month ?? '',
  baseline: baseline.number,
});

const reportedOf = ({ account }: PairStanding) => ({
  reported: account?.report.said.state ?? '',
  reportedBy: account?.report.by ?? '',
  reportedFor: account?.report.asOf ?? '',
});

const expectedOf = ({ expected }: PairStanding) => ({
  expectedFrom: expected?.span.from ?? '',
  expectedTo: expected?.span.to ?? '',
});

const measuredOf = ({ measured }: Standing) => ({
  measure: measured?.name ?? '',
  measured: measured?.verdict ?? '',
  value: measured?.value ?? ('' as const),
});

/** The register as a flat table, a row for each promise and pair, in the plan's order. Codes, not words, but for the title. */
export const openRows = (standings: readonly Standing[], language: Language): readonly OpenRow[] =>
  standings.flatMap((standing) => {
    const { key, title, goal, chapter, initiative, kind, promise } = standing.commitment;
    return standing.pairs.map(
      (pair): OpenRow => ({
        ...{ milestone: key, title: title[language], goal, chapter, initiative, kind, promise },
        ...{ pair: pair.pair, stands: pair.cell },
        ...reportedOf(pair),
        ...promisedBy(pair),
        ...expectedOf(pair),
        verdict: pair.assessed?.body.verdict ?? '',
        ...measuredOf(standing),
        flags: pair.flags.join(' '),
      }),
    );
  });

/** A cell that a spreadsheet would take for a formula is told to be text (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** RFC 4180, clause 2: quoted where it holds a quote, a comma or a line break. */
const quoted = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The table as CSV (RFC 4180) with its header line, UTF-8; CRLF between the lines. */
export function csvOf(rows: readonly OpenRow[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row))];
  return lines.map((line) => `${line.map((value: string | number) => quoted(value)).join(',')}\r\n`).join('');
}
