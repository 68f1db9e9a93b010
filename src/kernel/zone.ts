import { Temporal } from 'temporal-polyfill';
import { type Instant, instant, type PlainDateTime, type Zone } from './time.ts';

/** Reads a zone name; undefined when the zone database has no such zone. */
export function zone(text: string): Zone | undefined {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(text);
    return text as Zone;
  } catch {
    return undefined;
  }
}

/**
 * The instant of a wall-clock time in a zone. In the hour that happens twice the earlier one is meant, in the hour
 * that does not happen the time moves on by the gap (ECMAScript Temporal, disambiguation "compatible").
 */
export const instantIn = (time: PlainDateTime, where: Zone): Instant =>
  instant(Temporal.PlainDateTime.from(time).toZonedDateTime(where).epochMilliseconds);

/** The wall-clock time of an instant in a zone, to the minute. */
export const wallClockIn = (at: Instant, where: Zone): PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where).toPlainDateTime().toString({
    smallestUnit: 'minute',
  }) as PlainDateTime;
