import type { MessageWalk } from './message-reading.ts';
import type { PaxlstAddress, PaxlstPerson } from './paxlst.ts';
import { personPlaces, personReferences, roles } from './paxlst-codes.ts';
import type { Mutable, MutablePerson, PaxlstHandler, PaxlstState } from './paxlst-state.ts';
import { dayOf, numberOf, stateOf, unknownQualifier } from './paxlst-state.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packTag } from './tag.ts';

/**
 * Handles a segment of a person. What the model has room for once stands as it came first; one more of it is declined, so
 * that it is kept as it stands and told.
 */
type PersonHandler = (person: MutablePerson, segment: SegmentCursor, walk: MessageWalk, state: PaxlstState) => boolean;

/** A class, since the engine leaves room in the instances of one for the members that come later. */
class Person implements MutablePerson {
  readonly role: MutablePerson['role'];
  readonly family: string;
  infant = false;
  readonly documents: MutablePerson['documents'] = [];
  readonly bagTags: MutablePerson['bagTags'] = [];
  readonly segment: number;

  constructor(role: MutablePerson['role'], family: string, segment: number) {
    this.role = role;
    this.family = family;
    this.segment = segment;
  }
}

type MutableDocument = MutablePerson['documents'][number];

class TravelDocument implements MutableDocument {
  readonly type: string;
  readonly number: string;

  constructor(type: string, number: string) {
    this.type = type;
    this.number = number;
  }
}

/** Opens a person: NAD+FL, FM, DDU, DDT. False when the role is another. */
export function openPerson(state: PaxlstState, segment: SegmentCursor, walk: MessageWalk): boolean {
  const role = roles.meaning.get(segment.trimmed(1));
  if (role === undefined) return false;
  const person: MutablePerson = new Person(role, segment.trimmed(4, 1), walk.segmentNumber);
  const given = segment.trimmed(4, 2);
  const second = segment.trimmed(4, 3);
  if (given !== '') person.given = given;
  if (second !== '') person.second = second;
  if (person.family === '') walk.find('EDI-0407', {}, 4, 1);
  if (segment.elements > 4) readAddress(person, segment);
  state.paxlst.people.push(person);
  state.person = person;
  state.document = undefined;
  state.group = 'person';
  return true;
}

const addressElements = [
  ['street', 5, 1],
  ['city', 6, 1],
  ['region', 7, 1],
  ['regionName', 7, 4],
  ['postcode', 8, 1],
  ['state', 9, 1],
] as const satisfies readonly (readonly [keyof PaxlstAddress, number, number])[];

function readAddress(person: MutablePerson, segment: SegmentCursor): void {
  const address: Mutable<PaxlstAddress> = {};
  let some = false;
  for (const [member, element, component] of addressElements) {
    const text = segment.trimmed(element, component);
    if (text === '') continue;
    address[member] = text;
    some = true;
  }
  if (some) person.address = address;
}

const sexes = new Map<string, NonNullable<PaxlstPerson['sex']>>([
  ['F', 'F'],
  ['M', 'M'],
  ['X', 'X'],
  ['U', 'X'],
]);

function att(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== '2') return unknownQualifier(segment, walk);
  if (person.sex !== undefined) return false;
  const code = segment.trimmed(3);
  const sex = sexes.get(code);
  if (sex !== undefined) person.sex = sex;
  else if (code !== '') {
    segment.leave(3);
    walk.find('EDI-0408', { code }, 3);
  }
  return true;
}

function dtm(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk, state: PaxlstState): boolean {
  switch (segment.text(1, 1)) {
    case '329':
      return readBirth(person, segment, walk);
    case '36':
      return readExpiry(segment, walk, state);
    case '182':
      return readIssue(segment, walk, state);
    default:
      return unknownQualifier(segment, walk);
  }
}

function readBirth(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (person.dateOfBirth !== undefined) return false;
  const date = dayOf(segment, walk, 'past');
  if (date === undefined) return true;
  if (date > walk.options.receivedOn) walk.find('EDI-0410', { date }, 1, 2);
  person.dateOfBirth = date;
  return true;
}

function readExpiry(segment: SegmentCursor, walk: MessageWalk, { document }: PaxlstState): boolean {
  if (document === undefined || document.expiry !== undefined) return false;
  const date = dayOf(segment, walk, 'near');
  if (date === undefined) return true;
  if (date < walk.options.receivedOn) walk.find('EDI-0416', { date }, 1, 2);
  document.expiry = date;
  return true;
}

function readIssue(segment: SegmentCursor, walk: MessageWalk, { document }: PaxlstState): boolean {
  if (document === undefined || document.issued !== undefined) return false;
  const date = dayOf(segment, walk, 'past');
  if (date !== undefined) document.issued = date;
  return true;
}

function mea(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== 'CT') return unknownQualifier(segment, walk);
  if (person.bags !== undefined) return false;
  const bags = numberOf(segment, walk, 3, 2);
  if (bags !== undefined) person.bags = bags;
  return true;
}

function gei(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== '4') return unknownQualifier(segment, walk);
  if (person.verified !== undefined) return false;
  const code = segment.text(2);
  if (code === '173' || code === '174') person.verified = code === '173';
  else segment.leave(2);
  return true;
}

function ftx(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== 'BAG') return unknownQualifier(segment, walk);
  const number = segment.trimmed(4, 1);
  const count = numberOf(segment, walk, 4, 2);
  person.bagTags.push(count === undefined ? { number } : { number, count });
  return true;
}

function loc(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk, state: PaxlstState): boolean {
  const qualifier = segment.text(1);
  switch (qualifier) {
    case '91':
      return readIssuer(segment, walk, state);
    case '180':
      return readBirthPlace(person, segment);
    case '174':
      return readResidence(person, segment, walk);
    case '22':
    case '178':
    case '179': {
      const member = personPlaces[qualifier];
      if (person[member] !== undefined) return false;
      person[member] = segment.trimmed(2);
      return true;
    }
    default:
      return unknownQualifier(segment, walk);
  }
}

function readIssuer(segment: SegmentCursor, walk: MessageWalk, { document }: PaxlstState): boolean {
  if (document === undefined || document.issuingState !== undefined) return false;
  const issuer = stateOf(segment, walk, 2);
  if (issuer !== undefined) document.issuingState = issuer;
  return true;
}

function readResidence(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (person.residence !== undefined) return false;
  const residence = stateOf(segment, walk, 2);
  if (residence !== undefined) person.residence = residence;
  return true;
}

function readBirthPlace(person: MutablePerson, segment: SegmentCursor): boolean {
  if (person.stateOfBirth !== undefined || person.placeOfBirth !== undefined) return false;
  const state = segment.trimmed(2, 1);
  const place = segment.trimmed(2, 4);
  if (state !== '') person.stateOfBirth = state;
  if (place !== '') person.placeOfBirth = place;
  return true;
}

function com(person: MutablePerson, segment: SegmentCursor): boolean {
  for (let element = 1; element <= segment.elements; element += 1) {
    const kind = segment.text(element, 2);
    if (kind === 'TE' && person.phone === undefined) person.phone = segment.trimmed(element, 1);
    else if (kind === 'EM' && person.email === undefined) person.email = segment.trimmed(element, 1);
    else segment.leave(element, 2);
  }
  return true;
}

function emp(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== '1') return unknownQualifier(segment, walk);
  if (person.crewPosition !== undefined) return false;
  person.crewPosition = segment.trimmed(2, 1);
  return true;
}

function nat(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  if (segment.text(1) !== '2') return unknownQualifier(segment, walk);
  if (person.nationality !== undefined) return false;
  const nationality = stateOf(segment, walk, 2);
  if (nationality !== undefined) person.nationality = nationality;
  return true;
}

const referenceMembers = new Map(personReferences);

function rff(person: MutablePerson, segment: SegmentCursor, walk: MessageWalk): boolean {
  const member = referenceMembers.get(segment.text(1, 1));
  if (member === undefined) return unknownQualifier(segment, walk);
  if (person[member] !== undefined) return false;
  person[member] = segment.trimmed(1, 2);
  return true;
}

function doc(person: MutablePerson, segment: SegmentCursor, _walk: MessageWalk, state: PaxlstState): boolean {
  const document: MutableDocument = new TravelDocument(segment.trimmed(1, 1), segment.trimmed(2, 1));
  const list = segment.text(1, 2);
  const agency = segment.text(1, 3);
  if (list !== '') document.typeList = list;
  if (agency !== '') document.typeAgency = agency;
  person.documents.push(document);
  state.document = document;
  return true;
}

const byTag: Readonly<Record<string, PersonHandler>> = {
  ATT: att,
  DTM: dtm,
  MEA: mea,
  GEI: gei,
  FTX: ftx,
  LOC: loc,
  COM: com,
  EMP: emp,
  NAT: nat,
  RFF: rff,
  DOC: doc,
};

/** Handlers of the segments of a person's group (SG4 and SG5), by tag; each declines where no person is open. */
export const personHandlers: ReadonlyMap<number, PaxlstHandler> = new Map(
  Object.entries(byTag).map(([tag, handle]): [number, PaxlstHandler] => [
    packTag(tag),
    (state, segment, walk) => state.person !== undefined && handle(state.person, segment, walk, state),
  ]),
);
