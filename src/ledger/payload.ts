import { decodeStrictUtf8, encodeUtf8, putAscii } from '#kernel';
import { putU32, room, u32At } from './bytes.ts';

/** Forms of a payload's plain bytes, by their first one. */
const formJson = 1;
/** An object with a member `bytes`: length of the JSON of the rest (4 bytes), the JSON, the bytes. */
const formJsonAndBytes = 2;
const formBytes = 3;

/**
 * A payload is filled up with 0x80 and zeros (ISO/IEC 7816-4) to a multiple of this, so that its length tells little
 * of what is in it.
 */
const block = 64;

const fill = (length: number): Uint8Array => {
  const padded = room((Math.floor(length / block) + 1) * block);
  padded[length] = 0x80;
  return padded;
};

const json = (data: unknown): string => JSON.stringify(data) ?? 'null';
const nothing = new Uint8Array(0);

/**
 * The plain bytes of an entry's data: bytes as they are, an object with a member `bytes` as JSON and bytes (a raw
 * message with what is known of it), anything else as JSON; padded.
 */
export function encodePayload(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return joined(formBytes, nothing, data);
  if (typeof data === 'object' && data !== null && 'bytes' in data && data.bytes instanceof Uint8Array) {
    const { bytes } = data;
    const text = encodeUtf8(json({ ...data, bytes: undefined }));
    const head = new Uint8Array(4 + text.length);
    putU32(head, 0, text.length);
    head.set(text, 4);
    return joined(formJsonAndBytes, head, bytes);
  }
  return text(json(data));
}

/** Almost every text is ASCII, and is then written where it belongs at once. */
function text(letters: string): Uint8Array {
  const padded = fill(1 + letters.length);
  if (!putAscii(letters, padded.subarray(1))) return joined(formJson, nothing, encodeUtf8(letters));
  padded[0] = formJson;
  return padded;
}

function joined(form: number, head: Uint8Array, body: Uint8Array): Uint8Array {
  const padded = fill(1 + head.length + body.length);
  padded[0] = form;
  padded.set(head, 1);
  padded.set(body, 1 + head.length);
  return padded;
}

function unpadded(padded: Uint8Array): Uint8Array | undefined {
  let end = padded.length - 1;
  while (padded[end] === 0) end -= 1;
  return padded[end] === 0x80 ? padded.subarray(0, end) : undefined;
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | undefined {
  const text = decodeStrictUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Reads what `encodePayload` wrote; undefined when the bytes are none of it. */
export function decodePayload(padded: Uint8Array): { readonly value: unknown } | undefined {
  const bytes = unpadded(padded);
  if (bytes === undefined) return undefined;
  if (bytes[0] === formJson) return parsed(bytes.subarray(1));
  if (bytes[0] === formBytes) return { value: bytes.slice(1) };
  if (bytes[0] !== formJsonAndBytes || bytes.length < 5) return undefined;
  const end = 5 + u32At(bytes, 1);
  const rest = end > bytes.length ? undefined : parsed(bytes.subarray(5, end));
  if (typeof rest?.value !== 'object') return undefined;
  return { value: { ...rest.value, bytes: bytes.slice(end) } };
}
