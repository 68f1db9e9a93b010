import { defineFindings } from '#kernel';

const ofSender = (status: number, ...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity: 'error' as const,
  status,
  parameters,
});
/** A line of a report or of a file that was merged: it changes nothing, the others are taken. */
const ofLine = (...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity: 'error' as const,
  parameters: ['line', ...parameters],
});

const graded =
  (severity: 'warning' | 'note') =>
  (...parameters: readonly string[]) => ({ ...ofLine(...parameters), severity });
/** A line of a report that was taken, and that somebody should look at. */
const doubt = graded('warning');
/** How a line of a report was read where it is not as it should be. */
const noted = graded('note');

/** What can be wrong with the register's reports, facts and files. Texts: `src/locales/<language>/plan.json`. */
export const planFindings = defineFindings({
  'PLN-0101': ofSender(422),
  'PLN-0102': ofSender(413, 'bytes'),
  'PLN-0103': ofSender(413, 'lines'),
  'PLN-0104': ofSender(422),
  'PLN-0105': ofLine('cells'),
  'PLN-0106': ofLine('chapter', 'rows', 'known'),
  'PLN-0107': ofLine(),
  'PLN-0108': ofLine('text'),
  'PLN-0109': ofLine(),
  'PLN-0110': doubt('text'),
  'PLN-0111': ofLine(),
  'PLN-0112': doubt('months', 'computed', 'stated'),
  'PLN-0113': doubt('text'),
  'PLN-0114': doubt('text'),
  'PLN-0115': doubt('chapter'),
  'PLN-0116': doubt('chapter', 'first'),
  'PLN-0117': ofLine('most'),
  'PLN-0120': noted('letters'),
  'PLN-0121': noted('text'),
  'PLN-0122': noted('text'),
  'PLN-0123': noted('text'),
  'PLN-0124': noted('initiative', 'first'),
  'PLN-0125': noted('text'),
  'PLN-0126': noted('chapter'),
  'PLN-0127': noted('next'),
  'PLN-0128': doubt('text'),
  'PLN-0129': noted('count'),
  'PLN-0130': noted('text'),
  'PLN-0131': noted('months', 'computed'),
  'PLN-0132': noted(),
  'PLN-0133': noted('text'),
  'PLN-0134': noted(),
  'PLN-0135': noted(),
  'PLN-0136': doubt('pair'),
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
  'PLN-0212': ofSender(409, 'milestones'),
  'PLN-0301': ofLine(),
  'PLN-0302': ofLine('path'),
  'PLN-0303': ofLine('nation'),
  'PLN-0304': ofLine('nation'),
  'PLN-0305': ofLine('nation'),
  'PLN-0306': ofSender(413, 'bytes'),
  'PLN-0401': ofLine('milestone'),
});
