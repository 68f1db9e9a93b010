import { decodeLatin1 } from '#kernel';
import { findOpening } from './opening.ts';
import { scan } from './scan.ts';
import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters } from './service-characters.ts';
import { packTag, unpackTag } from './tag.ts';
import { Tape } from './tape.ts';

/** A stretch of a lodgement: a segment, a UNA, or what stands between them (blanks, line breaks, headers, footers). */
export interface Stretch {
  readonly kind: 'segment' | 'advice' | 'between';
  readonly offset: number;
  readonly length: number;
  /** Of a segment: its tag; empty when it has none. */
  readonly tag: string;
  readonly characters: ServiceCharacters;
}

const unz = packTag('UNZ');
/** The place of the tag's end is all that is asked of the marks of a segment. */
const limits = { segmentBytes: Number.MAX_SAFE_INTEGER, segmentElements: 1 };

/** Cuts a whole lodgement into stretches that follow each other without a gap, so that together they are its bytes. */
export function* stretches(bytes: Uint8Array): Generator<Stretch> {
  const tape = new Tape(bytes);
  let done = 0;
  const stretch = (kind: Stretch['kind'], end: number, tag = ''): Stretch => {
    const offset = done;
    done = end;
    return { kind, offset, length: end - offset, tag, characters: tape.characters };
  };
  function* complete(): Generator<Stretch> {
    for (let index = 0; index < tape.count; index += 1) {
      const start = tape.start(index);
      const tag = tape.tag(index);
      if (start > done) yield stretch('between', start);
      yield stretch('segment', tape.end(index) + 1, tag === 0 ? '' : unpackTag(tag));
    }
  }
  while (done < bytes.length) {
    const opening = findOpening(bytes, done, bytes.length);
    if (opening === undefined) break;
    tape.use(opening.characters, true);
    if (opening.at > done) yield stretch('between', opening.at);
    if (opening.segments > done) yield stretch('advice', opening.segments);
    tape.at = opening.segments;
    let closed = false;
    while (!closed && scan(tape, bytes.length, limits)) {
      closed = tape.tag(tape.count - 1) === unz;
      yield* complete();
      tape.drop(0);
    }
    if (!closed) break;
  }
  yield* complete();
  if (done < bytes.length) yield stretch('between', bytes.length);
}

/** A lodgement taken apart so far that a person can read and change it, and put together again byte by byte. */
export type WireItem =
  | { readonly kind: 'between' | 'advice'; readonly text: string }
  | {
      readonly kind: 'segment';
      readonly tag: string;
      /** Elements, their repetitions, their components. */
      readonly elements: readonly (readonly (readonly string[])[])[];
      /** The segment as it stood, where writing its elements would give other bytes: hard wraps, needless releases. */
      readonly verbatim?: string;
    };

/**
 * Takes a lodgement apart. `writeWire(readWire(bytes))` gives the same bytes, whatever they are: each byte stands as the
 * ISO 8859-1 character of its number, so that no character set can lose one.
 */
export function readWire(bytes: Uint8Array): WireItem[] {
  const items: WireItem[] = [];
  /** The characters that a writer has been told of. */
  let told = defaultCharacters;
  for (const { kind, offset, length, characters } of stretches(bytes)) {
    const text = decodeLatin1(bytes, offset, offset + length);
    if (kind === 'segment') items.push(segmentItem(text, characters, told));
    else {
      items.push({ kind, text });
      if (kind === 'advice') told = advised(text) ?? told;
    }
  }
  return items;
}

function segmentItem(text: string, characters: ServiceCharacters, told: ServiceCharacters): WireItem {
  const [[[tag = ''] = []] = [], ...elements] = splitSegment(text.slice(0, -1), characters);
  const item = { kind: 'segment' as const, tag, elements };
  return segmentText(tag, elements, told) === text ? item : { ...item, verbatim: text };
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The service characters of a UNA as it stands. */
function advised(advice: string): ServiceCharacters | undefined {
  const bytes = latin1(`${advice}UNB+`);
  return findOpening(bytes, 0, bytes.length)?.characters;
}

/** Splits a segment by its service characters, releases taken off. The first element is the tag. */
function splitSegment(text: string, characters: ServiceCharacters): string[][][] {
  const { component, element, release, repetition } = characters;
  let components = [''];
  let repetitions = [components];
  const elements = [repetitions];
  for (let at = 0; at < text.length; at += 1) {
    const byte = text.charCodeAt(at);
    if (byte === element) {
      components = [''];
      repetitions = [components];
      elements.push(repetitions);
    } else if (byte === repetition) {
      components = [''];
      repetitions.push(components);
    } else if (byte === component) components.push('');
    else {
      if (byte === release) at += 1;
      components.push((components.pop() ?? '') + text.charAt(at));
    }
  }
  return elements;
}

function segmentText(
  tag: string,
  elements: readonly (readonly (readonly string[])[])[],
  characters: ServiceCharacters,
): string {
  const sign = (byte: number) => String.fromCharCode(byte);
  const signs = Object.values({ ...characters, decimal: 0 }).filter((byte) => byte !== 0);
  const released = (text: string): string =>
    Array.from(text, (character) =>
      signs.includes(character.charCodeAt(0)) ? sign(characters.release) + character : character,
    ).join('');
  const texts = elements.map((repetitions) =>
    repetitions
      .map((components) => components.map(released).join(sign(characters.component)))
      .join(sign(characters.repetition)),
  );
  return [tag, ...texts].join(sign(characters.element)) + sign(characters.terminator);
}

/** Puts a lodgement together again. */
export function writeWire(items: readonly WireItem[]): Uint8Array {
  let characters = defaultCharacters;
  const texts = items.map((item) => {
    if (item.kind === 'segment') return item.verbatim ?? segmentText(item.tag, item.elements, characters);
    if (item.kind === 'advice') characters = advised(item.text) ?? characters;
    return item.text;
  });
  return latin1(texts.join(''));
}
