/** A span of time in the parts that a person reads: two units, the larger first. */
export interface Span {
  readonly late: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The span from `now` to `then`, both milliseconds. Whole seconds, rounded towards zero. */
export function spanBetween(now: number, then: number): Span {
  const total = Math.trunc(Math.abs(then - now) / 1000);
  return {
    late: then < now,
    days: Math.trunc(total / 86_400),
    hours: Math.trunc((total % 86_400) / 3600),
    minutes: Math.trunc((total % 3600) / 60),
    seconds: total % 60,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The face of a countdown: minutes and seconds below an hour, hours and minutes above, days above a day. */
export function face(span: Span): { readonly form: 'seconds' | 'minutes' | 'hours'; readonly text: string } {
  if (span.days > 0) return { form: 'hours', text: `${span.days}:${two(span.hours)}` };
  if (span.hours > 0) return { form: 'minutes', text: `${span.hours}:${two(span.minutes)}` };
  return { form: 'seconds', text: `${span.minutes}:${two(span.seconds)}` };
}
