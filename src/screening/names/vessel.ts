import table from '../../../data/screening/name-words.json' with { type: 'json' };
import type { Draft } from './draft.ts';
import { joinLetters } from './organisation.ts';

const prefixes: ReadonlySet<string> = new Set(table.vesselPrefixes);

/** Gives the first word of a vessel's name its role where it says the kind of vessel: M/V, M.T., SS. */
export function markVessel(drafts: Draft[]): void {
  joinLetters(drafts);
  const [first, second] = drafts;
  if (first !== undefined && second !== undefined && prefixes.has(first.text)) first.role = 'vessel-prefix';
}
