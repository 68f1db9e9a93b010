import { decodeLatin1, decodeStrictUtf8, decodeUtf8, encodeUtf8, oneByteCharacters } from '#kernel';
import table from '../../../data/edifact/syntax.json' with { type: 'json' };

/** A character set as an interchange names it (UNB S001 0001). */
export interface Charset {
  readonly name: string;
  readonly lowerCase: boolean;
  /** Text of bytes; what the set does not know becomes U+FFFD, or its ISO 8859-1 character where the set is ASCII. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Bytes of text; undefined when the set lacks one of its characters. */
  readonly encode: (text: string) => Uint8Array | undefined;
  /** True when every byte of the text is one that the set knows. */
  readonly allows: (bytes: Uint8Array) => boolean;
}

const identifiers: Readonly<Record<string, { readonly charset: string; readonly lowerCase: boolean }>> =
  table.identifiers;
const made = new Map<string, Charset>();

/**
 * The character set of a syntax identifier, by `data/edifact/syntax.json`; undefined when the table lacks it.
 * Text outside ASCII in a set that is ASCII only is read as UTF-8 where it is well-formed, else as ISO 8859-1.
 */
export function charsetOf(identifier: string): Charset | undefined {
  const entry = Object.hasOwn(identifiers, identifier) ? identifiers[identifier] : undefined;
  if (entry === undefined) return undefined;
  const known = made.get(identifier);
  if (known !== undefined) return known;
  const charset = makeCharset(entry.charset, entry.lowerCase);
  made.set(identifier, charset);
  return charset;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const isAsciiText = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

function makeCharset(name: string, lowerCase: boolean): Charset {
  if (name === 'utf-8') {
    return {
      name,
      lowerCase,
      decode: decodeUtf8,
      encode: encodeUtf8,
      allows: (bytes) => decodeStrictUtf8(bytes) !== undefined,
    };
  }
  const characters = name === 'iso-8859-1' ? latin1 : name === 'ascii' ? undefined : oneByteCharacters(name);
  return characters === undefined ? asciiCharset(name, lowerCase) : oneByteCharset(name, lowerCase, characters);
}

const latin1 = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

function asciiCharset(name: string, lowerCase: boolean): Charset {
  return {
    name,
    lowerCase,
    decode: (bytes) => decodeStrictUtf8(bytes) ?? decodeLatin1(bytes),
    encode: (text) => (isAsciiText(text) ? encodeUtf8(text) : undefined),
    allows: isAscii,
  };
}

function oneByteCharset(name: string, lowerCase: boolean, characters: readonly string[]): Charset {
  const bytesOf = new Map(characters.map((character, byte) => [character, byte]));
  bytesOf.delete('\ufffd');
  return {
    name,
    lowerCase,
    decode: (bytes) => Array.from(bytes, (byte) => characters[byte] ?? '\ufffd').join(''),
    encode: (text) => {
      const bytes = Array.from(text, (character) => bytesOf.get(character));
      return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined;
    },
    allows: (bytes) => bytes.every((byte) => characters[byte] !== '\ufffd'),
  };
}

/** The set that is assumed before the UNB was read and when it names none that is known. */
export const asciiFallback: Charset = asciiCharset('ascii', true);
