import type { Evidence, ListEntry, Subject } from '#kernel';
import table from '../../../data/screening/evidence.json' with { type: 'json' };
import { normalise } from '../normalise.ts';

const absent = (feature: string): Evidence => ({ feature, relation: 'absent', contribution: 0 });

/** X is no statement about the sex, on either side. */
export function sexEvidence(subject: Subject, entry: ListEntry): Evidence {
  const { sex } = subject;
  const listed = entry.sex;
  if (sex === undefined || listed === undefined || sex === 'X' || listed === 'X') return absent('sex');
  const relation = sex === listed ? 'same' : 'differs';
  return { feature: 'sex', relation, subject: sex, listed, contribution: table.sex[relation] };
}

/** Travel documents write Germany as `D` (ICAO 9303-3 section 5), lists as `DEU`. */
export const stateOf = (code: string): string => (code === 'D' ? 'DEU' : code);

/** One nationality in common is enough: people have several, and lists know some of them. */
export function nationalityEvidence(subject: Subject, entry: ListEntry): Evidence {
  if (subject.nationalities.length === 0 || entry.nationalities.length === 0) return absent('nationality');
  const own = subject.nationalities.map(stateOf);
  const relation = entry.nationalities.some((state) => own.includes(stateOf(state))) ? 'same' : 'differs';
  return {
    feature: 'nationality',
    relation,
    subject: subject.nationalities.join(' '),
    listed: entry.nationalities.join(' '),
    contribution: table.nationality[relation],
  };
}

const shortestPlaceWord = 3;

const placeWords = (place: string): readonly string[] =>
  normalise(place)
    .split(' ')
    .filter((word) => word.length >= shortestPlaceWord);

function placeStanding(own: readonly string[], listed: readonly string[]): keyof typeof table.placeOfBirth {
  const shared = own.filter((word) => listed.includes(word)).length;
  if (shared === 0) return 'differs';
  return shared === Math.min(own.length, listed.length) ? 'same' : 'partly';
}

const placeRelations = { same: 'same', partly: 'short-form', differs: 'differs' } as const;

/** The listed place of birth that speaks most for the subject, by the words that both name. */
export function placeOfBirthEvidence({ placeOfBirth }: Subject, { placesOfBirth }: ListEntry): Evidence {
  const own = placeWords(placeOfBirth ?? '');
  const listed = (placesOfBirth ?? []).filter((place) => placeWords(place).length > 0);
  const [first, ...others] = listed;
  if (own.length === 0 || placeOfBirth === undefined || first === undefined) return absent('place-of-birth');
  let best = { place: first, stands: placeStanding(own, placeWords(first)) };
  for (const place of others) {
    const stands = placeStanding(own, placeWords(place));
    if (table.placeOfBirth[stands] > table.placeOfBirth[best.stands]) best = { place, stands };
  }
  return {
    feature: 'place-of-birth',
    relation: placeRelations[best.stands],
    subject: placeOfBirth,
    listed: best.place,
    contribution: table.placeOfBirth[best.stands],
  };
}
