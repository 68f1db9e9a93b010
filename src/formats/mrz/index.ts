export { checkDigit } from './check-digit.ts';
export * from './fields.ts';
export { mrzFindings } from './findings.ts';
export type { MrzFormat } from './layout.ts';
export { type MrzReading, readMrz } from './read.ts';
export { mrzDate, writeMrz } from './write.ts';
