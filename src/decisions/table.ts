import { err, type Fact, type Finding, ok, type Result, type TableVersion, type Texts } from '#kernel';
import { checkRows } from './check.ts';
import { type CompiledRow, compileRow } from './compile.ts';
import type { DispositionOrder } from './order.ts';
import { readRow } from './read-row.ts';
import type { Row } from './row.ts';
import { Source } from './source.ts';

/** A checked first-hit table, read from the top. Only `loadTable` makes one. */
export interface DecisionTable extends TableVersion {
  readonly rows: readonly Row[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** The date fact that `event+3d` in a cell counts from. */
  readonly event: string | undefined;
  readonly order: DispositionOrder;
  /** Each reason code of the table with the text that a person reads. */
  readonly reasonTexts: Readonly<Record<string, Texts>>;
  readonly compiled: readonly CompiledRow[];
}

/**
 * Reads, checks and compiles a table: `{ table, version, event?, reasonTexts, rows: [{ key, when, disposition, reasons,
 * directions? }] }`. What is wrong with it comes back together, each finding (DEC-01xx) naming its row; a table with
 * a finding is not used.
 */
export function loadTable(
  json: unknown,
  dictionary: readonly Fact[],
  order: DispositionOrder,
): Result<DecisionTable, readonly Finding[]> {
  const source = new Source();
  const document = source.object(json, '');
  const table = source.text(document['table'], 'table');
  const version = source.text(document['version'], 'version');
  const reasonTexts = source.textsByCode(document['reasonTexts'], 'reasonTexts');
  const facts = new Map(dictionary.map((fact) => [fact.name, fact]));
  const event = document['event'] === undefined ? undefined : source.text(document['event'], 'event');
  if (event !== undefined && facts.get(event)?.type !== 'date') source.complain('event', 'name of a date fact');
  const context = { source, facts, event, order, reasonTexts };
  const rows = source.list(document['rows'], 'rows').map((row, at) => readRow(row, `rows/${at}`, context));
  // Rows are compared with each other once each can be read: a cell that was not understood would look like no cell.
  const findings = source.findings.length > 0 ? source.findings : checkRows(table, rows);
  if (findings.length > 0) return err(findings);
  const compiled = rows.map((row) => compileRow(row, order.rank(row.disposition), facts, event));
  return ok({ table, version, rows, facts, event, order, reasonTexts, compiled });
}
