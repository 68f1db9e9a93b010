/**
 * Fits how the letters of a script are read in Latin from pairs of name tokens, and writes the table that
 * src/screening/names/fitted.ts reads: per letter, in its surroundings where they matter, the Latin letters that most pairs have.
 *
 *   node --import tsx tools/fit-transliteration.ts [folder with translit/] [arabic|chinese|korean] [at least so many]
 *
 * Letters and Latin are aligned by expectation maximisation (each letter gives 0 to `longestPiece` Latin letters, in order); pairs
 * that fit worst are taken for mismatched and left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readName, simplified } from '#screening/names';

interface Pair {
  readonly latin: string;
  readonly letters: readonly string[];
  readonly weight: number;
}

type Odds = Map<string, Map<string, number>>;

const longestPieces: Readonly<Record<string, number>> = { arabic: 3, chinese: 5, korean: 4 };
const rounds = 8;
const worstShare = 0.12;
const floor = 1e-7;

function pairsOf(path: string, piece: number): Pair[] {
  const pairs: Pair[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [written, spaced, count] = line.split('\t');
    if (written === undefined || spaced === undefined) continue;
    const latin = readName(written, 'vehicle').text.replaceAll(' ', '');
    const letters = simplified(spaced)
      .normalize('NFKC')
      .split(' ')
      .filter((letter) => /^\p{L}$/u.test(letter));
    if (latin.length < 2 || letters.length === 0 || latin.length > piece * letters.length) continue;
    pairs.push({ latin, letters, weight: Math.log2(1 + Number(count ?? 1)) });
  }
  return pairs;
}

const oddsOf = (odds: Odds | undefined, letter: string, piece: string, guess: number): number =>
  odds === undefined ? Math.exp(-Math.abs(piece.length - guess)) : (odds.get(letter)?.get(piece) ?? floor);

/** Every piece that a letter of the pair may give, with its probability given the whole pair; and the pair's likelihood. */
function expect(
  { latin, letters }: Pair,
  odds: Odds | undefined,
  longest: number,
): { readonly likelihood: number; readonly pieces: readonly (readonly [number, string, number])[] } {
  const n = letters.length;
  const m = latin.length;
  const guess = m / n;
  const forward = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const backward = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const at = (table: Float64Array[], row: number, column: number): number => table[row]?.[column] ?? 0;
  const put = (table: Float64Array[], row: number, column: number, value: number): void => {
    const line = table[row];
    if (line !== undefined) line[column] = value;
  };
  const p = (row: number, from: number, to: number): number =>
    oddsOf(odds, letters[row] ?? '', latin.slice(from, to), guess);
  put(forward, 0, 0, 1);
  put(backward, n, m, 1);
  for (let row = 0; row < n; row += 1) {
    for (let from = 0; from <= m; from += 1) {
      const so = at(forward, row, from);
      if (so === 0) continue;
      for (let to = from; to <= Math.min(m, from + longest); to += 1) {
        put(forward, row + 1, to, at(forward, row + 1, to) + so * p(row, from, to));
      }
    }
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    for (let from = 0; from <= m; from += 1) {
      let sum = 0;
      for (let to = from; to <= Math.min(m, from + longest); to += 1)
        sum += at(backward, row + 1, to) * p(row, from, to);
      put(backward, row, from, sum);
    }
  }
  const likelihood = at(forward, n, m);
  const pieces: (readonly [number, string, number])[] = [];
  for (let row = 0; row < n; row += 1) {
    for (let from = 0; from <= m; from += 1) {
      const so = at(forward, row, from);
      if (so === 0) continue;
      for (let to = from; to <= Math.min(m, from + longest); to += 1) {
        const share = (so * p(row, from, to) * at(backward, row + 1, to)) / likelihood;
        if (share > 1e-4) pieces.push([row, latin.slice(from, to), share]);
      }
    }
  }
  return { likelihood, pieces };
}

function add(table: Odds, key: string, piece: string, share: number): void {
  const row = table.get(key) ?? new Map<string, number>();
  row.set(piece, (row.get(piece) ?? 0) + share);
  table.set(key, row);
}

function normalised(counts: Odds): Odds {
  const odds: Odds = new Map();
  for (const [letter, row] of counts) {
    let total = 0.5;
    for (const count of row.values()) total += count;
    odds.set(letter, new Map([...row].map(([piece, count]) => [piece, count / total])));
  }
  return odds;
}

function withoutWorst(pairs: readonly Pair[], odds: Odds, longest: number): Pair[] {
  const scored = pairs.map((pair) => ({
    pair,
    fit: Math.log(expect(pair, odds, longest).likelihood + 1e-300) / pair.letters.length,
  }));
  scored.sort((a, b) => b.fit - a.fit);
  return scored.slice(0, Math.floor(scored.length * (1 - worstShare))).map(({ pair }) => pair);
}

/** Shares per letter in its surroundings: `pln` before, letter, next; `_` anything, `^` the beginning, `$` the end. */
function inContext(pairs: readonly Pair[], odds: Odds, longest: number): Odds {
  const counts: Odds = new Map();
  for (const pair of pairs) {
    for (const [row, piece, share] of expect(pair, odds, longest).pieces) {
      const before = pair.letters[row - 1] ?? '^';
      const letter = pair.letters[row] ?? '';
      const next = pair.letters[row + 1] ?? '$';
      for (const key of [`_${letter}_`, `_${letter}${next}`, `${before}${letter}_`, `${before}${letter}${next}`]) {
        add(counts, key, piece, share * pair.weight);
      }
    }
  }
  return counts;
}

const alternativeShare = 0.1;

function tableOf(counts: Odds, least: number): Record<string, string> {
  const best = new Map<string, string>();
  const total = (row: ReadonlyMap<string, number>): number => [...row.values()].reduce((sum, count) => sum + count, 0);
  for (const [key, row] of counts) {
    const all = total(row);
    if (all < (key.startsWith('_') && key.endsWith('_') ? 1 : least)) continue;
    const ordered = [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const kept = ordered.filter(([, count], at) => at === 0 || (at < 4 && count / all >= alternativeShare));
    best.set(key, kept.map(([piece]) => piece).join('/'));
  }
  const table: Record<string, string> = {};
  for (const [key, value] of [...best].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [before = '', letter = '', next = ''] = [...key];
    const wider =
      before === '_' && next === '_'
        ? undefined
        : before === '_' || next === '_'
          ? best.get(`_${letter}_`)
          : (best.get(`_${letter}${next}`) ?? best.get(`${before}${letter}_`) ?? best.get(`_${letter}_`));
    if (wider !== value) table[key] = value;
  }
  return table;
}

const [folder = '../shared/data', script = 'arabic', least = '8'] = process.argv.slice(2);
const longest = longestPieces[script] ?? 3;
let pairs = pairsOf(join(folder, 'screening', 'translit', `wd_${script}_train64.tsv`), longest);
let odds: Odds | undefined;
for (let round = 0; round < rounds; round += 1) {
  const counts: Odds = new Map();
  for (const pair of pairs) {
    const { likelihood, pieces } = expect(pair, odds, longest);
    if (likelihood === 0) continue;
    for (const [row, piece, share] of pieces) add(counts, pair.letters[row] ?? '', piece, share * pair.weight);
  }
  odds = normalised(counts);
  if (round === 4) pairs = withoutWorst(pairs, odds, longest);
}
const readings = tableOf(inContext(pairs, odds ?? new Map(), longest), Number(least));
const file = `data/screening/readings-${script}.json`;
writeFileSync(
  file,
  `${JSON.stringify(
    {
      title: `How letters are read in Latin, fitted from name tokens (${script})`,
      source: `tools/fit-transliteration.ts on wd_${script}_train64.tsv of steveash/NETransliteration-COLING2018 (CC0), ${pairs.length} pairs kept`,
      date: '2026-11-24',
      readings,
    },
    null,
    1,
  )}\n`,
);
console.log(`${file}: ${Object.keys(readings).length} readings`);
