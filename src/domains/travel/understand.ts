import type { Cusres, CusresLeg, EdifactData, Paxlst, PaxlstLeg, PaxlstPerson } from '#formats/edifact';
import type { Finding, Heard, ReadContext, Result } from '#kernel';
import { dateOf, err, ok } from '#kernel';
import { check } from './check.ts';
import { travelFindings } from './findings.ts';
import { modeOf, momentAt, placeOf } from './places.ts';
import type { Journey, Leg, ListFunction, PassengerList, Traveller } from './record.ts';
import { said } from './said.ts';

/** What the codecs of travel read. */
export type Wire = Paxlst | Cusres;

/** Whether a message is a CUSRES: those are the ones with answers. */
const isCusres = (wire: Wire): wire is Cusres => 'answers' in wire;

/** Whether a message is one that a carrier sends to an authority: a list, or the acknowledgement of a 132. */
export const isCarriers = (data: EdifactData): data is Wire =>
  'people' in data || ('answers' in data && data.document === 'acknowledgement');

type WireLeg = PaxlstLeg | (CusresLeg & { readonly stage?: undefined; readonly carrier?: undefined });

/** The carrier of an identifier such as `ZZ123`: two letters or digits, three for ICAO designators, none for a bare number. */
const carrierOf = (conveyance: string): string => /^([A-Z]{3}|[A-Z][A-Z0-9]|\d[A-Z])(?=\d)/.exec(conveyance)?.[0] ?? '';

function legOf(leg: WireLeg): Leg {
  const from = placeOf(leg.departurePlace);
  const to = placeOf(leg.arrivalPlace);
  return said({
    stage: leg.stage ?? 'main',
    carrier: leg.carrier || carrierOf(leg.conveyance),
    conveyance: leg.conveyance,
    from,
    to,
    departure: leg.departureTime && momentAt(leg.departureTime, from),
    arrival: leg.arrivalTime && momentAt(leg.arrivalTime, to),
    departureQualifier: leg.departureQualifier,
    arrivalQualifier: leg.arrivalQualifier,
  });
}

function journeyOf(wireLegs: readonly WireLeg[]): Journey {
  const legs = wireLegs.map(legOf);
  const first = legs.find((leg) => leg.stage === 'main') ?? legs[0];
  if (first === undefined) return { carrier: '', conveyance: '', mode: 'air', origin: '', legs };
  const { carrier, conveyance, from, departure } = first;
  const date = departure && dateOf(departure.local);
  return said({ carrier, conveyance, mode: modeOf(from.code), date, origin: from.code, legs });
}

/**
 * The traveller's reference: RFF+ABO, which stays through all changes. Without one it is his place in the request; a
 * later request then replaces the whole list. Never made of a name or a document.
 */
function subjectOf(person: PaxlstPerson, index: number, request: string): string {
  return person.passengerReference || `${request}-${index + 1}`;
}

const travellerOf = (person: PaxlstPerson, index: number, request: string): Traveller =>
  said({
    subject: subjectOf(person, index, request),
    referenced: person.passengerReference !== undefined && person.passengerReference !== '',
    role: person.role,
    family: person.family,
    given: person.given,
    second: person.second,
    sex: person.sex,
    dateOfBirth: person.dateOfBirth,
    infant: person.infant,
    nationality: person.nationality,
    residence: person.residence,
    placeOfBirth: person.placeOfBirth,
    verified: person.verified,
    embarked: person.embarkedPlace,
    destination: person.destinationPlace,
    clearance: person.clearancePlace,
    documents: person.documents,
    locator: person.locator,
    seat: person.seat,
    redressReference: person.redressReference,
    crewPosition: person.crewPosition,
    segment: person.segment,
  });

/**
 * Names one request: RFF+TN with its revision. A batch list without one is named by its common access reference, which
 * its parts share, or by its interchange and message.
 */
function transactionOf(wire: Wire): string {
  const { transactionReference, envelope, messageReference, commonAccessReference, part } = wire;
  if (transactionReference === undefined) {
    return part !== undefined && commonAccessReference !== undefined
      ? commonAccessReference
      : `${envelope.controlReference}-${messageReference}`;
  }
  const revision = isCusres(wire) ? undefined : wire.transactionRevision;
  return revision === undefined ? transactionReference : `${transactionReference}:${revision}`;
}

function replyCoordinates(wire: Wire): NonNullable<PassengerList['reply']> {
  return said({
    directory: wire.directory,
    associationCode: wire.associationCode,
    messageReference: wire.messageReference,
    commonAccessReference: wire.commonAccessReference,
    transactionReference: wire.transactionReference,
    part: wire.part,
    envelope: wire.envelope,
  });
}

/** Names the request within the references of its travellers: its parts count on their own. */
const requestOf = (wire: Wire, transaction: string): string =>
  `${transaction}${wire.part === undefined ? '' : `.${wire.part.number}`}`.replace(/[^A-Za-z0-9.-]/g, '-');

const crewDocuments: readonly string[] = ['crew-list', 'master-crew-list'];

/** The record of a message, before anything is checked. */
export function listOf(wire: Wire, context: ReadContext): PassengerList {
  const paxlst = isCusres(wire) ? undefined : wire;
  const transaction = transactionOf(wire);
  const request = requestOf(wire, transaction);
  const asked: ListFunction = paxlst?.function ?? 'acknowledgement';
  return said({
    function: asked,
    crew: crewDocuments.includes(wire.document),
    authority: wire.envelope.authority,
    interactive: wire.envelope.interactive,
    receivedAt: context.receivedAt,
    lodgement: context.lodgement,
    transaction,
    journey: journeyOf(wire.legs),
    travellers: (paxlst?.people ?? []).map((person, index) => travellerOf(person, index, request)),
    expected: paxlst?.total?.value,
    reply: replyCoordinates(wire),
  });
}

/**
 * What a message means: its record and what is worth saying about it. An error finding refuses the message in strict
 * tolerance, and in lenient too where no answer could be given (no leg, too many passengers, no carrier's message).
 */
export function understand(
  message: Heard<EdifactData>,
  context: ReadContext,
): Result<{ readonly record: PassengerList; readonly findings: readonly Finding[] }, readonly Finding[]> {
  const wire = message.data;
  if (!isCarriers(wire)) {
    return err([travelFindings.find('TRV-0104', { kind: message.kind })]);
  }
  const record = listOf(wire, context);
  const findings = check(record, context);
  return findings.some((finding) => finding.severity === 'error') ? err(findings) : ok({ record, findings });
}
