import table from '../../../data/screening/nicknames.json' with { type: 'json' };

const equivalents = new Map<string, ReadonlySet<string>>();
for (const group of Object.values(table.names).flat()) {
  for (const name of group) {
    equivalents.set(name, new Set([...(equivalents.get(name) ?? []), ...group.filter((other) => other !== name)]));
  }
}
const none: ReadonlySet<string> = new Set();

/**
 * Given names that may stand for this one (the text of a token): short and familiar forms, and the full names that have it
 * as theirs: BILL gives WILLIAM, and what else WILLIAM is called. The relation is symmetric, not transitive: ALEX leads to
 * ALEXANDER and ALEXANDRA, these not to each other.
 */
export const nicknamesOf = (text: string): ReadonlySet<string> => equivalents.get(text) ?? none;
