import table from '../../../data/screening/name-words.json' with { type: 'json' };
import type { Draft } from './draft.ts';
import { joinLetters } from './organisation.ts';

const prefixes: ReadonlySet<string> = new Set(table.vesselPrefixes);

/** Gives the first word of a vessel's name its role where it says the kind of vessel: M/V, M.T., SS. */
export function markVessel(drafts: Draft[]): void {
  joinLetters(drafts);
  const notLast = drafts.slice(0, -1);
  for (const first of notLast.slice(0, 1)) if (prefixes.has(first.text)) first.role = 'vessel-prefix';
}
