import { writeDay, writeMoment } from './dates.ts';
import type { MessageHeader } from './envelope.ts';
import type { Paxlst, PaxlstAddress, PaxlstLeg, PaxlstPerson, PaxlstTravelDocument } from './paxlst.ts';
import { documents, functions, personPlaces, personReferences, roles, stages } from './paxlst-codes.ts';
import { type SegmentWriter, writeEnveloped } from './segment-writer.ts';

/**
 * Writes a PAXLST with its envelope as canonical segments, in the order of the WCO/IATA/ICAO implementation guide v6.0
 * and with two-digit years, as carriers do. Reading it back gives the same model, as long as its dates lie where the
 * century rule of `readDay` finds them.
 */
export function writePaxlst(paxlst: Paxlst): Uint8Array {
  return writePaxlsts([paxlst]);
}

/** Writes several in the envelope of the first, such as the parts of one list. There must be one at least. */
export function writePaxlsts(lists: readonly [Paxlst, ...Paxlst[]]): Uint8Array {
  return writeEnveloped(
    lists[0].envelope,
    lists.map((paxlst) => ({ header: headerOf(paxlst), body: (writer) => writeBody(writer, paxlst) })),
  );
}

function headerOf(paxlst: Paxlst): MessageHeader {
  const { messageReference, directory, associationCode, commonAccessReference, part } = paxlst;
  return {
    reference: messageReference,
    type: 'PAXLST',
    directory,
    agency: 'UN',
    associationCode,
    ...(commonAccessReference === undefined ? {} : { commonAccessReference }),
    ...(part === undefined ? {} : { part }),
  };
}

function writeBody(writer: SegmentWriter, paxlst: Paxlst): void {
  const { contact, total, transactionReference, transactionRevision } = paxlst;
  writer.segment(
    'BGM',
    documents.code.get(paxlst.document),
    functions.code.get(paxlst.function) ?? paxlst.functionCode,
  );
  if (transactionReference !== undefined) {
    writer.segment('RFF', ['TN', transactionReference, undefined, undefined, transactionRevision]);
  }
  if (contact !== undefined) {
    writer.segment('NAD', 'MS', contact.identifier, undefined, [contact.family, contact.given]);
    if (contact.numbers.length > 0) writer.segment('COM', ...contact.numbers.map(({ number, kind }) => [number, kind]));
  }
  for (const leg of paxlst.legs) writeLeg(writer, leg);
  for (const person of paxlst.people) writePerson(writer, person);
  if (total !== undefined) writer.segment('CNT', [total.qualifier, String(total.value)]);
}

function writeLeg(writer: SegmentWriter, leg: PaxlstLeg): void {
  const carrier = leg.carrierStated ? leg.carrier : undefined;
  writer.segment('TDT', stages.code.get(leg.stage), leg.conveyance, undefined, undefined, carrier);
  writer.segment('LOC', leg.departureQualifier, leg.departurePlace);
  if (leg.departureTime !== undefined) writer.segment('DTM', ['189', writeMoment(leg.departureTime), '201']);
  writer.segment('LOC', leg.arrivalQualifier, leg.arrivalPlace);
  if (leg.arrivalTime !== undefined) writer.segment('DTM', ['232', writeMoment(leg.arrivalTime), '201']);
}

function writePerson(writer: SegmentWriter, person: PaxlstPerson): void {
  writer.segment(
    'NAD',
    roles.code.get(person.role),
    undefined,
    undefined,
    [person.family, person.given, person.second],
    ...addressOf(person.address ?? {}),
  );
  if (person.sex !== undefined) writer.segment('ATT', '2', undefined, person.sex);
  if (person.dateOfBirth !== undefined) writer.segment('DTM', ['329', writeDay(person.dateOfBirth)]);
  writeBags(writer, person);
  writePlaces(writer, person);
  writeContact(writer, person);
  if (person.crewPosition !== undefined) writer.segment('EMP', '1', person.crewPosition);
  if (person.nationality !== undefined) writer.segment('NAT', '2', person.nationality);
  for (const [qualifier, member] of personReferences) {
    if (person[member] !== undefined) writer.segment('RFF', [qualifier, person[member]]);
  }
  for (const document of person.documents) writeDocument(writer, document);
}

const addressOf = (address: PaxlstAddress) => [
  address.street,
  address.city,
  [address.region, undefined, undefined, address.regionName],
  address.postcode,
  address.state,
];

function writeBags(writer: SegmentWriter, person: PaxlstPerson): void {
  if (person.bags !== undefined) writer.segment('MEA', 'CT', undefined, [undefined, String(person.bags)]);
  if (person.verified !== undefined) writer.segment('GEI', '4', person.verified ? '173' : '174');
  for (const { number, count } of person.bagTags) {
    writer.segment('FTX', 'BAG', undefined, undefined, [number, count === undefined ? undefined : String(count)]);
  }
}

function writePlaces(writer: SegmentWriter, person: PaxlstPerson): void {
  for (const [qualifier, member] of Object.entries(personPlaces)) {
    if (person[member] !== undefined) writer.segment('LOC', qualifier, person[member]);
  }
  const { stateOfBirth, placeOfBirth } = person;
  if (stateOfBirth === undefined && placeOfBirth === undefined) return;
  writer.segment('LOC', '180', [stateOfBirth, undefined, undefined, placeOfBirth]);
}

function writeContact(writer: SegmentWriter, { phone, email }: PaxlstPerson): void {
  const numbers = [...(phone === undefined ? [] : [[phone, 'TE']]), ...(email === undefined ? [] : [[email, 'EM']])];
  if (numbers.length > 0) writer.segment('COM', ...numbers);
}

function writeDocument(writer: SegmentWriter, document: PaxlstTravelDocument): void {
  writer.segment('DOC', [document.type, document.typeList, document.typeAgency], document.number);
  if (document.expiry !== undefined) writer.segment('DTM', ['36', writeDay(document.expiry)]);
  if (document.issued !== undefined) writer.segment('DTM', ['182', writeDay(document.issued)]);
  if (document.issuingState !== undefined) writer.segment('LOC', '91', document.issuingState);
}
