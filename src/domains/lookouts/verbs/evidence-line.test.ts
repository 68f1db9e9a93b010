import { expect, test } from 'vitest';
import { evidenceLine, evidenceMember } from './evidence-line.ts';

const say = (key: string): string => `<${key}>`;
const born = { feature: 'born', relation: 'same', subject: '1961', listed: '1961-04', contribution: 60 } as const;

test('a person reads what it adds, what was compared, how it stands and both sides', () => {
  expect(evidenceLine(born, say)).toBe('60  <screening.feature.born>  <screening.relation.same>  1961 | 1961-04');
  const alone = { feature: 'word', relation: 'only-listed', listed: 'Paz', contribution: -3 } as const;
  expect(evidenceLine(alone, say)).toBe('-3  <screening.feature.word>  <screening.relation.only-listed>  – | Paz');
  const other = { feature: 'word', relation: 'only-subject', subject: 'Luis', contribution: 0 } as const;
  expect(evidenceLine(other, say)).toBe('0  <screening.feature.word>  <screening.relation.only-subject>  Luis | –');
});

test('what has no two sides is said without any', () => {
  const start = { feature: 'start', relation: 'absent', contribution: 31 } as const;
  expect(evidenceLine(start, say)).toBe('31  <screening.feature.start>');
  expect(evidenceMember(start)).toEqual({ ...start, left: null, right: null });
});

test('a program reads the members of the contract', () => {
  expect(evidenceMember(born)).toEqual({
    ...{ feature: 'born', relation: 'same', left: '1961', right: '1961-04', contribution: 60 },
  });
});
