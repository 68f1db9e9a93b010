import { type MrzFields, mrzFindings, readMrz } from '#formats/mrz';
import type { Candidate, CountryCode, Decision, FactValues, Finding, Means, PlainDate, Result } from '#kernel';
import { dateOf, dayOf, err, ok, stateCode, wallClockIn } from '#kernel';
import { subjectOf } from './assess.ts';
import { factsOf } from './facts.ts';
import { modeOf, placeOf } from './places.ts';
import type { PassengerList, Place, Traveller } from './record.ts';
import { said } from './said.ts';

/** How a traveller is called who stands at a booth and of whom no list has spoken. */
const presented = 'presented';

/** The fields of a zone that each failing check makes unknown. The composite digit covers the number, so that it falls with it. */
const coveredBy: Readonly<Record<string, readonly string[]>> = {
  documentNumber: ['documentNumber'],
  composite: ['documentNumber'],
  zone: ['documentNumber'],
  dateOfBirth: ['dateOfBirth'],
  expiry: ['expiry'],
  names: ['family'],
  nationality: ['nationality'],
  issuingState: ['issuingState'],
  sex: ['sex'],
};

const fieldOf = ({ code, parameters }: Finding): string =>
  code === 'MRZ-0107' ? 'sex' : String(parameters['field'] ?? 'zone');

/** What of a zone is not known, since a check of it failed. */
const unknownFields = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.filter((finding) => finding.severity === 'error').flatMap((finding) => coveredBy[fieldOf(finding)] ?? []),
  );

/** The code of the document as lists give it (DOC 1001): ICAO 9303 lets a state choose the second letter. */
const documentType = (code: string): string => (['AC', 'IP'].includes(code) ? code : code.slice(0, 1));

function travellerOf(fields: MrzFields, findings: readonly Finding[], port: Place): Traveller {
  const unknown = unknownFields(findings);
  const known = <Value>(field: string, value: Value): Value | undefined => (unknown.has(field) ? undefined : value);
  const document = said({
    type: documentType(fields.documentCode),
    number: known('documentNumber', fields.documentNumber) ?? '',
    issuingState: known('issuingState', stateCode(fields.issuingState)),
    expiry: known('expiry', fields.expiry.date),
  });
  return said({
    subject: presented,
    referenced: false,
    role: 'passenger' as const,
    family: known('family', fields.family) ?? '',
    given: fields.given === '' ? undefined : fields.given,
    sex: known('sex', fields.sex),
    dateOfBirth: known('dateOfBirth', fields.dateOfBirth.date),
    infant: false,
    nationality: known('nationality', stateCode(fields.nationality)),
    verified: !findings.some((finding) => finding.severity === 'error'),
    destination: port.code,
    documents: [document],
    segment: 0,
  });
}

/** A traveller at a port of entry, as his document says it, with all that is wrong with its zone. */
export interface Presented {
  readonly traveller: Traveller;
  readonly port: Place;
  readonly on: PlainDate;
  readonly findings: readonly Finding[];
}

/**
 * Reads a machine-readable zone of any size. A field whose check digit fails is not known, and is missing from the
 * traveller; each such finding says the line and the position. What is no zone at all is refused with its finding.
 */
export function present(mrz: string, port: Place, at: Means['at']): Result<Presented> {
  const on = port.zone === undefined ? dayOf(at) : dateOf(wallClockIn(at, port.zone));
  const { fields, findings } = readMrz(mrz, on);
  if (fields === undefined) return err(findings[0] ?? mrzFindings.find('MRZ-0101'));
  return ok({ traveller: travellerOf(fields, findings, port), port, on, findings });
}

/** The list of one that a traveller at a booth is: he has arrived, so that it names no leg and is never late. */
const listOf = ({ traveller, port, on }: Presented, at: Means['at']): PassengerList => ({
  function: 'new',
  crew: false,
  interactive: false,
  receivedAt: at,
  transaction: presented,
  journey: { carrier: '', conveyance: '', mode: modeOf(port.code), date: on, origin: '', legs: [] },
  travellers: [traveller],
});

/** This country's word on a traveller at a port of entry. */
export interface BoothDecision {
  readonly decision: Decision;
  readonly facts: FactValues;
  readonly candidates: readonly Candidate[];
}

/** Screens and decides a traveller at the booth by the country's own table, as one who comes in. */
export function decideAtBooth(who: Presented, means: Means): BoothDecision {
  const record = listOf(who, means.at);
  const candidates = means.screen([subjectOf(who.traveller)])[0] ?? [];
  const facts = { ...factsOf(record, who.traveller, candidates, means), 'journey.direction': 'inbound' };
  return { decision: means.decide('travel', facts), facts, candidates };
}

/** What the officer is told to do: by the answer, then by what gave rise to it; texts under `travel.booth.do.*`. */
export function directionsFor(
  { decision }: Pick<BoothDecision, 'decision'>,
  findings: readonly Finding[],
): readonly string[] {
  const again = findings.some((finding) => finding.severity === 'error') ? ['read-again'] : [];
  const classes = decision.reasons.map((reason) => reason.class).filter((name) => directed.has(name));
  return [...again, decision.disposition, ...new Set(classes)].map((name) => `travel.booth.do.${name}`);
}

/** The classes of reason that ask for something of their own, beside the answer. */
const directed: ReadonlySet<string> = new Set(['document', 'identity-to-be-checked', 'security']);

/** Whether a listed traveller is the one at the booth: the same document of the same state. */
export function isSamePerson(listed: Traveller, { traveller }: Pick<Presented, 'traveller'>): boolean {
  const [shown] = traveller.documents;
  if (shown === undefined || shown.number === '') return false;
  return listed.documents.some(
    ({ number, issuingState }) =>
      number === shown.number &&
      (issuingState === undefined || shown.issuingState === undefined || issuingState === shown.issuingState),
  );
}

/** The port of a booth, where it is one of this country; without a code, the country as a whole. */
export function boothPort(code: string, country: CountryCode): Place | undefined {
  if (code === '') return { code: '', country };
  const place = placeOf(code);
  return place.country === country ? place : undefined;
}
