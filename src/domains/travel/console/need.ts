import type { FlightItem, Need } from './shapes.ts';

const needs: readonly Need[] = ['now', 'soon', 'none'];

/** Milliseconds of an instant; one that is not known comes last. */
const instantOf = (at: number | string | undefined): number =>
  at === undefined ? Number.POSITIVE_INFINITY : typeof at === 'number' ? at : Date.parse(at);

/** Those who need someone first, and of these the one that closes first. */
export const byNeed = (one: FlightItem, other: FlightItem): number =>
  needs.indexOf(one.need) - needs.indexOf(other.need) || byClosing(one, other);

/** The one that closes first; those of which it is not known when stand together at the end. */
export function byClosing(one: Pick<FlightItem, 'closesAt'>, other: Pick<FlightItem, 'closesAt'>): number {
  const [first, second] = [instantOf(one.closesAt), instantOf(other.closesAt)];
  return first === second ? 0 : first - second;
}
