import { Bug, Decision, type FactValue, type FactValues, type Reason } from '#kernel';
import type { CompiledRow } from './compile.ts';
import type { DecisionTable } from './table.ts';

/** The reason when a fact was missing that a stricter row needed. Its class is `data-missing`; its text is in `src/locales`. */
export const missingFactReason = 'DEC-R-0001';

function factsLookedAt(row: CompiledRow, facts: FactValues): FactValues {
  const seen: Record<string, FactValue> = {};
  for (const name of row.looksAt) seen[name] = facts[name] ?? null;
  return seen;
}

/** The decision that a row gives: by its own reasons when it holds, by the missing fact when only that keeps it open. */
export function speak(table: DecisionTable, compiled: CompiledRow, facts: FactValues, held: boolean): Decision {
  const { row } = compiled;
  const seen = factsLookedAt(compiled, facts);
  const reasons: readonly Reason[] = held
    ? row.reasons.map((reason) => ({ ...reason, row: row.key, facts: seen }))
    : [{ code: missingFactReason, class: 'data-missing', row: row.key, facts: seen }];
  return Decision.because(row.disposition, reasons, { table: table.table, version: table.version });
}

/**
 * The first row from the top that holds decides. A row that cannot be answered because a fact is missing (or has not
 * the dictionary's type or codes) is open; the strictest open row above the row that holds decides in its place when it
 * is stricter, with the reason `missingFactReason`. So a missing fact never makes the answer milder: whatever value it
 * had had, the answer would have been no stricter than the one that is given (absence denies).
 */
export function decide(table: DecisionTable, facts: FactValues): Decision {
  let open: CompiledRow | undefined;
  for (const row of table.compiled) {
    const verdict = row.holds(facts);
    if (verdict === 'yes') {
      if (open !== undefined && open.rank < row.rank) return speak(table, open, facts, false);
      return speak(table, row, facts, true);
    }
    if (verdict === 'open' && (open === undefined || row.rank < open.rank)) open = row;
  }
  return unreachedEnd(table);
}

/** A table ends in a row that takes everything; `loadTable` refuses any other. */
export function unreachedEnd(table: DecisionTable): never {
  throw new Bug(`table ${table.table} has no last row that takes everything`);
}
