import { z } from 'zod';

/** The pairs of three countries, each of which keeps its own account of a promise. */
export const pairs = ['US-CA', 'US-MX', 'CA-MX'] as const;
export type Pair = (typeof pairs)[number];
export const pairSchema = z.enum(pairs);

/** To whom a promise speaks: every pair, one pair by its text, or the three together by its text. */
export const scopes = ['all', 'trilateral', ...pairs] as const;
export type Scope = (typeof scopes)[number];

/** The pairs that a promise binds; in the others it is not applicable, which is not the same as unknown. */
export const pairsOf = (scope: Scope): readonly Pair[] => (scope === 'all' || scope === 'trilateral' ? pairs : [scope]);

/** The two countries of a pair, by their ISO 3166-1 alpha-2 codes. */
export const countriesOf = (pair: Pair): readonly string[] => pair.split('-');
