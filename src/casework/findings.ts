import { defineFindings } from '#kernel';

const ofOfficer = (status: number, ...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity: 'error' as const,
  status,
  parameters,
});

/** Why an action on a referral is refused. Texts: `src/locales/<language>/casework.json`. */
export const caseworkFindings = defineFindings({
  'CAS-0101': ofOfficer(404, 'referral'),
  'CAS-0102': ofOfficer(409, 'by'),
  'CAS-0103': ofOfficer(409, 'by'),
  'CAS-0104': ofOfficer(409),
  'CAS-0105': ofOfficer(422, 'outcome', 'outcomes'),
  'CAS-0106': ofOfficer(409),
  'CAS-0107': ofOfficer(422, 'to'),
  'CAS-0201': { origin: 'node', severity: 'error', parameters: ['kind'] },
});
