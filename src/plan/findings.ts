import { defineFindings } from '#kernel';

const ofSender = (status: number, ...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity: 'error' as const,
  status,
  parameters,
});
/** A line of a file that was merged: it changes nothing, the others are taken. */
const ofLine = (...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity: 'error' as const,
  parameters: ['line', ...parameters],
});

/** What can be wrong with the register's reports, facts and files. Texts: `src/locales/<language>/plan.json`. */
export const planFindings = defineFindings({
  'PLN-0201': ofSender(404, 'milestone'),
  'PLN-0202': ofSender(422, 'milestone', 'pair'),
  'PLN-0203': ofSender(403, 'nation', 'pair'),
  'PLN-0204': ofSender(404, 'proposal'),
  'PLN-0205': ofSender(409, 'proposal', 'state'),
  'PLN-0206': ofSender(409, 'proposal', 'nation'),
  'PLN-0207': ofSender(403, 'person'),
  'PLN-0208': ofSender(422, 'month'),
  'PLN-0209': ofSender(409, 'milestone'),
  'PLN-0210': ofSender(422, 'chapter', 'known'),
  'PLN-0211': ofSender(409),
  'PLN-0301': ofLine(),
  'PLN-0302': ofLine('path'),
  'PLN-0303': ofLine('nation'),
  'PLN-0304': ofLine('nation'),
  'PLN-0305': ofLine('nation'),
  'PLN-0306': ofSender(413, 'bytes'),
});
