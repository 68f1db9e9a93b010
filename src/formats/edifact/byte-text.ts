import { byteAt } from '#kernel';

// What an import names is looked up at each use, what a constant of this module holds is not: it doubles the speed.
const byte = byteAt;

/** The text of ASCII bytes. For the few that a component has this is quicker than a decoder. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  for (; at + 4 <= end; at += 4) {
    text += String.fromCharCode(byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2), byte(bytes, at + 3));
  }
  for (; at < end; at += 1) text += String.fromCharCode(byte(bytes, at));
  return text;
}

/** True when the bytes are this ASCII text. */
export function sameText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let at = start; at < end; at += 1) if (byte(bytes, at) !== text.charCodeAt(at - start)) return false;
  return true;
}

/** True when the bytes are the same as others. */
export function sameBytes(bytes: Uint8Array, start: number, end: number, others: Uint8Array): boolean {
  if (end - start !== others.length) return false;
  for (let at = start; at < end; at += 1) if (byte(bytes, at) !== byte(others, at - start)) return false;
  return true;
}

/** The number that one to nine digits are; -1 when the bytes are anything else. */
export function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 9) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = byte(bytes, at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Takes line breaks out of text as it stood in the bytes, and release characters off. */
export function withoutSigns(text: string, release: number): string {
  if (release === 0) return text.replace(/[\r\n]/g, '');
  const sign = String.fromCharCode(release);
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    let character = text.charAt(at);
    if (character === sign) {
      at += 1;
      while (text.charAt(at) === '\r' || text.charAt(at) === '\n') at += 1;
      character = text.charAt(at);
    }
    if (character !== '\r' && character !== '\n') out += character;
  }
  return out;
}
