/** An object without the members that are undefined, empty or false, so that absent stays absent. */
export const filled = <Members extends object>(
  members: Members,
): { [Key in keyof Members]?: Exclude<Members[Key], undefined> } =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  ) as { [Key in keyof Members]?: Exclude<Members[Key], undefined> };
