import type { PlainDate } from '#kernel';
import { dateOf, yearsBetween } from '#kernel';
import type { ReadOptions, TypedReading, Visitor } from './message-reading.ts';
import { MessageWalk } from './message-reading.ts';
import type { Paxlst } from './paxlst.ts';
import { documents, functions } from './paxlst-codes.ts';
import { openPerson, personHandlers } from './paxlst-person.ts';
import type { MutableContact, PaxlstHandler, PaxlstState } from './paxlst-state.ts';
import { numberOf, unknownQualifier } from './paxlst-state.ts';
import { closeConveyance, openConveyance, stopAt, timeOfStop } from './paxlst-way.ts';
import type { ScannedMessage } from './scanned-message.ts';
import { packTag } from './tag.ts';

/**
 * Reads a PAXLST, D.02B to D.15B, as the WCO/IATA/ICAO implementation guide v6.0 uses it. Order is not enforced beyond
 * what a segment belongs to; which segments an authority wants, and how often, is its profile, whose `check` visits each
 * segment in the same walk.
 */
export function readPaxlst(message: ScannedMessage, options: ReadOptions, check?: Visitor): TypedReading<Paxlst> {
  const { header } = message;
  const walk = new MessageWalk(message, options);
  const state: PaxlstState = {
    paxlst: {
      directory: header.directory,
      associationCode: header.associationCode,
      document: 'passenger-list',
      function: 'new',
      messageReference: header.reference,
      legs: [],
      people: [],
      envelope: message.envelope,
    },
    group: 'header',
    person: undefined,
    document: undefined,
    conveyance: undefined,
    documentSeen: false,
  };
  const { paxlst } = state;
  if (header.commonAccessReference !== undefined) paxlst.commonAccessReference = header.commonAccessReference;
  if (header.part !== undefined) paxlst.part = header.part;
  walk.each(state, handlers, check);
  closeConveyance(state, walk);
  if (message.held) checkWhole(state, walk);
  return walk.reading(paxlst);
}

/** UNH and UNT were read by the scanner. */
const passed: PaxlstHandler = (_state, segment) => {
  segment.skip();
  return true;
};

const bgm: PaxlstHandler = (state, segment, walk) => {
  if (state.documentSeen) return false;
  const code = segment.trimmed(1);
  const document = documents.meaning.get(code);
  if (document === undefined) walk.find('EDI-0401', { code }, 1);
  else state.paxlst.document = document;
  state.documentSeen = true;
  const given = segment.trimmed(2);
  if (given === '') return true;
  const meaning = functions.meaning.get(given);
  if (meaning !== undefined) state.paxlst.function = meaning;
  else {
    state.paxlst.functionCode = given;
    walk.find('EDI-0402', { code: given }, 2);
  }
  return true;
};

const rff: PaxlstHandler = (state, segment, walk) => {
  if (state.group !== 'header') return false;
  if (segment.text(1, 1) !== 'TN') return unknownQualifier(segment, walk);
  if (state.paxlst.transactionReference !== undefined) return false;
  state.paxlst.transactionReference = segment.trimmed(1, 2);
  const revision = segment.trimmed(1, 5);
  if (revision !== '') state.paxlst.transactionRevision = revision;
  return true;
};

const nad: PaxlstHandler = (state, segment, walk) => {
  if (openPerson(state, segment, walk)) return true;
  state.person = undefined;
  state.document = undefined;
  state.group = 'unknown';
  if (segment.trimmed(1) !== 'MS') return unknownQualifier(segment, walk);
  if (state.paxlst.contact !== undefined) return false;
  state.group = 'contact';
  const contact: MutableContact = { numbers: [] };
  const identifier = segment.trimmed(2, 1);
  const family = segment.trimmed(4, 1);
  const given = segment.trimmed(4, 2);
  if (identifier !== '') contact.identifier = identifier;
  if (family !== '') contact.family = family;
  if (given !== '') contact.given = given;
  state.paxlst.contact = contact;
  return true;
};

const com: PaxlstHandler = (state, segment) => {
  const { contact } = state.paxlst;
  if (state.group !== 'contact' || contact === undefined) return false;
  for (let element = 1; element <= segment.elements; element += 1) {
    contact.numbers.push({ number: segment.trimmed(element, 1), kind: segment.text(element, 2) });
  }
  return true;
};

const cnt: PaxlstHandler = (state, segment, walk) => {
  const qualifier = segment.text(1, 1);
  if (qualifier !== '41' && qualifier !== '42') return unknownQualifier(segment, walk);
  if (state.paxlst.total !== undefined) return false;
  const value = numberOf(segment, walk, 1, 2);
  if (value === undefined) return true;
  state.paxlst.total = { qualifier, value };
  const counted = state.paxlst.people.length;
  if (value !== counted) walk.find('EDI-0411', { stated: value, counted }, 1, 2);
  return true;
};

/** The directories that the guide was used with. */
const knownDirectory = /^D\.(0[2-9]|1[0-5])[AB]$/;

/** What can be told only at the end: segments that are missing, and who is an infant. */
function checkWhole(state: PaxlstState, walk: MessageWalk): void {
  const { paxlst } = state;
  if (!knownDirectory.test(paxlst.directory)) walk.findInMessage('EDI-0308', { directory: paxlst.directory });
  if (!state.documentSeen) walk.findInMessage('EDI-0406', { tag: 'BGM' });
  if (paxlst.legs.length === 0) walk.findInMessage('EDI-0406', { tag: 'TDT' });
  const first = paxlst.legs[0]?.departureTime;
  const on: PlainDate = first === undefined ? walk.options.receivedOn : dateOf(first);
  for (const person of paxlst.people) {
    // ICAO Annex 9 and the carriers' own rule: an infant has not reached his second birthday on the day of departure.
    person.infant = person.dateOfBirth !== undefined && yearsBetween(person.dateOfBirth, on) < 2;
  }
}

/** The handler of a tag: that of the person's group while a person is open, else that of the header. */
const either = (tag: string, ofHeader: PaxlstHandler): PaxlstHandler => {
  const ofPerson = personHandlers.get(packTag(tag)) ?? ofHeader;
  return (state, segment, walk) => (state.person === undefined ? ofHeader : ofPerson)(state, segment, walk);
};

const ofMessage: Readonly<Record<string, PaxlstHandler>> = {
  UNH: passed,
  UNT: passed,
  BGM: bgm,
  NAD: nad,
  TDT: openConveyance,
  CNT: cnt,
  RFF: either('RFF', rff),
  COM: either('COM', com),
  LOC: either('LOC', stopAt),
  DTM: either('DTM', timeOfStop),
};

const handlers: ReadonlyMap<number, PaxlstHandler> = new Map([
  ...personHandlers,
  ...Object.entries(ofMessage).map(([tag, handle]): [number, PaxlstHandler] => [packTag(tag), handle]),
]);
