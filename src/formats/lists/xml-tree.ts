import { SaxesParser } from 'saxes';
import { decodeUtf8 } from '#kernel';

/** One element with what stands in it. Names are without the prefix of their namespace. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

export interface ElementTaker {
  /** Elements of these names come whole, as soon as they end; nothing else is kept in memory. */
  readonly tags: readonly string[];
  readonly take: (element: Element, line: number) => void;
  readonly root: (attributes: Readonly<Record<string, string>>) => void;
}

const chunkBytes = 65_536;

/** The text of the bytes in pieces, cut where a character of UTF-8 begins. */
function* pieces(bytes: Uint8Array): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    let end = Math.min(start + chunkBytes, bytes.length);
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    yield decodeUtf8(bytes.subarray(start, end));
    start = end;
  }
}

/** A name without the prefix of its namespace. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML in pieces; returns the line of the first place where it is not well-formed, undefined when it is. */
export function eachElement(bytes: Uint8Array, { tags, take, root }: ElementTaker): number | undefined {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let brokenAt: number | undefined;
  let started = false;
  parser.on('error', () => {
    brokenAt ??= parser.line;
  });
  parser.on('opentag', (opened) => {
    const attributes = opened.attributes as Record<string, string>;
    const tag = localName(opened.name);
    if (!started) root(attributes);
    started = true;
    if (open.length > 0 || tags.includes(tag)) open.push({ tag, attributes, children: [], text: '' });
  });
  const addText = (text: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = open.pop();
    if (done === undefined) return;
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(done);
    else if (brokenAt === undefined) take(done, parser.line);
  });
  for (const piece of pieces(bytes)) {
    if (brokenAt === undefined) parser.write(piece);
  }
  if (brokenAt === undefined) parser.close();
  return brokenAt;
}
