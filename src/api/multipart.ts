import { decodeLatin1, decodeStrictUtf8, encodeUtf8, fromBase64Url } from '#kernel';

/** One message of many in a request. */
export interface Piece {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The pieces, or the number of the first one (from 1) that cannot be read. */
export type Pieces =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly piece: number };

const cr = 13;
const lf = 10;

/** The value of a parameter of a media type, `multipart/mixed; boundary=x`; undefined when there is none. */
export function parameterOf(mediaType: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]{1,256})"|([^;\\s"]{1,256}))`, 'i').exec(mediaType);
  return found?.[1] ?? found?.[2];
}

/** Where `needle` begins in `bytes` at or after `from`; -1 when it does not. */
function indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const first = needle[0];
  if (first === undefined) return -1;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same += 1;
    if (same === needle.length) return at;
  }
  return -1;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const blank = ascii('\r\n\r\n');

function pieceOf(section: Uint8Array): Piece | undefined {
  // A section without headers begins with its blank line.
  const bare = section[0] === cr && section[1] === lf;
  const end = bare ? -2 : indexOf(section, blank, 0);
  if (!bare && end < 0) return undefined;
  const headers = bare ? '' : decodeLatin1(section, 0, Math.min(end, 8192));
  const mediaType = /^content-type:[ \t]*([^\r\n]{1,256})/im.exec(headers)?.[1]?.trim();
  return { mediaType: mediaType ?? 'application/octet-stream', bytes: section.subarray(end + 4) };
}

/** The section that begins on the line after `at`, and where the delimiter behind it ends. */
function sectionAt(bytes: Uint8Array, at: number, delimiter: Uint8Array): { piece: Piece; next: number } | undefined {
  const start = bytes.indexOf(lf, at) + 1;
  if (start === 0) return undefined;
  // The delimiter behind an empty section shares its CRLF with the line before, hence the step back.
  const end = indexOf(bytes, delimiter, Math.max(start - 2, at));
  const piece = end < start ? undefined : pieceOf(bytes.subarray(start, end));
  return piece === undefined ? undefined : { piece, next: end + delimiter.length };
}

/**
 * Splits a multipart body (RFC 2046 section 5.1.1) without copying. The boundary is looked for at the beginning of
 * lines only, with CRLF before it, as the standard has it.
 */
export function splitMultipart(bytes: Uint8Array, boundary: string, most: number): Pieces {
  const delimiter = ascii(`\r\n--${boundary}`);
  const found = indexOf(bytes, delimiter.subarray(2), 0) === 0 ? -2 : indexOf(bytes, delimiter, 0);
  if (found === -1) return { ok: false, piece: 1 };
  const pieces: Piece[] = [];
  let at = found + delimiter.length;
  while (!(bytes[at] === 45 && bytes[at + 1] === 45)) {
    const section = pieces.length === most ? undefined : sectionAt(bytes, at, delimiter);
    if (section === undefined) return { ok: false, piece: pieces.length + 1 };
    pieces.push(section.piece);
    at = section.next;
  }
  return pieces.length === 0 ? { ok: false, piece: 1 } : { ok: true, pieces };
}

/**
 * Splits JSON lines, one message a line: `{"mediaType": "application/edifact", "text": "UNB…"}`, or `base64` in place
 * of `text`. Empty lines are passed over.
 */
export function splitJsonLines(bytes: Uint8Array, most: number): Pieces {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lf, start);
    const end = found < 0 ? bytes.length : found;
    const line = decodeStrictUtf8(bytes.subarray(start, end))?.trim();
    start = end + 1;
    if (line === '') continue;
    const piece = line === undefined || pieces.length === most ? undefined : jsonPiece(line);
    if (piece === undefined) return { ok: false, piece: pieces.length + 1 };
    pieces.push(piece);
  }
  return pieces.length === 0 ? { ok: false, piece: 1 } : { ok: true, pieces };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function jsonPiece(line: string): Piece | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { mediaType = 'application/octet-stream', text, base64 } = value;
  if (typeof mediaType !== 'string') return undefined;
  if (typeof text === 'string') return { mediaType, bytes: encodeUtf8(text) };
  if (typeof base64 !== 'string') return undefined;
  const bytes = fromBase64Url(
    base64
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
  );
  return bytes === undefined ? undefined : { mediaType, bytes };
}
