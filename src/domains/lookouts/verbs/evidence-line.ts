import type { Evidence, Terminal } from '#kernel';

/** A piece of evidence in the words of the commands' contract. */
export const evidenceMember = ({ feature, relation, subject, listed, contribution }: Evidence) => ({
  feature,
  relation,
  left: subject ?? null,
  right: listed ?? null,
  contribution,
});

/** A piece of evidence for a person: what it adds, what was compared, how it stands, and the two sides where there are any. */
export function evidenceLine(
  { feature, relation, subject, listed, contribution }: Evidence,
  say: Terminal['say'],
): string {
  const sides = subject === undefined && listed === undefined ? [] : [`${subject ?? '–'} | ${listed ?? '–'}`];
  const stands = relation === 'absent' ? [] : [say(`screening.relation.${relation}`)];
  return [String(contribution), say(`screening.feature.${feature}`), ...stands, ...sides].join('  ');
}
