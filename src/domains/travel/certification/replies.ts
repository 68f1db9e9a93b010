import { type EdifactData, readInterchange } from '#formats/edifact';
import {
  type CountryCode,
  type Disposition,
  disposition,
  invariant,
  type Means,
  type Outcome,
  type Reply,
} from '#kernel';
import { CarrierSide } from '../carrier-side.ts';
import { codeTableOf } from '../codes.ts';
import { dispositions } from '../dispositions.ts';
import { correction, negative, reply } from '../reply.ts';
import { type Score, scoreOf } from './score.ts';
import { contextOf, meaningOf, receivedAt, sampleOf, type Vector, vectorsOf } from './vectors.ts';

/** One message of the dialogue that a carrier's system is to follow. */
export interface Turn {
  readonly from: 'carrier' | 'authority';
  readonly bytes: Uint8Array;
}

/** A dialogue, and the passengers about whom is asked at its end. */
export interface Conversation {
  readonly turns: readonly Turn[];
  readonly passengers: readonly string[];
}

const refuse = disposition('refuse');

const outcome = (subject: string, combined: Disposition): Outcome => ({
  subject,
  own: undefined,
  partners: [],
  combined,
});
const fromAuthority = ({ bytes }: Reply): Turn => ({ from: 'authority', bytes });
const fromCarrier = (vector: Vector): Turn => ({ from: 'carrier', bytes: sampleOf(vector) });

function named(country: CountryCode, name: string): Vector {
  const vector = vectorsOf(country).find((one) => one.name === name);
  invariant(vector !== undefined, `data/travel/certification.json has the case ${name}`);
  return vector;
}

/** A list that this country answers with each of its words in turn, one that it refuses whole, and a word that it takes back. */
export function conversationOf(country: CountryCode, { table }: Pick<Means, 'table'>): Conversation {
  const means = { country, at: receivedAt, table };
  const [asked, refused] = [named(country, 'ten-passengers'), named(country, 'infant')];
  const [record, other] = [meaningOf(asked, country), meaningOf(refused, country)];
  const words = record.travellers.map(({ subject }, at) =>
    outcome(subject, dispositions[at % dispositions.length] ?? refuse),
  );
  const lastCleared = words.findLast(({ combined }) => combined === dispositions.at(-1));
  invariant(lastCleared !== undefined, 'as many passengers as dispositions at least');
  return {
    turns: [
      fromCarrier(asked),
      fromAuthority(reply(record, words, means)),
      fromCarrier(refused),
      fromAuthority(negative(other, ['TRV-0103'], means)),
      fromAuthority(correction(record, [outcome(lastCleared.subject, refuse)], means)),
    ],
    passengers: [...record.travellers, ...other.travellers].map((traveller) => traveller.subject),
  };
}

const messagesOf = ({ bytes }: Turn, country: CountryCode): readonly EdifactData[] =>
  readInterchange(bytes, contextOf(country)).messages.map((message) => message.data);

/** Scores what a carrier's gate makes of the conversation, a passenger a check, by this country's reader and code table. */
export function scoreGates(
  { turns, passengers }: Conversation,
  gates: Readonly<Record<string, string>>,
  country: CountryCode,
): Score {
  const table = codeTableOf(country);
  invariant(table !== undefined, `${country} has a code table`);
  const side = new CarrierSide(table);
  for (const turn of turns) for (const data of messagesOf(turn, country)) side.take(data);
  return scoreOf(
    passengers.map((passenger) => {
      const expected = side.gate(passenger);
      const actual = Object.hasOwn(gates, passenger) ? gates[passenger] : undefined;
      return { name: passenger, passed: actual === expected, expected, ...(actual === undefined ? {} : { actual }) };
    }),
  );
}
