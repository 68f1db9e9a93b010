import type { PlainDate } from '#kernel';
import { dateOf, yearsBetween } from '#kernel';
import { readMoment } from './dates.ts';
import type { Handler, ReadOptions, TypedReading } from './message-reading.ts';
import { MessageWalk } from './message-reading.ts';
import type { Paxlst, PaxlstLeg } from './paxlst.ts';
import { documents, functions, stages } from './paxlst-codes.ts';
import { openPerson, personHandlers } from './paxlst-person.ts';
import type { Conveyance, Mutable, PaxlstHandler, PaxlstState, Stop } from './paxlst-state.ts';
import { numberOf, unknownQualifier } from './paxlst-state.ts';
import type { ScannedMessage } from './scanned-message.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packTag } from './tape.ts';

/**
 * Reads a PAXLST, D.02B to D.15B, as the WCO/IATA/ICAO implementation guide v6.0 uses it. Order is not enforced beyond
 * what a segment belongs to; which segments an authority wants, and how often, is its profile (`checkProfile`).
 */
export function readPaxlst(message: ScannedMessage, options: ReadOptions): TypedReading<Paxlst> {
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
  walk.each(state, handlers);
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
  state.paxlst.transactionReference = segment.trimmed(1, 2);
  const revision = segment.trimmed(1, 5);
  if (revision !== '') state.paxlst.transactionRevision = revision;
  return true;
};

const nad: PaxlstHandler = (state, segment, walk) => {
  if (openPerson(state, segment, walk)) return true;
  state.person = undefined;
  state.document = undefined;
  if (segment.trimmed(1) !== 'MS') {
    state.group = 'unknown';
    return unknownQualifier(segment, walk);
  }
  state.group = 'contact';
  const contact: Mutable<NonNullable<Paxlst['contact']>> = { numbers: [] };
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
  const numbers = [...contact.numbers];
  for (let element = 1; element <= segment.elements; element += 1) {
    numbers.push({ number: segment.trimmed(element, 1), kind: segment.text(element, 2) });
  }
  state.paxlst.contact = { ...contact, numbers };
  return true;
};

const tdt: PaxlstHandler = (state, segment, walk) => {
  closeConveyance(state, walk);
  const stage = stages.meaning.get(segment.text(1));
  if (stage === undefined) unknownQualifier(segment, walk);
  const identifier = segment.trimmed(2);
  const stated = segment.trimmed(5, 1);
  if (stated !== '' && !identifier.startsWith(stated)) {
    walk.find('EDI-0413', { conveyance: identifier, carrier: stated }, 2);
  }
  state.group = 'conveyance';
  state.person = undefined;
  state.conveyance = {
    stage: stage ?? 'main',
    carrier: stated === '' ? carrierOf(identifier) : stated,
    carrierStated: stated !== '',
    identifier,
    stops: [],
  };
  return true;
};

/** The carrier designator at the front of a flight number: three letters, or two characters that are not both digits. */
const carrierOf = (identifier: string): string =>
  /^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])\d{1,4}[A-Z]?$/.exec(identifier)?.[1] ?? '';

const legPlaces = new Set(['125', '87', '92', '130']);

const loc: PaxlstHandler = (state, segment, walk) => {
  const { conveyance } = state;
  if (state.group !== 'conveyance' || conveyance === undefined) return false;
  const qualifier = segment.text(1);
  if (!legPlaces.has(qualifier)) return unknownQualifier(segment, walk);
  conveyance.stops.push({ place: segment.trimmed(2), qualifier });
  return true;
};

const dtm: PaxlstHandler = (state, segment, walk) => {
  const stop = state.conveyance?.stops.at(-1);
  if (state.group !== 'conveyance' || stop === undefined) return false;
  const qualifier = segment.text(1, 1);
  if (qualifier !== '189' && qualifier !== '232') return unknownQualifier(segment, walk);
  const text = segment.trimmed(1, 2);
  segment.text(1, 3);
  const time = readMoment(text, walk.near);
  if (time === undefined) {
    segment.leave(1, 2);
    walk.find('EDI-0405', { text }, 1, 2);
  } else if (qualifier === '189') stop.departure = time;
  else stop.arrival = time;
  return true;
};

const cnt: PaxlstHandler = (state, segment, walk) => {
  const qualifier = segment.text(1, 1);
  if (qualifier !== '41' && qualifier !== '42') return unknownQualifier(segment, walk);
  const value = numberOf(segment, walk, 1, 2);
  if (value === undefined) return true;
  state.paxlst.total = { qualifier, value };
  const counted = state.paxlst.people.length;
  if (value !== counted) walk.find('EDI-0411', { stated: value, counted }, 1, 2);
  return true;
};

/** Makes legs of the stops of a conveyance: each stop but the last departs, each but the first arrives. */
function closeConveyance(state: PaxlstState, walk: MessageWalk): void {
  const { conveyance } = state;
  if (conveyance === undefined) return;
  state.conveyance = undefined;
  const { stops, identifier } = conveyance;
  if (stops.length < 2) walk.findInMessage('EDI-0412', { conveyance: identifier });
  for (let index = 1; index < stops.length; index += 1) {
    const from = stops[index - 1] as Stop;
    const to = stops[index] as Stop;
    // A place named twice in a longer way is where one flight arrives and the next departs, no leg of its own.
    if (from.place !== to.place || stops.length === 2) state.paxlst.legs.push(legOf(conveyance, from, to));
    else if (from.arrival !== undefined && to.arrival === undefined) to.arrival = from.arrival;
  }
}

function legOf(conveyance: Conveyance, from: Stop, to: Stop): PaxlstLeg {
  const leg: Mutable<PaxlstLeg> = {
    stage: conveyance.stage,
    carrier: conveyance.carrier,
    carrierStated: conveyance.carrierStated,
    conveyance: conveyance.identifier,
    departurePlace: from.place,
    arrivalPlace: to.place,
    departureQualifier: from.qualifier,
    arrivalQualifier: to.qualifier,
  };
  if (from.departure !== undefined) leg.departureTime = from.departure;
  if (to.arrival !== undefined) leg.arrivalTime = to.arrival;
  return leg;
}

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

/** The header's handler for a tag, or the person's where the header's declines. */
const either =
  (tag: number, handle: PaxlstHandler): Handler<PaxlstState> =>
  (state, segment: SegmentCursor, walk) =>
    state.person === undefined
      ? handle(state, segment, walk)
      : (personHandlers.get(tag)?.(state, segment, walk) ?? handle(state, segment, walk));

const headerHandlers: Readonly<Record<string, PaxlstHandler>> = {
  RFF: rff,
  COM: com,
  LOC: loc,
  DTM: dtm,
};

const handlers: ReadonlyMap<number, PaxlstHandler> = new Map([
  ...personHandlers,
  ...Object.entries({ UNH: passed, UNT: passed, BGM: bgm, NAD: nad, TDT: tdt, CNT: cnt }).map(
    ([tag, handle]): [number, PaxlstHandler] => [packTag(tag), handle],
  ),
  ...Object.entries(headerHandlers).map(([tag, handle]): [number, PaxlstHandler] => [
    packTag(tag),
    either(packTag(tag), handle),
  ]),
]);
