import { z } from 'zod';
import { type Instant, instant } from './time.ts';

/** The schema of a text that `read` takes in: what is parsed is what it made of the text, and what it does not know is an issue. */
export const textAs = <Value>(read: (text: string) => Value | undefined, expected = 'another text') =>
  z.string().transform((text, context): Value => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

/** The schema of an instant as milliseconds, within what a Date can hold (ECMAScript, time values). */
export const instantSchema = z
  .int()
  .min(0)
  .max(8_640_000_000_000_000)
  .transform((milliseconds): Instant => instant(milliseconds));
