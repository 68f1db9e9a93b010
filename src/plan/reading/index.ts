/** The door of those who read reports and need nothing else of the plan. */
export type { ReadDue } from './due.ts';
export type { ReadMilestone } from './milestone.ts';
export { type Reading, readReport } from './read-report.ts';
export type { ReportedState, SelfReport } from './self-report.ts';
export type { When } from './when.ts';
