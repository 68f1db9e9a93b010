export { type CodeTable, codeTableOf, codeTables } from './codes.ts';
export { travelFindings } from './findings.ts';
export { generateDay } from './generator/day.ts';
export { type Attempt, readScenario, replayScenario, type Scenario } from './replay.ts';
export { travel } from './travel.ts';
