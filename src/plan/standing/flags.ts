import { addDays, dayOf, daysBetween, parsePlainDate } from '#kernel';
import { addMonths, endOfMonth, type Month } from '../months.ts';
import { type Account, isDone } from './account.ts';
import type { Baseline } from './baseline.ts';
import type { Moment } from './moment.ts';

/** What follows from the facts and nobody needs to say. */
export const flagNames = ['overdue', 'contradicts', 'stale', 'moved', 'blocked', 'differs'] as const;
export type Flag = (typeof flagNames)[number];

/** A self-report older than this says nothing about now, days (exchange reference, 7.5). */
export const staleDays = 90;

/** What the flags of one pair follow from. */
export interface Grounds {
  readonly account: Account | undefined;
  readonly baseline: Baseline;
  /** The month by which somebody expects it, where anybody does. */
  readonly expected: Month | undefined;
  /** True while a proposal that would move it waits. */
  readonly isProposed: boolean;
  readonly blockedBy: readonly string[];
  readonly moment: Moment;
}

const isPast = (month: Month | undefined, at: number): boolean => month !== undefined && endOfMonth(month) <= at;

/** The month after which a pair is late: the first of several, until a part of it is done. */
const dueNow = ({ month, first }: Baseline, account: Account | undefined): Month | undefined =>
  account?.report.said.state === 'partially-completed' ? month : (first ?? month);

/** Past its month and not done. What has no month is never overdue. */
const isOverdue = ({ account, baseline, moment }: Grounds): boolean =>
  (account === undefined || !isDone(account.report.said)) && isPast(dueNow(baseline, account), moment.asOf);

/** Says "on track" in a month that lies behind the one it was promised by: 13 rows of the founding report do. */
function contradicts({ account, baseline }: Grounds): boolean {
  const due = dueNow(baseline, account);
  return account?.report.said.state === 'on-track' && due !== undefined && due < account.report.asOf;
}

function isStale({ account, moment }: Grounds): boolean {
  if (account === undefined || isDone(account.report.said)) return false;
  const spoken = parsePlainDate(`${addMonths(account.report.asOf, 1)}-01`);
  // The month that was spoken of ends one day before the next begins.
  return spoken !== undefined && daysBetween(addDays(spoken, -1), dayOf(moment.asOf)) > staleDays;
}

/** Expected later than promised, and nobody has proposed to move it. */
const isMoved = ({ account, baseline, expected, isProposed }: Grounds): boolean =>
  !isProposed &&
  (account === undefined || !isDone(account.report.said)) &&
  expected !== undefined &&
  baseline.month !== undefined &&
  expected > baseline.month;

/** The flags of one pair, in the order of `flagNames`. */
export function flagsOf(grounds: Grounds): readonly Flag[] {
  const raised: Readonly<Record<Flag, boolean>> = {
    overdue: isOverdue(grounds),
    contradicts: contradicts(grounds),
    stale: isStale(grounds),
    moved: isMoved(grounds),
    blocked: grounds.blockedBy.length > 0,
    differs: grounds.account?.differ ?? false,
  };
  return flagNames.filter((name) => raised[name]);
}
