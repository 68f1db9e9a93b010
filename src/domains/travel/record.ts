import { z } from 'zod';
import type { RecordKind } from '#kernel';
import { countryCode, instant, lodgementId, parsePlainDate, parsePlainDateTime, stateCode, textAs } from '#kernel';
import { zoneNamed } from './zones.ts';

const text = z.string().max(512);
export const countrySchema = textAs(countryCode);
const state = textAs(stateCode);
const date = textAs(parsePlainDate);
const local = textAs(parsePlainDateTime);
const zoneName = textAs(zoneNamed);
/** Milliseconds since 1970; a leg may be lodged with a time before that. */
export const instantSchema = z.int().transform(instant);

/** A place of a leg: its code as lodged, and what the places table knows of it. */
export const placeSchema = z.object({
  code: text,
  name: text.exactOptional(),
  country: countrySchema.exactOptional(),
  zone: zoneName.exactOptional(),
});

/** A time of a leg: local as lodged; zone and instant when the place is known. */
export const momentSchema = z.object({
  local,
  zone: zoneName.exactOptional(),
  instant: instantSchema.exactOptional(),
});

export const legSchema = z.object({
  stage: z.enum(['main', 'overflight']),
  carrier: text,
  conveyance: text,
  from: placeSchema,
  to: placeSchema,
  departure: momentSchema.exactOptional(),
  arrival: momentSchema.exactOptional(),
  /** LOC 3227 as lodged, which the reply repeats. */
  departureQualifier: text,
  arrivalQualifier: text,
});

export const documentSchema = z.object({
  /** DOC 1001 as lodged: P, V, I, A, C, AC, IP, F, T. */
  type: text,
  number: text,
  expiry: date.exactOptional(),
  issued: date.exactOptional(),
  issuingState: state.exactOptional(),
});

export const roles = ['passenger', 'crew', 'transit-passenger', 'transit-crew'] as const;

export const travellerSchema = z.object({
  /** RFF+ABO when the carrier gave one, else a stable reference within the message. */
  subject: z.string().min(1).max(128),
  referenced: z.boolean(),
  role: z.enum(roles),
  family: text,
  given: text.exactOptional(),
  second: text.exactOptional(),
  sex: z.enum(['M', 'F', 'X']).exactOptional(),
  dateOfBirth: date.exactOptional(),
  infant: z.boolean(),
  nationality: state.exactOptional(),
  residence: state.exactOptional(),
  placeOfBirth: text.exactOptional(),
  verified: z.boolean().exactOptional(),
  embarked: text.exactOptional(),
  destination: text.exactOptional(),
  clearance: text.exactOptional(),
  documents: z.array(documentSchema).readonly(),
  locator: text.exactOptional(),
  seat: text.exactOptional(),
  redressReference: text.exactOptional(),
  crewPosition: text.exactOptional(),
  /** Number of the segment that begins this person, from 1 within the message. */
  segment: z.number().int().nonnegative(),
});

export const journeySchema = z.object({
  carrier: text,
  conveyance: text,
  mode: z.enum(['air', 'sea', 'land']),
  /** Local day and place of the first departure as lodged; they name the journey, whatever part of it is forwarded. */
  date: date.exactOptional(),
  origin: text,
  legs: z.array(legSchema).readonly(),
});

/** BGM 1004 in words, and the carrier's acknowledgement of an unsolicited message. */
export const functions = [
  'new',
  'change-passenger',
  'cancel-reservation',
  'reduction',
  'close',
  'close-not-on-board',
  'close-on-board',
  'cancel-flight',
  'change-flight',
  'acknowledgement',
] as const;

const prepared = z.object({ date: text, time: text });

/** UNB and UNG as lodged; the same shape as the codec's envelope, so that a reply goes back the same way. */
const envelopeSchema = z.object({
  syntax: text,
  sender: text,
  senderQualifier: text.exactOptional(),
  recipient: text,
  recipientQualifier: text.exactOptional(),
  prepared: prepared.exactOptional(),
  controlReference: text,
  applicationReference: text.exactOptional(),
  interactive: z.boolean(),
  acknowledgementRequested: z.boolean().exactOptional(),
  test: z.boolean().exactOptional(),
  group: z
    .object({
      type: text.exactOptional(),
      sender: text,
      senderQualifier: text.exactOptional(),
      recipient: text,
      recipientQualifier: text.exactOptional(),
      prepared: prepared.exactOptional(),
      reference: text,
      agency: text.exactOptional(),
      version: text.exactOptional(),
    })
    .exactOptional(),
  serviceCharacters: text,
  segmentBreak: text.exactOptional(),
  advised: z.boolean().exactOptional(),
  authority: countrySchema.exactOptional(),
});

/** What a CUSRES must repeat. It stays with the node that was asked: a partner's part has none. */
export const replyCoordinatesSchema = z.object({
  directory: text,
  associationCode: text,
  messageReference: text,
  commonAccessReference: text.exactOptional(),
  /** RFF+TN as lodged. */
  transactionReference: text.exactOptional(),
  part: z.object({ number: z.number().int(), last: z.boolean(), first: z.boolean().exactOptional() }).exactOptional(),
  envelope: envelopeSchema,
});

export const passengerListSchema = z.object({
  function: z.enum(functions),
  crew: z.boolean(),
  /** The country by whose profile the message was read, when its address says so. */
  authority: countrySchema.exactOptional(),
  interactive: z.boolean(),
  receivedAt: instantSchema,
  lodgement: textAs(lodgementId).exactOptional(),
  /** RFF+TN with its revision: names one request of the interactive dialogue. */
  transaction: text,
  journey: journeySchema,
  travellers: z.array(travellerSchema).readonly(),
  /** CNT+42 or 41: people on the whole conveyance, not in this message. */
  expected: z.number().int().nonnegative().exactOptional(),
  reply: replyCoordinatesSchema.exactOptional(),
});

export type Place = z.infer<typeof placeSchema>;
export type Moment = z.infer<typeof momentSchema>;
export type Leg = z.infer<typeof legSchema>;
export type TravelDocument = z.infer<typeof documentSchema>;
export type Traveller = z.infer<typeof travellerSchema>;
export type Journey = z.infer<typeof journeySchema>;
export type ListFunction = (typeof functions)[number];
export type PassengerList = z.infer<typeof passengerListSchema>;

/** Whether someone works on board rather than travels. */
export const isCrew = (role: Traveller['role']): boolean => role === 'crew' || role === 'transit-crew';

/** The record of the travel domain: what a carrier lodges, and what crosses to a partner as its part. */
export const passengerListKind: RecordKind<PassengerList> = {
  name: 'travel.passenger-list',
  title: {
    en: 'Passenger or crew list',
    fr: 'Liste de passagers ou d’équipage',
    es: 'Lista de pasajeros o tripulación',
  },
  schema: passengerListSchema,
  retention: 'travel',
};

/**
 * Natural key of the journey: carrier, conveyance, local departure day and place. No personal data. Parts of one
 * journey that different countries hold have the same key, since the day and place are those of the whole.
 */
export const journeyKey = ({ journey }: PassengerList): string =>
  `travel ${journey.carrier} ${journey.conveyance} ${journey.date ?? 'undated'} ${journey.origin}`;

/**
 * Whether a list names people with their data and asks for a word on each. Lists that close, cancel or acknowledge ask
 * about nobody.
 */
export const asksOf = (record: Pick<PassengerList, 'function'>): boolean =>
  record.function === 'new' || record.function === 'change-passenger';
