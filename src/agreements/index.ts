export { Answer, type AnswerRecord, answer, type Decided, readAnswer, type Validity } from './answer.ts';
export { Duties, type Duty, type DutyKey } from './duties.ts';
export { agreementsFindings } from './findings.ts';
export {
  Forwarding,
  type ForwardingHeader,
  type ForwardingRequest,
  forward,
  readForwarding,
  referenceOf,
} from './forwarding.ts';
export { agreementsPart } from './part.ts';
export { type ReasonClassTable, readReasonClasses, toldClass } from './reason-classes.ts';
export { shippedDuties, shippedReasonClasses } from './tables.ts';
