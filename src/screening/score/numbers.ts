import type { Evidence, ListEntry, Subject, SubjectDocument } from '#kernel';
import table from '../../../data/screening/evidence.json' with { type: 'json' };
import { isImoNumber, isLegalEntityIdentifier } from './check-digits.ts';
import { stateOf } from './particulars.ts';

/** Which numbers can be compared with which: one of a document, of a vessel, of a company. */
type Family = 'document' | 'vessel-number' | 'company-number';

const families: Readonly<Record<string, Family>> = {
  IMO: 'vessel-number',
  MMSI: 'vessel-number',
  CALL: 'vessel-number',
  REG: 'company-number',
  TAX: 'company-number',
  LEI: 'company-number',
  BIC: 'company-number',
};
const familyOf = ({ type }: SubjectDocument): Family => families[type] ?? 'document';

const shortest = 4;
/** From this length on one other letter is more likely an error than another document. */
const mistyped = 7;

/** A number as it is compared: capital letters and digits, without the letters "IMO" in front of a ship's. */
export function plainNumber({ type, number }: SubjectDocument): string {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return type === 'IMO' ? plain.replace(/^IMO/, '') : plain;
}

/** True for a number that says something: long enough, and not one digit all along as in a field that had to be filled. */
export const isTelling = (plain: string): boolean => plain.length >= shortest && !/^(.)\1*$/.test(plain);

type Standing = 'same' | 'sameNumber' | 'oneDigit' | 'differs' | 'elsewhere';

function standing(asked: SubjectDocument, listed: SubjectDocument): Standing {
  const [own, other] = [plainNumber(asked), plainNumber(listed)];
  if (!(isTelling(own) && isTelling(other))) return 'elsewhere';
  if (otherIssuers(asked, listed)) return 'elsewhere';
  if (own !== other) return isOneDigitOff(own, other) ? 'oneDigit' : 'differs';
  return asked.issuingState === undefined || listed.issuingState === undefined ? 'sameNumber' : 'same';
}

/** True when both name a state that issued the number, and not the same one. */
const otherIssuers = ({ issuingState: own }: SubjectDocument, { issuingState: other }: SubjectDocument): boolean =>
  own !== undefined && other !== undefined && stateOf(own) !== stateOf(other);

function isOneDigitOff(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < mistyped) return false;
  let differing = 0;
  for (let at = 0; at < one.length; at += 1) if (one.charCodeAt(at) !== other.charCodeAt(at)) differing += 1;
  return differing === 1;
}

/** What a pair of numbers of one family is worth; undefined when it says nothing. */
function worth(family: Family, asked: SubjectDocument, listed: SubjectDocument): number | undefined {
  const stands = standing(asked, listed);
  switch (family) {
    case 'document':
      return stands === 'same' || stands === 'sameNumber' || stands === 'oneDigit' ? table.document[stands] : undefined;
    case 'vessel-number':
      return asked.type === listed.type ? vesselWorth(asked, stands) : undefined;
    case 'company-number':
      return asked.type === listed.type ? companyWorth(asked, stands) : undefined;
  }
}

function vesselWorth(asked: SubjectDocument, stands: Standing): number | undefined {
  if (stands === 'elsewhere') return undefined;
  const { vesselNumber } = table;
  const same = stands === 'same' || stands === 'sameNumber';
  if (asked.type === 'IMO') {
    if (!same) return vesselNumber.imoDiffers;
    return isImoNumber(plainNumber(asked)) ? vesselNumber.imo : vesselNumber.imoInvalid;
  }
  if (!same) return vesselNumber.differs;
  return asked.type === 'MMSI' ? vesselNumber.mmsi : vesselNumber.callSign;
}

function companyWorth(asked: SubjectDocument, stands: Standing): number | undefined {
  if (stands === 'elsewhere') return undefined;
  if (stands !== 'same' && stands !== 'sameNumber') return table.companyNumber.differs;
  const valid = asked.type !== 'LEI' || isLegalEntityIdentifier(plainNumber(asked));
  return valid ? table.companyNumber.same : table.companyNumber.invalid;
}

const printed = ({ number, issuingState }: SubjectDocument): string =>
  issuingState === undefined ? number : `${number} (${issuingState})`;

/** What one number of each side says of a family; undefined when nothing. */
function pairEvidence(family: Family, asked: SubjectDocument, listed: SubjectDocument): Evidence | undefined {
  const contribution = worth(family, asked, listed);
  if (contribution === undefined) return undefined;
  const same = plainNumber(asked) === plainNumber(listed);
  const relation = same ? 'same' : contribution > 0 ? 'spelling' : 'differs';
  return { feature: family, relation, subject: printed(asked), listed: printed(listed), contribution };
}

/** What the numbers of one family say: the pair that speaks most for the subject. */
function familyEvidence(family: Family, subject: Subject, entry: ListEntry): Evidence {
  const own = subject.documents.filter((asked) => familyOf(asked) === family);
  const others = entry.documents.filter((listed) => familyOf(listed) === family);
  let best: Evidence | undefined;
  for (const asked of own) {
    for (const listed of others) {
      const said = pairEvidence(family, asked, listed);
      if (said !== undefined && (best === undefined || said.contribution > best.contribution)) best = said;
    }
  }
  return best ?? { feature: family, relation: 'absent', contribution: 0 };
}

/**
 * What numbers say: of documents (other numbers say nothing, since people hold many), of vessels (an IMO number stays
 * for life, so that another one speaks against) and of companies. A number that fails its check digit counts less.
 * Numbers are only unique within the state that issued them: named on both sides, it must be the same.
 */
export function numberEvidence(subject: Subject, entry: ListEntry): readonly Evidence[] {
  if (subject.kind === 'person') return [familyEvidence('document', subject, entry)];
  if (subject.kind === 'organisation') return [familyEvidence('company-number', subject, entry)];
  return [familyEvidence('vessel-number', subject, entry), familyEvidence('document', subject, entry)];
}

/** True when a number of the subject is one of the entry, of the same family and of no other state. */
export const sharesNumber = (subject: Subject, entry: ListEntry): boolean =>
  numberEvidence(subject, entry).some(({ relation }) => relation === 'same');
