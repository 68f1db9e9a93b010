import { byteAt } from '#kernel';
import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters, isAlphanumeric, levelBCharacters, readServiceCharacters } from './service-characters.ts';

/** Where an interchange begins among the lines of the transport that it came in. */
export interface Opening {
  /** The first byte of UNA, or of the first segment where there is no UNA. */
  readonly at: number;
  /** The first byte after the UNA. */
  readonly segments: number;
  readonly characters: ServiceCharacters;
  /** The UNA as it stands, where there is one. */
  readonly advice?: readonly number[];
  /** `short`: five characters instead of six; `unusable`: they cannot separate, and the default is used. */
  readonly fault?: 'short' | 'unusable';
}

const letterU = 0x55;
const letterN = 0x4e;

/**
 * Finds the next interchange between `from` and `end`: a UNA, a UNB, or a UNH where there is neither. Line breaks
 * within are passed over, since a hard wrap may stand anywhere.
 */
export function findOpening(bytes: Uint8Array, from: number, end: number): Opening | undefined {
  for (let at = bytes.indexOf(letterU, from); at >= 0 && at < end; at = bytes.indexOf(letterU, at + 1)) {
    const opening = openingAt(new Reading(bytes, at + 1, end), at);
    if (opening !== undefined) return opening;
  }
  return undefined;
}

/** Steps over bytes without line breaks. */
class Reading {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  at: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.#bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  /** The next byte that is no line break; 0 at the end. */
  next(): number {
    while (this.at < this.#end) {
      const byte = byteAt(this.#bytes, this.at++);
      if (byte !== 0x0a && byte !== 0x0d) return byte;
    }
    return 0;
  }

  /** True when, after blanks and line breaks, a UNB, UNG or UNH follows. */
  opensSegment(): boolean {
    while (this.at < this.#end && byteAt(this.#bytes, this.at) <= 0x20) this.at += 1;
    if (this.next() !== letterU || this.next() !== letterN) return false;
    const third = this.next();
    return third === 0x42 || third === 0x47 || third === 0x48;
  }
}

function openingAt(reading: Reading, at: number): Opening | undefined {
  if (reading.next() !== letterN) return undefined;
  switch (reading.next()) {
    case 0x41:
      return adviceAt(reading, at);
    case 0x42:
    case 0x48: {
      const characters = charactersAfterTag(reading);
      return characters === undefined ? undefined : { at, segments: at, characters };
    }
    default:
      return undefined;
  }
}

/** Reads what follows `UNB` or `UNH`: a separator, letters or digits. */
function charactersAfterTag(reading: Reading): ServiceCharacters | undefined {
  const separator = reading.next();
  const characters = [defaultCharacters, levelBCharacters].find(({ element }) => element === separator);
  return characters !== undefined && isAlphanumeric(reading.next()) ? characters : undefined;
}

function adviceAt(reading: Reading, at: number): Opening | undefined {
  const five = [reading.next(), reading.next(), reading.next(), reading.next(), reading.next()];
  const afterFive = reading.at;
  const six = [...five, reading.next()];
  const afterSix = reading.at;
  const short = six[5] === letterU;
  if (short) reading.at = afterFive;
  if (!reading.opensSegment()) return undefined;
  const segments = short ? afterFive : afterSix;
  const advice = short ? five : six;
  // Of five characters the decimal mark is the one that senders leave out.
  const characters = readServiceCharacters(short ? [...five.slice(0, 2), 0x2e, ...five.slice(2)] : six);
  if (characters === undefined) return { at, segments, characters: defaultCharacters, advice, fault: 'unusable' };
  return { at, segments, characters, advice, ...(short ? { fault: 'short' as const } : {}) };
}

const signatures: readonly (readonly [string, readonly (readonly number[])[]])[] = [
  ['ZIP', [[0x50, 0x4b, 3, 4]]],
  ['GZIP', [[0x1f, 0x8b]]],
  ['PDF', [[0x25, 0x50, 0x44, 0x46]]],
  ['JSON', [[0x7b], [0x5b]]],
];

/** The name of another format that the bytes look like: HTML, XML, ZIP, GZIP, PDF or JSON. */
export function otherFormat(bytes: Uint8Array): string | undefined {
  let at = 0;
  while (at < bytes.length && (byteAt(bytes, at) <= 0x20 || [0xef, 0xbb, 0xbf].includes(byteAt(bytes, at)))) {
    if (bytes[at] === 0x1f) break;
    at += 1;
  }
  const rest = bytes.subarray(at, at + 256);
  const found = signatures.find(([, starts]) => starts.some((start) => start.every((byte, i) => rest[i] === byte)));
  if (found !== undefined) return found[0];
  const text = String.fromCharCode(...rest).toLowerCase();
  if (!text.startsWith('<')) return undefined;
  return text.includes('<html') || text.startsWith('<!doctype html') ? 'HTML' : 'XML';
}
