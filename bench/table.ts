import type { BenchRow } from './row.ts';

/** A figure with three digits that matter. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

const against = ({ against: peer, ratio }: BenchRow): string => {
  if (peer === undefined) return '';
  return ratio === undefined ? peer : `${figure(ratio)} times: ${peer}`;
};

/** The bar in the terms of the row: a multiple of its peer, or a limit of the figure itself. */
function bar(row: BenchRow): string {
  if (row.bar === undefined || row.met === undefined) return '';
  if (row.ratio !== undefined) return `at least ${figure(row.bar)} times`;
  return `${row.bound ?? 'at most'} ${figure(row.bar)} ${row.unit}`;
}

const verdict = ({ met }: BenchRow): string => (met === undefined ? '' : met ? 'met' : '**NOT MET**');

/** The cells of a row: what, figure, held against, bar, verdict. */
export const cells = (row: BenchRow): readonly string[] => [
  row.name,
  `${figure(row.value)} ${row.unit}`,
  against(row),
  bar(row),
  verdict(row),
];

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
