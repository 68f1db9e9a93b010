import { defineFindings } from '#kernel';

/**
 * What keeps a record or an answer from leaving. AGR-01xx: a Forwarding; AGR-02xx: an Answer; AGR-03xx: the tables. Texts:
 * `src/locales/<language>/agreements.json`.
 */
export const agreementsFindings = defineFindings({
  /** No row is in force for this pair, record and purpose on that day: the party lodges with that country itself. */
  'AGR-0101': { origin: 'sender', severity: 'warning', parameters: ['record', 'from', 'to', 'day'] },
  /** What the caller or the partner sent is not the shape of a Forwarding. */
  'AGR-0102': { origin: 'partner', severity: 'error', parameters: ['member'] },
  /** The partner names another legal basis than the row that we know to be in force. */
  'AGR-0103': { origin: 'partner', severity: 'error', parameters: ['named', 'known'] },
  /** An Answer names no subject, or one twice. */
  'AGR-0201': { origin: 'node', severity: 'error', parameters: ['reference'] },
  /** The validity of an Answer ends before it begins. */
  'AGR-0202': { origin: 'node', severity: 'error', parameters: ['reference'] },
  /** What came back is not the shape of an Answer. */
  'AGR-0203': { origin: 'partner', severity: 'error', parameters: ['member'] },
  /** A table of forwarding duties or of reason classes does not have the shape of one. */
  'AGR-0301': { origin: 'operator', severity: 'error', parameters: ['table', 'member'] },
  /** Two rows are in force on one day for the same pair, record and purpose. */
  'AGR-0302': { origin: 'operator', severity: 'error', parameters: ['row', 'other'] },
  /** The class `other`, into which what may not be told falls, must always be in force. */
  'AGR-0303': { origin: 'operator', severity: 'error', parameters: ['table'] },
});
