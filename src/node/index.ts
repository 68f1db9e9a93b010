export { type AssessedLine, type AssessOptions, assessFiles, type ReplyLine } from './assess-files.ts';
export { createNode, type NodeSetup } from './create-node.ts';
export { shippedData, tablesFrom } from './data-folder.ts';
export { loadDomains } from './domains.ts';
export { nodeFindings } from './findings.ts';
export type { Lodged, LodgedMessage, LodgeInput } from './lodgement.ts';
export { createNetwork, type Network, type NetworkOptions, type Post } from './network.ts';
export type { Node } from './node.ts';
export { type Log, type NodePorts, silentLog } from './ports.ts';
