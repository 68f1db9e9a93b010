import { type Draft, draftOf } from './draft.ts';

const upper = 1;
const lower = 2;
const joining = 3;
const foreign = 4;

/** What each ASCII character is to a name; 0 parts words. An apostrophe joins what it stands between (ICAO 9303-3 4.6). */
const classes = new Uint8Array(128);
for (let code = 0x30; code <= 0x39; code += 1) classes[code] = upper;
for (let code = 0x41; code <= 0x5a; code += 1) {
  classes[code] = upper;
  classes[code + 0x20] = lower;
}
classes[0x27] = joining;
classes[0x60] = joining;

function textOf(word: string, seen: number): string {
  const text = seen & (1 << joining) ? word.replace(/['`]/g, '') : word;
  return seen & (1 << lower) ? text.toUpperCase() : text;
}

/**
 * The words of a name that is written in ASCII; `undefined` where it is not. One pass over the characters, so that most
 * names cost no more than their words.
 */
export function plainWords(written: string): Draft[] | undefined {
  const drafts: Draft[] = [];
  let start = 0;
  let seen = 0;
  for (let at = 0; at <= written.length; at += 1) {
    const code = at < written.length ? written.charCodeAt(at) : 0;
    const kind = code < 128 ? (classes[code] ?? 0) : foreign;
    if (kind === foreign) return undefined;
    if (kind !== 0) {
      seen |= 1 << kind;
      continue;
    }
    if (seen !== 0 && seen !== 1 << joining) {
      const word = written.slice(start, at);
      drafts.push(draftOf(textOf(word, seen), word));
    }
    start = at + 1;
    seen = 0;
  }
  return drafts;
}
