export { decide, missingFactReason } from './decide.ts';
export { type FailRule, type FailRules, type Failure, failRule, loadFailRules } from './fail-rules.ts';
export { decisionsFindings } from './findings.ts';
export { interpret } from './interpret.ts';
export { combine, type DispositionOrder, loadOrder, stricter } from './order.ts';
export { replay, type StoredDecision } from './replay.ts';
export type { Row } from './row.ts';
export { type DecisionTable, loadTable } from './table.ts';
