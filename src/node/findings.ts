import { defineFindings } from '#kernel';

/** What can go wrong between the rooms. Texts: src/locales/<language>/node.json. */
export const nodeFindings = defineFindings({
  'NOD-0101': { origin: 'sender', severity: 'error', parameters: ['mediaType'] },
  'NOD-0102': { origin: 'sender', severity: 'error', parameters: ['country', 'record'] },
  'NOD-0103': { origin: 'partner', severity: 'warning', parameters: ['country'] },
  'NOD-0104': { origin: 'partner', severity: 'warning', parameters: ['country', 'code'] },
  'NOD-0105': { origin: 'sender', severity: 'error', parameters: [] },
  'NOD-0106': { origin: 'sender', severity: 'note', parameters: ['country'] },
  'NOD-0201': { origin: 'operator', severity: 'error', parameters: ['path', 'problem'] },
  'NOD-0202': { origin: 'operator', severity: 'error', parameters: ['table', 'problem'] },
  'NOD-0203': { origin: 'operator', severity: 'error', parameters: ['id'] },
  'NOD-0204': { origin: 'operator', severity: 'error', parameters: ['role', 'known'] },
  'NOD-0205': { origin: 'operator', severity: 'error', parameters: ['path'] },
  'NOD-0206': { origin: 'operator', severity: 'error', parameters: [] },
  'NOD-0207': { origin: 'operator', severity: 'error', parameters: ['purpose', 'known'] },
  'NOD-0208': { origin: 'operator', severity: 'error', parameters: ['path', 'problem'] },
  'NOD-0209': { origin: 'operator', severity: 'error', parameters: ['host', 'port', 'problem'] },
  'NOD-0301': { origin: 'sender', severity: 'error', parameters: ['lodgement'] },
  'NOD-0302': { origin: 'node', severity: 'error', parameters: ['name'] },
});
