import type { CountryCode } from '#kernel';
import table from '../../../data/travel/profiles.json' with { type: 'json' };
import type { PassengerList, Traveller } from './record.ts';

/** What an authority asks of a message, from data/travel/profiles.json. */
export interface Profile {
  /** Passengers in one interactive request. */
  readonly interactiveLimit: number;
  readonly required: readonly string[];
  readonly requiredInteractive: readonly string[];
}

const profiles: Readonly<Record<string, Profile>> = table.profiles;
const generic: Profile = table.profiles['*'];

/** The profile of an authority; the generic one when it has none of its own. */
export const profileOf = (authority: CountryCode | undefined): Profile => profiles[authority ?? '*'] ?? generic;

/** Travel documents prove who one is; visas, permits and the like stand beside them. */
const isVisa = (type: string): boolean => type === 'V' || type === 'VI';

/** The document that a traveller travels on: the first that is not a visa. */
export const travelDocumentOf = (traveller: Traveller): Traveller['documents'][number] | undefined =>
  traveller.documents.find((document) => !isVisa(document.type));

const present: Readonly<Record<string, (traveller: Traveller) => unknown>> = {
  'family-name': (traveller) => traveller.family,
  'given-name': (traveller) => traveller.given,
  'date-of-birth': (traveller) => traveller.dateOfBirth,
  sex: (traveller) => traveller.sex,
  nationality: (traveller) => traveller.nationality,
  'document-number': (traveller) => travelDocumentOf(traveller)?.number,
  'document-issuer': (traveller) => travelDocumentOf(traveller)?.issuingState,
  'document-expiry': (traveller) => travelDocumentOf(traveller)?.expiry,
  embarked: (traveller) => traveller.embarked,
  destination: (traveller) => traveller.destination,
  residence: (traveller) => traveller.residence,
  locator: (traveller) => traveller.locator,
  'passenger-reference': (traveller) => (traveller.referenced ? traveller.subject : ''),
};

/** Names of the elements that a profile table may require. */
export const elements: readonly string[] = Object.keys(present);

/** Codes of what an authority requires of this traveller and the message does not say, in the order of the table. */
export function missingOf(list: PassengerList, traveller: Traveller, authority: CountryCode): readonly string[] {
  const profile = profileOf(authority);
  const required = list.interactive ? [...profile.required, ...profile.requiredInteractive] : profile.required;
  return required.filter((element) => {
    const value = present[element]?.(traveller);
    return value === undefined || value === '';
  });
}
