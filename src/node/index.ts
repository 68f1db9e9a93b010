export { aroundStore } from './around-store.ts';
export { type AssessedLine, type AssessOptions, assessFiles, type ReplyLine } from './assess-files.ts';
export { createNode, type NodeSetup, partsOf } from './create-node.ts';
export type { TableSource } from './criteria.ts';
export { shippedData, tablesFrom } from './data-folder.ts';
export { type Demonstration, type DemonstrationOptions, startDemonstration } from './demonstration.ts';
export { loadDomains } from './domains/index.ts';
export { durableReplies } from './durable-replies.ts';
export { type ExportedEntry, exportLedger } from './export-ledger.ts';
export { nodeFindings } from './findings.ts';
export {
  type BackedUp,
  backupLedger,
  makeRecoveryKey,
  migrateLedger,
  restoreLedger,
  verifyLedgerAt,
} from './keep-ledger.ts';
export { loadConfig } from './load-config.ts';
export type { Lodged, LodgedMessage, LodgeInput } from './lodgement.ts';
export { createNetwork, type Network, type NetworkOptions, type Post } from './network.ts';
export type { Node } from './node.ts';
export type { LedgerPlace } from './open-ledger.ts';
export { issueToken, type PublicKeys, publicKeys, revokeToken, type TokenWish } from './operator.ts';
export { type Log, type NodePorts, silentLog } from './ports.ts';
export { type RunningNode, runNode } from './run-node.ts';
export { lodgeThrough } from './serve.ts';
