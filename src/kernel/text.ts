/** What is let into the pure rooms by name: the platform's text codecs, which are functions of their input. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Encodes text as UTF-8. */
export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/**
 * Writes ASCII text at the start of `into`, which has room for it; false when the text holds anything else. Nothing after
 * the text's length is touched.
 */
export const putAscii = (text: string, into: Uint8Array): boolean =>
  encoder.encodeInto(text, into.subarray(0, text.length)).read === text.length;

/** Decodes UTF-8; a wrong sequence becomes U+FFFD. Keeps a byte order mark as U+FEFF. */
export const decodeUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Decodes UTF-8; undefined when a sequence is wrong. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes ISO 8859-1: each byte is the code point of the same number, so nothing is ever lost. */
export function decodeLatin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  // fromCharCode on pieces: one call for a long array overflows the stack.
  for (let at = start; at < end; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
  }
  return text;
}

const digits = '0123456789abcdef';

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits.charAt(byte >> 4) + digits.charAt(byte & 15);
  return text;
}

/** Bytes of a hexadecimal text; undefined when a character is not a hexadecimal digit or the length is odd. */
export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/**
 * The 256 characters of a one-byte character set by its label of the WHATWG Encoding Standard (`iso-8859-5`); a byte
 * that stands for nothing is U+FFFD. Undefined when the platform does not know the label.
 */
export function oneByteCharacters(label: string): readonly string[] | undefined {
  try {
    const decoder = new TextDecoder(label);
    return Array.from({ length: 256 }, (_, byte) => decoder.decode(new Uint8Array([byte])));
  } catch {
    return undefined;
  }
}
