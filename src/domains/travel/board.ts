import { type CountryCode, type Disposition, type Instant, instant } from '#kernel';
import { dispositions, permitsBoarding } from './dispositions.ts';
import type { Leg } from './record.ts';
import type { JourneyState, PartnerSaid, PassengerState } from './state.ts';

/** How a partner stands with a journey. */
export interface PartnerStand {
  readonly country: CountryCode;
  readonly state: 'answered' | 'waiting' | 'late' | 'silent';
  readonly since?: Instant;
}

export type Need = 'now' | 'soon' | 'none';

export interface Why {
  readonly code: string;
  readonly count: number;
}

/** A list that closes within this time and is not all answered needs somebody now, minutes. */
const nowMinutes = 60;
/** The same for one that is merely incomplete: soon, minutes. */
const soonMinutes = 180;

/** Passengers who are still to travel. */
export const expectedOf = (state: JourneyState): readonly PassengerState[] =>
  Object.values(state.passengers).filter(({ dialogue }) => dialogue.presence !== 'cancelled');

/** How many passengers have each word. */
export function countWords(passengers: readonly PassengerState[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(dispositions.map((name) => [name, 0]));
  for (const { dialogue } of passengers) {
    const word: Disposition | undefined = dialogue.word?.disposition;
    if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** Whether somebody asks partners about this passenger and has not told the carrier yet. */
const isBetween = (passenger: PassengerState): boolean =>
  passenger.repliedAt === undefined && passenger.partners.length === 0;

function standOf(country: CountryCode, words: readonly PartnerSaid[]): PartnerStand {
  const last = words.reduce((newest, word) => (word.at >= newest.at ? word : newest));
  if (last.failRule === 'late' || last.failRule === 'error') return { country, state: 'silent', since: last.at };
  return { country, state: last.late ? 'late' : 'answered', since: last.at };
}

/** How each partner stands that was ever heard, or not heard, about this journey. */
export function partnersOf(state: JourneyState): readonly PartnerStand[] {
  const passengers = expectedOf(state);
  const words = passengers.flatMap((passenger) => passenger.partners);
  const countries = [...new Set(words.map((word) => word.country))].sort();
  const asking = passengers.filter(isBetween).map((passenger) => passenger.updatedAt);
  return countries.map((country) =>
    asking.length > 0
      ? { country, state: 'waiting' as const, since: instant(Math.min(...asking)) }
      : standOf(
          country,
          words.filter((word) => word.country === country),
        ),
  );
}

const uncleared = ({ dialogue }: PassengerState): boolean =>
  dialogue.presence === 'on-board' && !(dialogue.word !== undefined && permitsBoarding(dialogue.word.disposition));

/** Whether an officer still has to look at a passenger. */
export const isReferred = (passenger: PassengerState): boolean => passenger.referrals.length > 0;

const failing = (passengers: readonly PassengerState[], why: 'late' | 'error'): number =>
  passengers.filter(({ partners }) => partners.some((partner) => partner.failRule === why)).length;

interface Cause extends Why {
  readonly need: Need;
}

const cause = (code: string, count: number, need: Need): Cause => ({ code, count, need });

/** Passengers that the carrier expects and has not listed yet. */
function missingOf({ expected }: JourneyState, passengers: readonly PassengerState[]): number {
  return expected === undefined ? 0 : Math.max(0, expected - passengers.filter(travels).length);
}

/** What only matters while the list is open: after that nothing can be done about it. */
function openCauses(state: JourneyState, passengers: readonly PassengerState[], minutes: number): readonly Cause[] {
  const words = countWords(passengers);
  return [
    cause('refuse', words['refuse'] ?? 0, 'soon'),
    cause('insufficient-data', words['insufficient-data'] ?? 0, minutes <= nowMinutes ? 'now' : 'soon'),
    cause('list-incomplete', minutes <= soonMinutes ? missingOf(state, passengers) : 0, 'soon'),
  ];
}

function causesOf(state: JourneyState, at: Instant): readonly Cause[] {
  const passengers = expectedOf(state);
  const waiting = passengers.filter(({ dialogue }) => dialogue.word === undefined).length;
  const minutes = state.closesAt === undefined ? 0 : (state.closesAt - at) / 60_000;
  const open = state.status === 'open';
  return [
    cause('boarded-uncleared', passengers.filter(uncleared).length, 'now'),
    cause('referral', passengers.filter(isReferred).length, 'now'),
    cause('unanswered', waiting, minutes <= nowMinutes || !open ? 'now' : 'soon'),
    cause('partner-silent', failing(passengers, 'late'), 'soon'),
    cause('partner-wrong', failing(passengers, 'error'), 'soon'),
    ...(open ? openCauses(state, passengers, minutes) : []),
  ];
}

/** Whether someone is a passenger, and no crew. */
export const travels = ({ traveller }: PassengerState): boolean =>
  traveller.role === 'passenger' || traveller.role === 'transit-passenger';

const order: readonly Need[] = ['now', 'soon', 'none'];

/** Whether a journey needs somebody and why, the most pressing cause first. A cancelled journey needs nobody. */
export function needOf(state: JourneyState, at: Instant): { readonly need: Need; readonly why: readonly Why[] } {
  if (state.status === 'cancelled') return { need: 'none', why: [] };
  const causes = causesOf(state, at)
    .filter((cause) => cause.count > 0)
    .toSorted((a, b) => order.indexOf(a.need) - order.indexOf(b.need));
  return { need: causes[0]?.need ?? 'none', why: causes.map(({ code, count }) => ({ code, count })) };
}

/** The first and last leg that the conveyance makes. */
export function endsOf(legs: readonly Leg[]): { readonly first: Leg; readonly last: Leg } | undefined {
  const main = legs.filter((leg) => leg.stage === 'main');
  const first = main[0] ?? legs[0];
  const last = main.at(-1) ?? legs.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
