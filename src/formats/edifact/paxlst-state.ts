import type { PlainDate, PlainDateTime, StateCode } from '#kernel';
import { stateCode } from '#kernel';
import type { CenturyRule } from './dates.ts';
import { readDay, readMoment } from './dates.ts';
import type { Handler, MessageWalk } from './message-reading.ts';
import type { Paxlst, PaxlstLeg, PaxlstPerson, PaxlstTravelDocument } from './paxlst.ts';
import type { SegmentCursor } from './segment-cursor.ts';

/** A type whose members may be set, while a model is built. */
export type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A place of a conveyance's way, with its times. */
/** A time of a stop, and the index of the segment that said it. */
export interface StopTime {
  readonly time: PlainDateTime;
  readonly segment: number;
}

export interface Stop {
  readonly place: string;
  /** LOC 3227 under which the conveyance arrives, and under which it goes on. */
  readonly qualifier: string;
  onward: string;
  arrival: StopTime | undefined;
  departure: StopTime | undefined;
}

/** A TDT with the stops that followed it. */
export interface Conveyance {
  readonly stage: PaxlstLeg['stage'];
  readonly carrier: string;
  readonly carrierStated: boolean;
  readonly identifier: string;
  readonly stops: Stop[];
}

export interface MutablePerson extends Mutable<Omit<PaxlstPerson, 'documents' | 'bagTags'>> {
  readonly documents: Mutable<PaxlstTravelDocument>[];
  readonly bagTags: { readonly number: string; readonly count?: number }[];
}

/** The message contact while its numbers come in. */
export type MutableContact = Mutable<Omit<NonNullable<Paxlst['contact']>, 'numbers'>> & {
  readonly numbers: { readonly number: string; readonly kind: string }[];
};

/** What has been understood of a PAXLST so far, and in which group of it the reader stands. */
export interface PaxlstState {
  readonly paxlst: Mutable<Omit<Paxlst, 'legs' | 'people' | 'contact'>> & {
    contact?: MutableContact;
    readonly legs: PaxlstLeg[];
    readonly people: MutablePerson[];
  };
  group: 'header' | 'contact' | 'conveyance' | 'person' | 'unknown';
  person: MutablePerson | undefined;
  document: Mutable<PaxlstTravelDocument> | undefined;
  conveyance: Conveyance | undefined;
  documentSeen: boolean;
}

/** Handles one tag of a PAXLST. */
export type PaxlstHandler = Handler<PaxlstState>;

/** Reads the date in C507 of a DTM; undefined, with a finding, when it is none. */
export function dayOf(segment: SegmentCursor, walk: MessageWalk, rule: CenturyRule): PlainDate | undefined {
  const text = segment.trimmed(1, 2);
  const date = readDay(text, walk[rule]);
  segment.text(1, 3);
  if (date === undefined) {
    segment.leave(1, 2);
    walk.find('EDI-0405', { text }, 1, 2);
  }
  return date;
}

/** Reads the time in C507 of a DTM; undefined, with a finding, when it is none. */
export function momentOf(segment: SegmentCursor, walk: MessageWalk): PlainDateTime | undefined {
  const text = segment.trimmed(1, 2);
  const time = readMoment(text, walk.near);
  segment.text(1, 3);
  if (time === undefined) {
    segment.leave(1, 2);
    walk.find('EDI-0405', { text }, 1, 2);
  }
  return time;
}

/** Reads a state code; undefined, with a finding, when it is none. */
export function stateOf(segment: SegmentCursor, walk: MessageWalk, element: number): StateCode | undefined {
  const code = segment.trimmed(element);
  if (code === '') return undefined;
  const state = stateCode(code);
  if (state === undefined) {
    segment.leave(element);
    walk.find('EDI-0409', { code }, element);
  }
  return state;
}

/** Reads a whole number; undefined, with a finding, when it is none. */
export function numberOf(
  segment: SegmentCursor,
  walk: MessageWalk,
  element: number,
  component: number,
): number | undefined {
  const text = segment.trimmed(element, component);
  if (text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  segment.leave(element, component);
  walk.find('EDI-0415', { text }, element, component);
  return undefined;
}

/** Reports a qualifier that the reader does not know; the segment is kept as it is. */
export function unknownQualifier(segment: SegmentCursor, walk: MessageWalk, component = 1): boolean {
  const qualifier = segment.trimmed(1, component);
  segment.leave(1, component);
  walk.find('EDI-0404', { tag: segment.tagText(), qualifier }, 1, component);
  return true;
}
