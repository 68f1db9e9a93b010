export { cliFindings } from './findings.ts';
export { type Call, main, type VerbBook } from './main.ts';
export type { ExitCode, Home } from './own-verb.ts';
export type { DomainLoaders } from './part-verbs.ts';
