export type { ExitCode } from './exit-code.ts';
export { cliFindings } from './findings.ts';
export { type Call, main, type VerbBook } from './main.ts';
export type { Home } from './own-verb.ts';
export type { DomainLoaders } from './part-verbs.ts';
