import { canonicalJson, encodeUtf8, type Hash, type ListEntry, type SubjectList, toHex } from '#kernel';

/** An entry that stands in both versions and says something else in the later one. */
export interface ChangedEntry {
  readonly before: ListEntry;
  readonly after: ListEntry;
  /** The members that differ, in the order of the alphabet: `names`, `nationalities`. */
  readonly members: readonly string[];
}

/** What became of a list between two versions, in the order of the version where each entry stands. */
export interface ListDelta {
  readonly added: readonly ListEntry[];
  readonly changed: readonly ChangedEntry[];
  readonly withdrawn: readonly ListEntry[];
}

/** One text for a member's value; lists are sets here, since publishers print the same aliases in another order. */
const contentOf = (value: unknown): string =>
  Array.isArray(value)
    ? canonicalJson([...new Set(value.map((one) => canonicalJson(one)))].sort())
    : canonicalJson(value ?? null);

const membersOf = (entry: ListEntry): ReadonlyMap<string, string> =>
  new Map(Object.entries(entry).map(([name, value]) => [name, contentOf(value)]));

/** The members that differ between two entries, in the order of the alphabet. */
export function changedMembers(before: ListEntry, after: ListEntry): readonly string[] {
  const [one, other] = [membersOf(before), membersOf(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}

/**
 * Compares two versions of a list by the numbers of their entries: what came, what changed and in which members, what
 * went. The order of names, documents and the like is no change. A withdrawn entry is one that the later version lacks.
 */
export function deltaOf(before: SubjectList, after: SubjectList): ListDelta {
  const old = new Map(before.entries.map((entry) => [entry.entry, entry]));
  const now = new Set(after.entries.map(({ entry }) => entry));
  const changed = after.entries.flatMap((entry): ChangedEntry[] => {
    const then = old.get(entry.entry);
    const members = then === undefined ? [] : changedMembers(then, entry);
    return then === undefined || members.length === 0 ? [] : [{ before: then, after: entry, members }];
  });
  return {
    added: after.entries.filter(({ entry }) => !old.has(entry)),
    changed,
    withdrawn: before.entries.filter(({ entry }) => !now.has(entry)),
  };
}

/**
 * The digest of what an entry says (SHA-256 of its canonical JSON, RFC 8785, in hexadecimal), to which a clearance is
 * bound. Neither the order of names and documents nor the day of the last change alters it: what is said has to change.
 */
export function contentHash(entry: ListEntry, hash: Hash): string {
  const members = [...membersOf(entry)].filter(([name]) => name !== 'updatedOn');
  return toHex(hash.sha256(encodeUtf8(canonicalJson(Object.fromEntries(members)))));
}
