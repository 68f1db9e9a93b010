import type { Disposition } from '#kernel';
import { disposition } from '#kernel';

/** What travel answers, from the most to the least restrictive (data/decisions/travel/dispositions.json holds the dated order). */
export const dispositions: readonly Disposition[] = [
  'refuse',
  'insufficient-data',
  'refer',
  'board-after-document-check',
  'board',
].map(disposition);

/** 0 is the most restrictive; a disposition that is none of travel's ranks with it. */
export const rankOf = (what: Disposition): number => Math.max(0, dispositions.indexOf(what));

/** The more restrictive of two; the first when they are equal. */
export const stricterOf = (a: Disposition, b: Disposition): Disposition => (rankOf(b) < rankOf(a) ? b : a);

/** Whether a traveller may board on this word: after a look at his documents, or at once. */
export const permitsBoarding = (what: Disposition): boolean =>
  rankOf(what) >= rankOf(disposition('board-after-document-check'));
