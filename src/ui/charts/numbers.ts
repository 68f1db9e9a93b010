/** A value of a chart as it was given: numbers are written as the language does, texts as they are. */
export type FigureValue = number | string | undefined;

export interface FigureColumn {
  readonly key: string;
  readonly title: string;
  /** How its numbers are written: plain, as a share of one, or with a sign. */
  readonly as?: 'share' | 'signed';
  /** Its texts are dates, codes or names, not words of the language. */
  readonly verbatim?: boolean;
}

/** What a chart draws, as rows and columns: the table beside the drawing and the copy for a spreadsheet are made from it. */
export interface Figures {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly {
    readonly key: string;
    readonly to?: string | undefined;
    readonly values: readonly FigureValue[];
  }[];
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A spreadsheet would take such a text for a formula and run it. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const written = (value: FigureValue): string => {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : quoted(inert(value));
};

/** The numbers as comma-separated values (RFC 4180), with a head; points and digits as programs read them. */
export function csvOf({ columns, rows }: Figures): string {
  const lines = [columns.map(({ title }) => quoted(inert(title))), ...rows.map(({ values }) => values.map(written))];
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
