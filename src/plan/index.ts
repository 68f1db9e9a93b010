export { demonstrationWaves, type Wave } from './demonstration.ts';
export { factLines, mergeFacts } from './facts/carry.ts';
export { keyOf, planView, type Said } from './facts/records.ts';
export { type Signatures, say } from './facts/say.ts';
export { planFindings } from './findings.ts';
export type { Measures } from './folded.ts';
export { planPart } from './part.ts';
export { shippedRegister } from './register/shipped.ts';
export type { Say } from './report/say.ts';
