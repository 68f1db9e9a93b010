import type { z } from 'zod';
import type { Finding, Instant, Language, Reason, RouteRequest } from '#kernel';
import { within } from '#kernel';
import { countWords, endsOf, expectedOf, needOf, partnersOf, travels } from '../board.ts';
import { reasonText } from '../catalogues.ts';
import { travelDocumentOf } from '../profiles.ts';
import type { Leg, Traveller } from '../record.ts';
import { said } from '../said.ts';
import { type JourneyState, type PassengerState, wordOf } from '../state.ts';
import type { FlightItem, findingShape, reasonShape, TravellerItem } from './shapes.ts';

/** Finds the text of a finding; the node offers it as the service `texts`. */
export type TextOf = (language: Language, finding: Finding) => string;

export const shownFinding = (finding: Finding, language: Language, textOf: TextOf): z.infer<typeof findingShape> => ({
  code: finding.code,
  severity: finding.severity,
  parameters: finding.parameters,
  ...(finding.at === undefined ? {} : { at: { ...finding.at } }),
  text: textOf(language, finding),
});

export const shownReason = (reason: Reason, language: Language): z.infer<typeof reasonShape> =>
  said({
    code: reason.code,
    class: reason.class,
    row: reason.row,
    facts: reason.facts,
    text: reasonText(language, reason.code),
  });

/** A journey belongs to the ports that it touches and to its carrier. */
export function isWithin(scope: RouteRequest['scope'], state: JourneyState): boolean {
  const legs = state.journey?.legs ?? [];
  const organisation = state.journey?.carrier;
  const ports = legs.flatMap((leg) => [leg.from.code, leg.to.code]);
  return within(scope, organisation === undefined ? { ports } : { ports, organisation });
}

/** Where the conveyance itself stops, each place once. */
const stopsOf = (legs: readonly Leg[]): string[] => [
  ...new Set(legs.filter(({ stage }) => stage === 'main').flatMap(({ from, to }) => [from.code, to.code])),
];

/** One journey as a row of the board; undefined before any list named its legs. */
export function shownFlight(journey: string, state: JourneyState, at: Instant): FlightItem | undefined {
  const ends = endsOf(state.journey?.legs ?? []);
  if (state.journey === undefined || ends === undefined) return undefined;
  const people = expectedOf(state);
  const listed = people.filter(travels).length;
  const answered = people.filter(({ dialogue }) => dialogue.word !== undefined).length;
  return {
    journey,
    conveyance: state.journey.conveyance,
    mode: state.journey.mode,
    from: ends.first.from,
    to: ends.last.to,
    stops: stopsOf(state.journey.legs),
    ...said({ departure: ends.first.departure, closesAt: state.closesAt }),
    aboard: { listed, ...said({ expected: state.expected }), crew: people.length - listed },
    answers: { answered, waiting: people.length - answered },
    dispositions: countWords(people),
    referralsOpen: people.reduce((sum, { referrals }) => sum + referrals.length, 0),
    partners: [...partnersOf(state)],
    need: needOf(state, at).need,
    why: [...needOf(state, at).why],
  };
}

export const nameOf = ({ family, given, second }: Traveller): string => {
  const rest = [given, second].filter((part) => part !== undefined && part !== '').join(' ');
  return rest === '' ? family : `${family}, ${rest}`;
};

function documentOf(traveller: Traveller): string | undefined {
  const document = travelDocumentOf(traveller);
  return document && [document.type, document.issuingState, document.number].filter((part) => part).join(' ');
}

/** One traveller as a row of his journey. */
export function shownTraveller(passenger: PassengerState, language: Language): TravellerItem {
  const { traveller, own } = passenger;
  return {
    subject: traveller.subject,
    name: nameOf(traveller),
    role: traveller.role,
    partners: [...passenger.partners],
    updatedAt: passenger.updatedAt,
    ...said({
      nationality: traveller.nationality,
      document: documentOf(traveller),
      own: own && {
        disposition: own.decision.disposition,
        reasons: own.decision.reasons.map((reason) => shownReason(reason, language)),
        by: own.decision.by,
      },
      combined: wordOf(passenger),
      referral: passenger.referrals.at(-1)?.referral,
    }),
  };
}
