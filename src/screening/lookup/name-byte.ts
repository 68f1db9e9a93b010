import type { NamePart, NameToken, TokenRole } from '../names/name.ts';

const roles: readonly TokenRole[] = [
  'plain',
  'initial',
  'particle',
  'honorific',
  'patronymic',
  'maternal',
  'legal-form',
  'vessel-prefix',
];
const parts: readonly (NamePart | undefined)[] = [undefined, 'family', 'given'];
const partShift = 3;
const cutBit = 1 << 5;
const otherBit = 1 << 6;

/** What is known of a word of a name beside its letters, in one byte: role, part, cut. */
export const byteOf = ({ role, part, cut }: NameToken): number =>
  roles.indexOf(role) | (parts.indexOf(part) << partShift) | (cut === true ? cutBit : 0);

/** Of a word that is another spelling of the one before it. */
export const otherSpelling = otherBit;

export const isOther = (byte: number): boolean => (byte & otherBit) !== 0;

/** The word that a byte and its spellings stand for; how it was written is not kept and is the text. */
export function tokenOf(byte: number, [text = '', ...others]: readonly string[]): NameToken {
  const part = parts[(byte >> partShift) & 3];
  return {
    text,
    role: roles[byte & 7] ?? 'plain',
    written: text,
    ...(others.length > 0 && { others }),
    ...(part !== undefined && { part }),
    ...((byte & cutBit) !== 0 && { cut: true as const }),
  };
}
