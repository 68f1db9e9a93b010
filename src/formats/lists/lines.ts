import { decodeLatin1, decodeStrictUtf8 } from '#kernel';

/**
 * Hands over the lines of a text one by one, with their number from 1; blank ones count and are left out. The text is
 * UTF-8, or ISO 8859-1 where the bytes are no UTF-8; a line ends in LF or CR LF.
 */
export function eachLine(bytes: Uint8Array, take: (line: string, segment: number) => void): void {
  const text = (decodeStrictUtf8(bytes) ?? decodeLatin1(bytes)).replace(/^\uFEFF/, '');
  let segment = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    segment += 1;
    if (line !== '') take(line, segment);
    start = end + 1;
  }
}

/** A value of JSON; undefined when the text is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
