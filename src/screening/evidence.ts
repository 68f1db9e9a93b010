import type { Evidence, ListEntry, PartialDate, PlainDate, Subject, SubjectDocument, SubjectName } from '#kernel';
import { normalise, normaliseNumber, wordsOf } from './normalise.ts';
import { wholeOf } from './segment.ts';
import { points } from './weights.ts';

type ListedName = ListEntry['names'][number];

const tidy = (name: SubjectName): string => normalise(wholeOf(name)).trim().replace(/ +/g, ' ');

/** What two names say that share all words of one of them. */
export function nameEvidence(asked: SubjectName, listed: ListedName): readonly Evidence[] {
  const askedWords = wordsOf(wholeOf(asked));
  const listedWords = wordsOf(wholeOf(listed));
  const onlyAsked = askedWords.filter((word) => !listedWords.includes(word));
  const onlyListed = listedWords.filter((word) => !askedWords.includes(word));
  const contribution = nameWorth(listed, askedWords.length - onlyAsked.length);
  return [
    { feature: 'name', relation: 'same', subject: tidy(asked), listed: tidy(listed), contribution },
    ...surplus('only-subject', onlyAsked),
    ...surplus('only-listed', onlyListed),
  ];
}

function nameWorth(listed: ListedName, shared: number): number {
  if (listed.quality === 'weak') return points.name.weakAlias;
  return shared < 2 ? points.name.singleWord : points.name.same;
}

function surplus(relation: 'only-subject' | 'only-listed', words: readonly string[]): readonly Evidence[] {
  if (words.length === 0) return [];
  const contribution = points.surplusWord * Math.min(words.length, points.surplusWords);
  const side = relation === 'only-subject' ? 'subject' : 'listed';
  return [{ feature: 'other-words', relation, [side]: words.join(' '), contribution }];
}

/** The name of an entry that was found by its document only: absent when the list gives none, else it differs. */
export function noNameEvidence(asked: SubjectName | undefined, entry: ListEntry): Evidence {
  const [listed] = entry.names;
  if (listed === undefined || asked === undefined) return { feature: 'name', relation: 'absent', contribution: 0 };
  return {
    feature: 'name',
    relation: 'differs',
    subject: tidy(asked),
    listed: tidy(listed),
    contribution: points.name.differs,
  };
}

const written = (date: PartialDate): string => {
  const parts = [date.month, date.day].filter((part) => part !== undefined);
  const day = [date.year, ...parts].map((part) => String(part).padStart(2, '0')).join('-');
  return date.untilYear === undefined ? day : `${day}/${date.untilYear}`;
};

/** How a day stands to a listed date: the same day, within what is known of it, or not. */
function compareDates(born: PlainDate, listed: PartialDate): 'same' | 'short-form' | 'differs' {
  const [year, month, day] = born.split('-').map(Number);
  if (listed.untilYear !== undefined) {
    return Number(year) >= listed.year && Number(year) <= listed.untilYear ? 'short-form' : 'differs';
  }
  if (year !== listed.year) return 'differs';
  if (listed.month === undefined) return 'short-form';
  if (month !== listed.month) return 'differs';
  if (listed.day === undefined) return 'short-form';
  return day === listed.day ? 'same' : 'differs';
}

const dateContribution = {
  same: points.dateOfBirth.same,
  'short-form': points.dateOfBirth.partial,
  differs: points.dateOfBirth.differs,
} as const;

/** The listed date that speaks most for the subject. */
export function dateOfBirthEvidence(subject: Subject, entry: ListEntry): Evidence {
  const born = subject.dateOfBirth;
  if (born === undefined || entry.datesOfBirth.length === 0) {
    return { feature: 'date-of-birth', relation: 'absent', contribution: 0 };
  }
  const compared = entry.datesOfBirth.map((listed) => ({ listed, relation: compareDates(born, listed) }));
  const best = compared.reduce((a, b) => (dateContribution[b.relation] > dateContribution[a.relation] ? b : a));
  return {
    feature: 'date-of-birth',
    relation: best.relation,
    subject: born,
    listed: written(best.listed),
    contribution: dateContribution[best.relation],
  };
}

/** X is no statement about the sex, on either side. */
export function sexEvidence(subject: Subject, entry: ListEntry): Evidence {
  const { sex } = subject;
  const listed = entry.sex;
  if (sex === undefined || listed === undefined || sex === 'X' || listed === 'X') {
    return { feature: 'sex', relation: 'absent', contribution: 0 };
  }
  const relation = sex === listed ? 'same' : 'differs';
  return { feature: 'sex', relation, subject: sex, listed, contribution: points.sex[relation] };
}

/** Travel documents write Germany as `D` (ICAO 9303-3 section 5), lists as `DEU`. */
const stateOf = (code: string): string => (code === 'D' ? 'DEU' : code);

/** One nationality in common is enough: people have several, and lists know some of them. */
export function nationalityEvidence(subject: Subject, entry: ListEntry): Evidence {
  if (subject.nationalities.length === 0 || entry.nationalities.length === 0) {
    return { feature: 'nationality', relation: 'absent', contribution: 0 };
  }
  const relation = subject.nationalities.some((state) => entry.nationalities.includes(stateOf(state)))
    ? 'same'
    : 'differs';
  return {
    feature: 'nationality',
    relation,
    subject: subject.nationalities.join(' '),
    listed: entry.nationalities.join(' '),
    contribution: points.nationality[relation],
  };
}

/** The same number; and, where both name it, the same issuing state: numbers are only unique within one. */
const isSameDocument = (asked: SubjectDocument, listed: SubjectDocument): boolean =>
  normaliseNumber(asked.number) === normaliseNumber(listed.number) &&
  (asked.issuingState === undefined ||
    listed.issuingState === undefined ||
    stateOf(asked.issuingState) === listed.issuingState);

const printed = (document: SubjectDocument): string =>
  document.issuingState === undefined ? document.number : `${document.number} (${document.issuingState})`;

/** True when the subject holds a document that the entry lists. */
export const sharesDocument = (subject: Subject, entry: ListEntry): boolean =>
  subject.documents.some((asked) => entry.documents.some((listed) => isSameDocument(asked, listed)));

/** A number in common; other numbers say nothing, since people hold many documents. */
export function documentEvidence(subject: Subject, entry: ListEntry): Evidence {
  for (const asked of subject.documents) {
    const listed = entry.documents.find((document) => isSameDocument(asked, document));
    if (listed === undefined) continue;
    const contribution = points.document.same;
    return { feature: 'document', relation: 'same', subject: printed(asked), listed: printed(listed), contribution };
  }
  return { feature: 'document', relation: 'absent', contribution: 0 };
}
