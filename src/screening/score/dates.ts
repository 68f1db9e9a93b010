import type { Evidence, ListEntry, PartialDate, PlainDate, Subject } from '#kernel';
import table from '../../../data/screening/evidence.json' with { type: 'json' };

type Standing = keyof typeof table.dateOfBirth;

const relations: Readonly<Record<Standing, Evidence['relation']>> = {
  sameDay: 'same',
  sameDummy: 'same',
  swapped: 'spelling',
  sameMonth: 'short-form',
  sameYear: 'short-form',
  span: 'short-form',
  oneDigit: 'spelling',
  sameYearOtherDay: 'differs',
  nextYear: 'differs',
  secondYear: 'differs',
  nearYears: 'differs',
  otherYears: 'differs',
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const partsOf = (born: PlainDate): Day => {
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  return { year, month, day };
};

/** Who does not know the day writes the first of January, and so do many registers. */
const isDummy = ({ month, day }: { readonly month?: number; readonly day?: number }): boolean =>
  month === 1 && day === 1;

/** How a day of birth stands to a listed one. */
function standing(born: Day, listed: PartialDate): Standing {
  if (listed.untilYear !== undefined) return spanStanding(born.year, [listed.year, listed.untilYear]);
  const { month, day } = listed;
  if (month !== undefined && day !== undefined) return dayStanding(born, { year: listed.year, month, day });
  if (born.year !== listed.year) return apart(Math.abs(born.year - listed.year));
  if (month === undefined || isDummy(born)) return 'sameYear';
  return month === born.month ? 'sameMonth' : 'sameYearOtherDay';
}

function spanStanding(year: number, [from, until]: readonly [number, number]): Standing {
  if (year >= from && year <= until) return 'span';
  return apart(year < from ? from - year : year - until);
}

function dayStanding(born: Day, listed: Day): Standing {
  if (born.year === listed.year) return sameYearStanding(born, listed);
  const sameDay = born.month === listed.month && born.day === listed.day;
  if (sameDay && !isDummy(born) && digitsApart(born.year, listed.year) === 1) return 'oneDigit';
  return apart(Math.abs(born.year - listed.year));
}

function sameYearStanding(born: Day, listed: Day): Standing {
  if (born.month === listed.month && born.day === listed.day) return isDummy(born) ? 'sameDummy' : 'sameDay';
  if (isDummy(born) || isDummy(listed)) return 'sameYear';
  if (born.month === listed.day && born.day === listed.month) return 'swapped';
  return oneDigitApart(born, listed) ? 'oneDigit' : 'sameYearOtherDay';
}

const digitsApart = (one: number, other: number): number => {
  const [left, right] = [String(one).padStart(4, '0'), String(other).padStart(4, '0')];
  return [...left].filter((digit, at) => digit !== right[at]).length;
};

const oneDigitApart = (one: Day, other: Day): boolean =>
  digitsApart(one.month, other.month) + digitsApart(one.day, other.day) === 1;

/** Years in which a guess of an age is wrong. */
const nearYears = 6;

function apart(years: number): Standing {
  if (years === 1) return 'nextYear';
  if (years === 2) return 'secondYear';
  return years <= nearYears ? 'nearYears' : 'otherYears';
}

const two = (part: number): string => String(part).padStart(2, '0');

/** A date of birth as far as it is known: `1961`, `1961-04`, `1961-04-02`, `1961/1965`. */
export function writtenDate({ year, month, day, untilYear }: PartialDate): string {
  const written = [
    String(year),
    ...(month === undefined ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ];
  return untilYear === undefined ? written.join('-') : `${written.join('-')}/${untilYear}`;
}

/**
 * The listed date of birth that speaks most for the subject: the same day, day and month swapped, part of a date, a
 * span of years, one digit mistaken, or another one. Missing on either side adds nothing.
 */
export function dateOfBirthEvidence(subject: Subject, entry: ListEntry): Evidence {
  const { dateOfBirth } = subject;
  const [first, ...others] = entry.datesOfBirth;
  if (dateOfBirth === undefined || first === undefined) {
    return { feature: 'date-of-birth', relation: 'absent', contribution: 0 };
  }
  const born = partsOf(dateOfBirth);
  let best = { listed: first, stands: standing(born, first) };
  for (const listed of others) {
    const stands = standing(born, listed);
    if (table.dateOfBirth[stands] > table.dateOfBirth[best.stands]) best = { listed, stands };
  }
  return {
    feature: 'date-of-birth',
    relation: relations[best.stands],
    subject: dateOfBirth,
    listed: writtenDate(best.listed),
    contribution: table.dateOfBirth[best.stands],
  };
}
