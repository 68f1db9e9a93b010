import type { Paxlst, PaxlstPerson } from '#formats/edifact';
import { checkDigit } from '#formats/mrz';
import { formatInstant, instantIn, invariant, type PlainDateTime, parsePlainDateTime } from '#kernel';
import { placeOf } from '../places.ts';
import type { Chance } from './chance.ts';
import { type DefectName, defectNames } from './defect-names.ts';
import type { Carrier } from './tables.ts';

type Defects<Value> = { readonly [Name in DefectName]?: (value: Value) => Value };

/** What goes wrong with the data of one person. */
const ofPerson: Defects<PaxlstPerson> = {
  // The reader of the zone hands over ten characters, and the carrier passes all of them on.
  'check-digit-in-number': (person) => ({
    ...person,
    documents: person.documents.map((one) => ({ ...one, number: `${one.number}${checkDigit(one.number)}` })),
  }),
  'no-expiry': (person) => ({
    ...person,
    documents: person.documents.map(({ expiry: _expiry, ...document }) => document),
  }),
  'no-nationality': ({ nationality: _nationality, ...person }) => person,
  'no-reference': ({ passengerReference: _reference, ...person }) => person,
  titles: (person) => {
    const { given, sex } = person;
    return given === undefined ? person : { ...person, given: `${given} ${sex === 'F' ? 'MRS' : 'MR'}` };
  },
  unverified: (person) => ({ ...person, verified: false }),
};

/** A local time of a place, in UTC. */
function universal(local: PlainDateTime, place: string): PlainDateTime {
  const there = placeOf(place).zone;
  invariant(there !== undefined, 'places of the generated day have zones');
  return parsePlainDateTime(formatInstant(instantIn(local, there)).slice(0, 16)) ?? local;
}

/** What goes wrong with a list as a whole. */
const ofList: Defects<Paxlst> = {
  'lower-case': (list) => ({
    ...list,
    people: list.people.map((person) => ({
      ...person,
      family: person.family.toLowerCase(),
      ...(person.given === undefined ? {} : { given: person.given.toLowerCase() }),
    })),
  }),
  'universal-time': (list) => ({
    ...list,
    legs: list.legs.map((leg) => ({
      ...leg,
      ...(leg.departureTime && { departureTime: universal(leg.departureTime, leg.departurePlace) }),
      ...(leg.arrivalTime && { arrivalTime: universal(leg.arrivalTime, leg.arrivalPlace) }),
    })),
  }),
  'wrong-counts': (list) =>
    list.total === undefined ? list : { ...list, total: { ...list.total, value: list.total.value + 2 } },
};

const wrappedAt = /.{64}/gs;

/** What goes wrong on the way: with the text of an interchange, which must be ASCII. */
const ofText: Defects<string> = {
  spaces: (text) => text.replace(/DTM\+(\d+):/g, 'DTM+$1: '),
  wrapped: (text) => text.replace(wrappedAt, '$&\r\n'),
  'wrong-counts': (text) => text.replace(/UNT\+(\d+)/g, (_, count: string) => `UNT+${Number(count) + 1}`),
  'type-b': (text) => `QU HDQBDXH\r\n.HDQOPXS 011200\r\n${text}`,
};

/** The defects that this carrier has this time, in the order in which they happen. */
export const drawDefects = (chance: Chance, carrier: Carrier): readonly DefectName[] =>
  defectNames.filter((name) => chance.percent(carrier.defects[name] ?? 0));

const applied = <Value>(defects: Defects<Value>, names: readonly DefectName[], value: Value): Value =>
  names.reduce((worse, name) => defects[name]?.(worse) ?? worse, value);

/** The names among them that concern one person, each drawn for him alone. */
export function spoiledPerson(
  chance: Chance,
  carrier: Carrier,
  person: PaxlstPerson,
): { readonly person: PaxlstPerson; readonly defects: readonly DefectName[] } {
  const defects = drawDefects(chance, carrier).filter((name) => ofPerson[name] !== undefined);
  return { person: applied(ofPerson, defects, person), defects };
}

export const spoiledList = (names: readonly DefectName[], list: Paxlst): Paxlst => applied(ofList, names, list);

export const spoilsText = (names: readonly DefectName[]): boolean => names.some((name) => ofText[name] !== undefined);

export const spoiledText = (names: readonly DefectName[], text: string): string => applied(ofText, names, text);

/** Whether a defect concerns a message as a whole rather than one person in it. When it is sent is for the story to say. */
export const isOfMessage = (name: DefectName): boolean => name !== 'late' && ofPerson[name] === undefined;
