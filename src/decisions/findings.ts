import { defineFindings } from '#kernel';

const ofTable = (...parameters: readonly string[]) => ({
  origin: 'operator' as const,
  severity: 'error' as const,
  parameters,
});

/** What can be wrong with a table of decisions, an order, a fail rule or a stored decision. Texts: `src/locales/<language>/decisions.json`. */
export const decisionsFindings = defineFindings({
  'DEC-0101': ofTable('path', 'expected'),
  'DEC-0102': ofTable('row', 'fact'),
  'DEC-0103': ofTable('row', 'fact', 'type', 'operator'),
  'DEC-0104': ofTable('row', 'disposition'),
  'DEC-0105': ofTable('row', 'earlier'),
  'DEC-0106': ofTable('row'),
  'DEC-0107': ofTable('table'),
  'DEC-0108': ofTable('row'),
  'DEC-0109': ofTable('row', 'class'),
  'DEC-0110': ofTable('row', 'fact', 'value'),
  'DEC-0111': ofTable('row', 'fact', 'operator'),
  'DEC-0112': ofTable('row', 'fact'),
  'DEC-0113': ofTable('row', 'fact'),
  'DEC-0114': ofTable('row', 'code'),
  'DEC-0120': ofTable('disposition'),
  'DEC-0121': ofTable('authority', 'disposition'),
  'DEC-0122': ofTable('authority'),
  'DEC-0123': ofTable(),
  'DEC-0201': { origin: 'node', severity: 'error', parameters: ['table', 'version'] },
  'DEC-0202': { origin: 'node', severity: 'error', parameters: ['table', 'version'] },
});
