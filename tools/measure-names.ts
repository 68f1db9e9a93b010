/**
 * How well names of other scripts are brought together with their Latin spellings: per script the share of true pairs that
 * each way finds (recall) and the share of random pairs that it takes for the same (collision). Prints the table.
 *
 *   node --import tsx tools/measure-names.ts [folder with translit/wd_*_dev16.tsv] [pairs per script] [ending, dev16]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import anyAscii from 'any-ascii';
import { readName, skeletonOf, skeletonsOf } from '#screening/names';

interface Pair {
  readonly latin: string;
  readonly other: string;
}

/** Random numbers from a seed (mulberry32), so that every run draws the same pairs. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The pairs of a file `Latin token <tab> letters parted by blanks <tab> count`, shuffled, at most so many. */
function pairsOf(path: string, most: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [latin, other] = line.split('\t');
    if (latin !== undefined && other !== undefined) pairs.push({ latin, other: other.replaceAll(' ', '') });
  }
  const random = randomFrom(20_261_124);
  for (let at = pairs.length - 1; at > 0; at -= 1) {
    const swap = Math.floor(random() * (at + 1));
    [pairs[at], pairs[swap]] = [pairs[swap] as Pair, pairs[at] as Pair];
  }
  return pairs.slice(0, most);
}

function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const left = a.slice(start);
  const right = b.slice(start);
  if (left.length === right.length) return left.slice(1) === right.slice(1);
  return left.length > right.length ? left.slice(1) === right : left === right.slice(1);
}

/** Jaro-Winkler similarity, 0 to 1. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedB = new Uint8Array(b.length);
  const common: string[] = [];
  for (let at = 0; at < a.length; at += 1) {
    for (let to = Math.max(0, at - reach); to <= Math.min(b.length - 1, at + reach); to += 1) {
      if (usedB[to] === 0 && a[at] === b[to]) {
        usedB[to] = 1;
        common.push(a[at] ?? '');
        break;
      }
    }
  }
  if (common.length === 0) return 0;
  let crossed = 0;
  let seen = 0;
  for (let to = 0; to < b.length; to += 1) {
    if (usedB[to] === 0) continue;
    if (common[seen] !== b[to]) crossed += 1;
    seen += 1;
  }
  const m = common.length;
  const jaro = (m / a.length + m / b.length + (m - crossed / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** One side of a pair as all ways see it. */
interface Side {
  readonly ascii: string;
  readonly text: string;
  readonly others: readonly string[];
  readonly skeleton: string;
  readonly keys: readonly string[];
}

function sideOf(written: string): Side {
  const { tokens, text } = readName(written, 'person');
  const joined = text.replaceAll(' ', '');
  const only = tokens.length === 1 ? (tokens[0]?.others ?? []) : (tokens.at(-1)?.others ?? []);
  const keys = [...new Set([joined, ...only].flatMap((one) => skeletonsOf({ text: one })))];
  return {
    ascii: anyAscii(written).toUpperCase(),
    text: joined,
    others: [joined, ...only],
    skeleton: skeletonOf(joined),
    keys,
  };
}

const ways: Readonly<Record<string, (a: Side, b: Side) => boolean>> = {
  'any-ascii JW .85': (a, b) => jaroWinkler(a.ascii, b.ascii) >= 0.85,
  'any-ascii JW .75': (a, b) => jaroWinkler(a.ascii, b.ascii) >= 0.75,
  'reading JW .85': (a, b) => a.others.some((x) => b.others.some((y) => jaroWinkler(x, y) >= 0.85)),
  'reading JW .75': (a, b) => a.others.some((x) => b.others.some((y) => jaroWinkler(x, y) >= 0.75)),
  'skeleton equal': (a, b) => a.skeleton === b.skeleton,
  'any key equal': (a, b) => a.keys.some((key) => b.keys.includes(key)),
  'skeleton edit 1': (a, b) => withinOne(a.skeleton, b.skeleton),
  'any key edit 1': (a, b) => a.keys.some((x) => b.keys.some((y) => withinOne(x, y))),
};

const rounds = 5;

function measure(pairs: readonly Pair[]): Map<string, string> {
  const sides = pairs.map(({ latin, other }) => [sideOf(latin), sideOf(other)] as const);
  const figures = new Map<string, string>();
  for (const [way, agrees] of Object.entries(ways)) {
    let found = 0;
    let wrong = 0;
    sides.forEach(([latin, other], at) => {
      if (agrees(latin, other)) found += 1;
      for (let round = 1; round <= rounds; round += 1) {
        const stranger = sides[(at + round * 997) % sides.length];
        if (stranger !== undefined && agrees(latin, stranger[1])) wrong += 1;
      }
    });
    const recall = (found / sides.length).toFixed(3);
    const collision = ((100 * wrong) / (sides.length * rounds)).toFixed(2);
    figures.set(way, `${recall}/${collision}%`);
  }
  return figures;
}

const [folder = '../shared/data', most = '6000', ending = 'dev16', only = ''] = process.argv.slice(2);
const translit = join(folder, 'screening', 'translit');
const suffix = `_${ending}.tsv`;
const files = readdirSync(translit)
  .filter((file) => file.endsWith(suffix) && file.includes(only))
  .sort();
const columns = new Map(files.map((file) => [file, measure(pairsOf(join(translit, file), Number(most)))]));
const scripts = files.map((file) => file.slice('wd_'.length, -suffix.length));
console.log(`| way | ${scripts.join(' | ')} |\n|---|${scripts.map(() => '---').join('|')}|`);
for (const way of Object.keys(ways)) {
  console.log(`| ${way} | ${files.map((file) => columns.get(file)?.get(way) ?? '').join(' | ')} |`);
}

/** Microseconds per name, the best of some rounds, since others use the machine too. */
function microsecondsOf(names: readonly string[]): string {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20; round += 1) {
    const started = performance.now();
    for (let again = 0; again < 2000; again += 1) for (const name of names) readName(name, 'person');
    best = Math.min(best, (performance.now() - started) / (2000 * names.length));
  }
  return (best * 1000).toFixed(2);
}

const samples: Readonly<Record<string, readonly string[]>> = {
  'plain, three words': ['VLADIMIR PETROV SMITH', 'Juan Garcia Marquez', 'Muhammad Khan Afridi', 'SMITH JOHN PAUL'],
  'with a comma': ['GARCIA MARQUEZ, Gabriel', 'PUTIN, Vladimir'],
  'with diacritics': ['Jürgen Müller Groß', 'José Muñoz Peña'],
  Cyrillic: ['Владимир Владимирович Петров'],
  Arabic: ['محمد خالد التكريتي'],
  Han: ['习近平', '弗拉基米尔 普京'],
  Hangul: ['김정은'],
};
console.log('\n| name | microseconds |\n|---|---|');
for (const [kind, names] of Object.entries(samples)) console.log(`| ${kind} | ${microsecondsOf(names)} |`);
