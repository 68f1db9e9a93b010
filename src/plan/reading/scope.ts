import { type Pair, pairs, pairsOf, type Scope } from '../pairs.ts';
import { pairsNamed, type SelfReport } from './self-report.ts';
import type { Tell } from './tell.ts';

/** How texts name the countries. "North American" names none: its letters stand in no word of these. */
const names: readonly (readonly [nation: string, pattern: RegExp])[] = [
  ['US', /\bU\.S|\bUnited States\b/],
  ['CA', /Canad(?:a|ian)/],
  ['MX', /Mexic(?:o|an)/],
];

/** Texts that speak to all three together, whether they name them or not. */
const three = /\btrilateral|\bthree countries\b/i;
/** Texts that speak to two and do not say which. */
const two = /\bbinational\b|\bbilateral\b/i;

/**
 * To whom a text speaks: one pair when it names two countries, `trilateral` when it names three or says so, else `all`. What
 * stands in brackets is an aside and binds nobody (exchange reference, 7.3).
 */
export function scopeOf(text: string, tell: Tell): Scope {
  const spoken = text.replace(/\([^()]*\)/g, ' ');
  const named = names.filter(([, pattern]) => pattern.test(spoken)).map(([nation]) => nation);
  if (named.length === names.length || three.test(spoken)) return 'trilateral';
  const pair = named.length === 2 ? pairs.find((one) => named.every((nation) => one.includes(nation))) : undefined;
  if (pair === undefined && two.test(spoken)) tell('PLN-0134');
  return pair ?? 'all';
}

/** What is known of a pair: it was reported, nothing was said of it, or the promise does not bind it. */
export type Knowledge = 'reported' | 'unknown' | 'not-applicable';

/** What is known of each pair. PLN-0136 when a report speaks of a pair that its own text does not bind. */
export function knowledgeOf(scope: Scope, said: SelfReport | undefined, tell: Tell): Readonly<Record<Pair, Knowledge>> {
  const bound = pairsOf(scope);
  const named = said === undefined ? [] : pairsNamed(said);
  if (said?.scope === 'per-pair') {
    for (const pair of named) if (!bound.includes(pair)) tell('PLN-0136', { pair });
  }
  const known = (pair: Pair): Knowledge => {
    if (!bound.includes(pair)) return 'not-applicable';
    return named.includes(pair) ? 'reported' : 'unknown';
  };
  return { 'US-CA': known('US-CA'), 'US-MX': known('US-MX'), 'CA-MX': known('CA-MX') };
}
