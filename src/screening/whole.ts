import type { SubjectName } from '#kernel';

/** The whole of a name, however its format tells it apart. */
export const wholeOf = (name: SubjectName): string => name.whole ?? `${name.given ?? ''} ${name.family ?? ''}`;
