import type { SubjectDocument } from '#kernel';
import { isMembers } from './members.ts';
import { stateOfCode } from './states.ts';

/** Says what is wrong with a member, and gives what stands in its place. */
type Wrong = (member: string, expected: string) => string;

/** `P:X1234567:MEX`, `P:X1234567`, or a number alone; a colon is no part of a number. */
function membersOf(text: string): Readonly<Record<string, unknown>> {
  const [first, second, third] = text.split(':').map((part) => part.trim());
  if (second === undefined) return { number: first };
  return { type: first, number: second, ...(third === undefined ? {} : { issuingState: third }) };
}

/** Types as other programs spell them. */
const types: ReadonlyMap<string, string> = new Map([
  ['passport', 'P'],
  ['id', 'I'],
  ['id-card', 'I'],
  ['identity-card', 'I'],
  ['national-id', 'I'],
  ['visa', 'V'],
]);

/**
 * Reads a document of our own form: a text as `membersOf` reads it, or `{ "type", "number", "issuingState" }`, where
 * `issuer` and `country` stand for the issuing state too. A document that does not say what it is has the type `unknown`.
 */
export function readDocument(value: unknown, wrong: Wrong): SubjectDocument {
  const members = typeof value === 'string' ? membersOf(value) : value;
  if (!isMembers(members)) return { type: '', number: wrong('documents', 'object') };
  const { type, issuingState, issuer, country: state = issuingState ?? issuer } = members;
  const text = (one: unknown, member: string): string =>
    typeof one === 'string' && one.trim() !== '' ? one.trim() : wrong(member, 'text');
  const kind = type === undefined ? 'unknown' : text(type, 'type');
  const read = { type: types.get(kind.toLowerCase()) ?? kind, number: text(members['number'], 'number') };
  if (state === undefined) return read;
  const code = typeof state === 'string' ? stateOfCode(state) : undefined;
  return { ...read, issuingState: code ?? wrong('issuingState', 'ISO 3166-1') };
}
