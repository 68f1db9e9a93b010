import { type Cusres, type CusresAnswer, type CusresDocument, type CusresLeg, writeCusres } from '#formats/edifact';
import {
  type CountryCode,
  invariant,
  type Means,
  type Outcome,
  type PartnerOutcome,
  type PlainDate,
  type Reply,
} from '#kernel';
import { type CodeVersion, codeFor, codeTableOf, codeTableSchema, codeTables, versionOn } from './codes.ts';
import { journeyDate } from './dates.ts';
import type { Leg, PassengerList } from './record.ts';
import { mediaType, returnEnvelope } from './wire.ts';

/** What a reply needs of the node. */
export type ReplyMeans = Pick<Means, 'country' | 'at' | 'table'>;

/** The code table of the authority that was addressed: the country's own replacement of it, ours, or the node's country's. */
export function replyCodes(
  authority: CountryCode | undefined,
  on: PlainDate,
  means: Pick<Means, 'country' | 'table'>,
): CodeVersion {
  const country = authority !== undefined && codeTableOf(authority) !== undefined ? authority : means.country;
  const replaced = codeTableSchema.safeParse(means.table<unknown>(`travel/codes/${country.toLowerCase()}.json`));
  const table = replaced.success ? replaced.data : (codeTableOf(country) ?? codeTables[0]);
  invariant(table !== undefined, 'travel has code tables of its own');
  return versionOn(table, on);
}

const legOf = (leg: Leg): CusresLeg => ({
  conveyance: leg.conveyance,
  departurePlace: leg.from.code,
  arrivalPlace: leg.to.code,
  ...(leg.departure === undefined ? {} : { departureTime: leg.departure.local }),
  ...(leg.arrival === undefined ? {} : { arrivalTime: leg.arrival.local }),
  departureQualifier: leg.departureQualifier,
  arrivalQualifier: leg.arrivalQualifier,
});

/** What the fail rule put in a partner's place is said in words, so that the carrier knows whom nobody heard. */
const markOf = (version: CodeVersion, partner: PartnerOutcome): readonly string[] =>
  'failRule' in partner ? [version.marks[partner.failRule].replace('{country}', partner.country)] : [];

function answerOf(record: PassengerList, outcome: Outcome, version: CodeVersion): CusresAnswer {
  const traveller = record.travellers.find((one) => one.subject === outcome.subject);
  const { code, text } = codeFor(version, outcome.combined);
  return {
    level: 'passenger',
    ...(traveller?.locator === undefined ? {} : { locator: traveller.locator }),
    passengerReference: outcome.subject,
    codes: [code],
    text: [text, ...outcome.partners.flatMap((partner) => markOf(version, partner))].join(', '),
  };
}

interface Saying {
  readonly document: CusresDocument;
  readonly answers: readonly CusresAnswer[];
}

function replyOf(record: PassengerList, saying: Saying, means: Pick<Means, 'at'>): Reply {
  const { reply } = record;
  if (reply === undefined) return { mediaType, bytes: new Uint8Array() };
  const { directory, associationCode, messageReference, commonAccessReference, transactionReference, part } = reply;
  const cusres: Cusres = {
    directory,
    associationCode,
    document: saying.document,
    messageReference,
    ...(commonAccessReference === undefined ? {} : { commonAccessReference }),
    ...(transactionReference === undefined ? {} : { transactionReference }),
    ...(part === undefined ? {} : { part }),
    legs: record.journey.legs.map(legOf),
    answers: saying.answers,
    envelope: returnEnvelope(reply.envelope, means.at),
  };
  return { mediaType, bytes: writeCusres(cusres) };
}

const accepted = (version: CodeVersion): CusresAnswer => ({
  level: 'header',
  codes: [version.received.code],
  text: version.received.text,
});

/** The carrier's answer (CUSRES 962): one status a traveller, or acceptance of a list that asks none. */
export function reply(record: PassengerList, outcomes: readonly Outcome[], means: ReplyMeans): Reply {
  const version = replyCodes(record.authority, journeyDate(record), means);
  const answers = outcomes.map((outcome) => answerOf(record, outcome, version));
  return replyOf(record, { document: 'answer', answers: answers.length === 0 ? [accepted(version)] : answers }, means);
}

/** The unsolicited message (CUSRES 132) when a word has become stricter after the answer went out. */
export function correction(record: PassengerList, outcomes: readonly Outcome[], means: ReplyMeans): Reply {
  const version = replyCodes(record.authority, journeyDate(record), means);
  return replyOf(
    record,
    { document: 'unsolicited', answers: outcomes.map((outcome) => answerOf(record, outcome, version)) },
    means,
  );
}

/** The negative answer to a list that was refused as a whole: a header status for everybody in it, with the finding codes. */
export function negative(record: PassengerList, codes: readonly string[], means: ReplyMeans): Reply {
  const { code, text } = replyCodes(record.authority, journeyDate(record), means).refused;
  const answer: CusresAnswer = { level: 'header', codes: [code], text: `${text} ${codes.join(' ')}` };
  return replyOf(record, { document: 'answer', answers: [answer] }, means);
}
