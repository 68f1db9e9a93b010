import codes from '../../../data/lists/alpha2.json' with { type: 'json' };
import adjectives from '../../../data/lists/demonyms.json' with { type: 'json' };
import table from '../../../data/lists/states.json' with { type: 'json' };
import { piecesOf } from './pieces.ts';

const alpha2: ReadonlyMap<string, string> = new Map(Object.entries(codes.codes));

/** Case, typographic apostrophes, an article before and a full stop behind make no difference to a name. */
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:of )?the /, '')
    .replace(/\.$/, '');

const states: ReadonlyMap<string, string> = new Map(
  [...Object.entries(adjectives.states), ...Object.entries(table.states)].map(([name, state]) => [plain(name), state]),
);

/** The code of a state (ISO 3166-1 alpha-3) by its alpha-2 or alpha-3 code in any case; undefined when it is neither. */
export function stateOfCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return alpha2.get(code) ?? (/^[A-Z]{3}$/.test(code) ? code : undefined);
}

/**
 * The code of a state (ISO 3166-1 alpha-3) by its English name, by its adjective as the lists of the EU print it, or by
 * the code itself in capitals; undefined when it is none of them.
 */
export function stateOf(text: string): string | undefined {
  const name = text.trim();
  const named = states.get(plain(name));
  if (named !== undefined) return named;
  return name === name.toUpperCase() ? stateOfCode(name) : undefined;
}

/** What is said around a state and does not change which it is: `Italian since 1990`, `Pakistani (presumed)`. */
const bare = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, '')
    .replace(/^(?:allegedly|possibly) /i, '')
    .replace(/ (?:since \d{4}|by birth)$/i, '');

/** The states that a sentence names, and the pieces of it that name none. */
export interface StatesRead {
  readonly states: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Reads states as lists print several of them: `(a) German, (b) Moroccan`, `Iranian and US`, `Syrian/Iranian`,
 * `(1) Iran (2) Iraq`. A text that is one state as a whole (`Trinidad and Tobago`) is not cut.
 */
export function statesIn(text: string): StatesRead {
  const whole = stateOf(text);
  if (whole !== undefined) return { states: [whole], unread: [] };
  const cut = piecesOf(text)
    .flatMap((piece) => piece.split(/[,/]/))
    .flatMap((piece) => (stateOf(bare(piece)) === undefined ? piece.split(/ and /) : [piece]));
  const pieces = cut.map((piece) => bare(piece).trim()).filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, state: stateOf(piece) }));
  return {
    states: [...new Set(read.flatMap(({ state }) => state ?? []))],
    unread: read.flatMap(({ piece, state }) => (state === undefined ? [piece] : [])),
  };
}
