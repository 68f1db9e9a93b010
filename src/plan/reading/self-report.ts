import { type Pair, pairs } from '../pairs.ts';
import type { State } from '../register/schema.ts';
import type { Tell } from './tell.ts';
import { readWhen, type When } from './when.ts';

/** What a report says of a promise, in one of its own words, with what stands beside it. */
export interface ReportedState {
  readonly status: State;
  readonly forecast?: When;
  /** What the word is confined to: `full-implementation`, `negotiations`, or a note in brackets, in lower case. */
  readonly qualifier?: string;
}

/** One word for every pair, or one for each pair that is named; the others are unknown. */
export type SelfReport =
  | { readonly scope: 'all'; readonly all: ReportedState }
  | ({ readonly scope: 'per-pair' } & Readonly<Partial<Record<Pair, ReportedState>>>);

/** One way to say how something stands: what precedes `when` is the pattern, whose group is the time. */
interface Wording {
  readonly pattern: RegExp;
  readonly status: State;
  readonly qualifier?: string;
}

/** The words of the reports (exchange reference, 7.2). Spaces are single when they are tried; each names its time last. */
const wordings: readonly Wording[] = [
  { pattern: /^on track$/i, status: 'on-track' },
  { pattern: /^initiated$/i, status: 'initiated' },
  { pattern: /^initiated, negotiations completed by (.+)$/i, status: 'initiated', qualifier: 'negotiations' },
  { pattern: /^completed$/i, status: 'completed' },
  { pattern: /^completed ?\/ ?ongoing$/i, status: 'completed-ongoing' },
  { pattern: /^partially completed(?:, finished(?: in)? (.+))?$/i, status: 'partially-completed' },
  { pattern: /^delayed(?: to (.+))?$/i, status: 'delayed' },
  { pattern: /^full implementation delayed(?: to (.+))?$/i, status: 'delayed', qualifier: 'full-implementation' },
];

/** Splits `Completed (visits)` into the word and the note; no note when no bracket closes the text. */
function splitNote(text: string): readonly [core: string, note: string | undefined] {
  const open = text.lastIndexOf(' (');
  const closed = open > 0 && text.endsWith(')');
  return closed
    ? [
        text.slice(0, open),
        text
          .slice(open + 2, -1)
          .trim()
          .toLowerCase(),
      ]
    : [text, undefined];
}

/** Reads what stands for one pair or for all; undefined when a word or a time is not understood. */
function readState(text: string): ReportedState | undefined {
  const [core, note] = splitNote(text);
  for (const { pattern, status, qualifier } of wordings) {
    const said = pattern.exec(core);
    if (said === null) continue;
    const forecast = said[1] === undefined ? undefined : readWhen(said[1]);
    if (said[1] !== undefined && forecast === undefined) return undefined;
    const confined = qualifier ?? note;
    return {
      status,
      ...(forecast === undefined ? {} : { forecast }),
      ...(confined === undefined ? {} : { qualifier: confined }),
    };
  }
  return undefined;
}

/** The reports write CN for Canada. */
const nationOf = (letters: string): string => (letters === 'CN' ? 'CA' : letters);

/** The pair of two countries, in whichever order they are named. */
const pairOf = (one: string, other: string): Pair | undefined =>
  pairs.find(
    (pair) => pair === `${nationOf(one)}-${nationOf(other)}` || pair === `${nationOf(other)}-${nationOf(one)}`,
  );

/** Reads `US-CN: ... US-MX: ...`; undefined when a pair is none of ours, is named twice, or its word is not understood. */
function readPerPair(text: string, tell: Tell): SelfReport | undefined {
  const names = [...text.matchAll(/\b([A-Z]{2})-( ?)([A-Z]{2}) ?:/g)];
  const said = new Map<Pair, ReportedState>();
  for (const [at, { 0: name, 1: one = '', 2: space, 3: other = '', index }] of names.entries()) {
    if (space !== '') tell('PLN-0123', { text: name });
    const pair = pairOf(one, other);
    const state = readState(text.slice(index + name.length, names[at + 1]?.index).trim());
    if (pair === undefined || state === undefined || said.has(pair)) return undefined;
    said.set(pair, state);
  }
  return { scope: 'per-pair', ...Object.fromEntries(said) };
}

const markup = /<\/?[a-z]{1,10}>/gi;

/** The text without markup; says so when there was some. */
export function withoutMarkup(text: string, tell: Tell): string {
  const tags = text.match(markup);
  if (tags === null) return text;
  tell('PLN-0122', { text: [...new Set(tags)].join(' ') });
  return text.replace(markup, '');
}

/**
 * Reads what a report says of a promise, by the grammar of the founding report (exchange reference, 7.2). Undefined, and
 * PLN-0108, for what it does not understand: a word is never guessed.
 */
export function readSelfReport(raw: string, tell: Tell): SelfReport | undefined {
  const text = withoutMarkup(raw, tell).replace(/\s+/g, ' ').trim();
  const isPerPair = /^[A-Z]{2}- ?[A-Z]{2} ?:/.test(text);
  const all = isPerPair ? undefined : readState(text);
  const said = isPerPair ? readPerPair(text, tell) : all && { scope: 'all' as const, all };
  if (said === undefined) tell('PLN-0108', { text: raw });
  return said;
}

/** The pairs of which a report says something. */
export const pairsNamed = (said: SelfReport): readonly Pair[] =>
  said.scope === 'all' ? pairs : pairs.filter((pair) => said[pair] !== undefined);
