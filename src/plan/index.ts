export type { Signatures } from './facts/say.ts';
export { planFindings } from './findings.ts';
export type { Measures } from './folded.ts';
export { planPart } from './part.ts';
export { shippedRegister } from './register/shipped.ts';
export type { Say } from './report/say.ts';
