/** A programming error: something that cannot happen did. It is never caught to carry on; it crashes with its place. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Crashes with `text` when `condition` is false. For what the code promises itself, never for what a sender sent. */
export function invariant(condition: boolean, text: string): asserts condition {
  if (!condition) throw new Bug(text);
}

/** Ends a switch over a union: a new member without its own branch does not compile. */
export function unreachable(member: never): never {
  throw new Bug(`no branch for ${JSON.stringify(member)}`);
}

/** The code that the platform gave an error, such as `ENOENT`; undefined when it has none. */
export const platformCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
