import {
  canonicalJson,
  type Decision,
  type DecisionRecord,
  err,
  type FactValues,
  ok,
  type Result,
  type TableVersion,
} from '#kernel';
import { decide } from './decide.ts';
import { decisionsFindings } from './findings.ts';
import type { DecisionTable } from './table.ts';

/** What the ledger keeps of a decision: the facts as they were, and the decision. */
export interface StoredDecision {
  readonly facts: FactValues;
  readonly decision: DecisionRecord;
}

/**
 * Decides once more from the stored facts by the stored version of the table, and compares bit for bit (canonical
 * JSON). DEC-0201: that version of the table is not here; DEC-0202: the decision comes out differently.
 */
export function replay(
  stored: StoredDecision,
  tableOf: (by: TableVersion) => DecisionTable | undefined,
): Result<Decision> {
  const { by } = stored.decision;
  const named = { table: by.table, version: by.version };
  const table = tableOf(by);
  if (table === undefined || table.table !== by.table || table.version !== by.version) {
    return err(decisionsFindings.find('DEC-0201', named));
  }
  const again = decide(table, stored.facts);
  if (canonicalJson(again.toJSON()) !== canonicalJson(stored.decision)) {
    return err(decisionsFindings.find('DEC-0202', named));
  }
  return ok(again);
}
