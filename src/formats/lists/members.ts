/** The members of a JSON object by name. */
export type Members = Readonly<Record<string, unknown>>;

/** True for a JSON object, which is neither a list nor null. */
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value, if it is one of the names; undefined otherwise. */
export const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value);

/** What stands under a member that may hold several, or under its name for one alone, which may hold a list too. */
export function severalOf(members: Members, several: string, one: string): unknown {
  const value = members[several] ?? members[one];
  if (members[several] !== undefined || Array.isArray(value)) return value;
  return value === undefined || value === null ? undefined : [value];
}

/** The text of a value, without the blanks around it; undefined when it is no text, or empty. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
