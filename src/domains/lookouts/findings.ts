import { defineFindings } from '#kernel';

/** What can go wrong with lists and lookouts. Texts: `locales/`. */
export const lookoutsFindings = defineFindings({
  'LKT-0101': { origin: 'sender', severity: 'error', parameters: ['list', 'entry'] },
  'LKT-0102': { origin: 'sender', severity: 'error', parameters: ['columns'] },
  'LKT-0103': { origin: 'sender', severity: 'error', parameters: ['line', 'text'] },
});
