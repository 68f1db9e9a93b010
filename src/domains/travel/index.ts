export { travelFindings } from './findings.ts';
export { travel } from './travel.ts';
