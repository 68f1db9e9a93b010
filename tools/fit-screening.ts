import { writeFileSync } from 'node:fs';
import { features } from '#screening/score';
import { areaUnder, bestF1, f1At, ratesAt, type Scored, thresholdAt } from './screening/curve.ts';
import { type Fitted, fitPairs, modelOf, type Read, readPair, scoreOf } from './screening/fitting.ts';
import { foldOf, groupsOf } from './screening/folds.ts';
import { aliasPairs, innocentPairs, rivalPairs } from './screening/list-pairs.ts';
import { madePairs } from './screening/made-pairs.ts';
import { benchPairs, checkPairs, innocents, listedSubjects, type NamePair, ofacPairs } from './screening/published.ts';
import { hashOf, isForFitting, splitSeed } from './screening/split.ts';
import { countWords } from './screening/word-counts.ts';

/**
 * Fits the model of names: `node --import tsx tools/fit-screening.ts FOLDER [--write VERSION | --words]`, FOLDER being the
 * screening data. Prints what it reaches on labelled pairs out of fold, beside the published scores of logic-v2 for the
 * same rows. `--write` makes `data/screening/model-VERSION.json`, which must not exist yet; `--words` counts words anew.
 */
const folds = 5;
const seeds = [1, 2, 3] as const;
const falsePositives = [0.05, 0.1] as const;
/** Of the innocents of the fitting half, one in so many is compared with the whole list, which takes minutes. */
const oneInnocentIn = 22;
/** How much all pairs of a source count together; a row of the benchmark counts 1. */
const totals = { alias: 100, others: 60, script: 50, innocent: 150, made: 100 } as const;
const madeCount = 1500;

const weighed = (pairs: readonly NamePair[], total: number): readonly NamePair[] =>
  pairs.map((pair) => ({ ...pair, counts: total / pairs.length }));

/** Every pair beside the benchmark, all of the half of the data that is for fitting. */
function otherPairs(folder: string): readonly NamePair[] {
  const listed = listedSubjects(folder).filter(({ id }) => isForFitting(id));
  const strangers = innocents(folder).filter((name) => isForFitting(name) && hashOf(name, 1) % oneInnocentIn === 0);
  const aliases = aliasPairs(listed);
  const ofAliases = (isWanted: (pair: NamePair) => boolean, total: number) => weighed(aliases.filter(isWanted), total);
  return [
    ...checkPairs(folder),
    ...ofacPairs(folder),
    ...ofAliases(({ source, kind }) => source === 'alias' && kind === 'person', totals.alias),
    ...ofAliases(({ source, kind }) => source === 'alias' && kind !== 'person', totals.others),
    ...ofAliases(({ source }) => source === 'script', totals.script),
    ...weighed(innocentPairs(strangers, listed), totals.innocent),
    ...weighed(rivalPairs(listed), totals.others),
    ...weighed(madePairs(listed, madeCount, splitSeed), totals.made),
  ];
}

interface Held extends Scored {
  readonly read: Read;
  /** Whether the score reaches the threshold that the fitting folds set, per rate of false positives. */
  readonly reaches: readonly boolean[];
  readonly reachesF1: boolean;
}

/** Scores every row by a model that saw neither it nor another pair with one of its names. */
function heldOut(bench: readonly Read[], others: readonly Read[], seed: number): readonly Held[] {
  const groups = groupsOf(bench);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = (at: number): boolean => foldOf(groups[at] ?? '', folds, seed) === fold;
    const held = bench.filter((_, at) => isHeld(at));
    const texts = new Set(held.flatMap((read) => read.texts));
    const kept = bench.filter((_, at) => !isHeld(at));
    const fitted = fitPairs([...kept, ...others.filter((read) => !read.texts.some((text) => texts.has(text)))]);
    return thresholded(held, kept, fitted);
  });
}

function thresholded(held: readonly Read[], kept: readonly Read[], fitted: Fitted): readonly Held[] {
  const seen = kept.map((read) => ({ score: scoreOf(read, fitted), same: read.same }));
  const thresholds = falsePositives.map((rate) => thresholdAt(seen, rate));
  const { threshold } = bestF1(seen);
  return held.map((read) => {
    const score = scoreOf(read, fitted);
    const reaches = thresholds.map((least) => score >= least);
    return { score, same: read.same, read, reaches, reachesF1: score >= threshold };
  });
}

const three = (value: number): string => value.toFixed(3);

function curveLine(name: string, rows: readonly Scored[]): string {
  const recalls = falsePositives.map((rate) => three(ratesAt(rows, thresholdAt(rows, rate)).recall));
  const area = `n ${rows.length}  AUC ${three(areaUnder(rows))}  best F1 ${three(bestF1(rows).f1)}`;
  return `${name.padEnd(26)} ${area}  recall at 5 % ${recalls[0]}, at 10 % ${recalls[1]}`;
}

/** What the thresholds of the fitting folds give on the rows held out: recall and the false positives that came of it. */
function fixedLine(name: string, rows: readonly Held[]): string {
  const given = falsePositives.map((_, at) => {
    const said = rows.map(({ same, reaches }) => ({ same, score: reaches[at] === true ? 1 : 0 }));
    const { recall, falsePositives: false_ } = ratesAt(said, 1);
    return `recall ${three(recall)} with ${three(false_)} false positives`;
  });
  const f1 = f1At(
    rows.map(({ same, reachesF1 }) => ({ same, score: reachesF1 ? 1 : 0 })),
    1,
  );
  return `${name.padEnd(26)} thresholds fixed on the fitting folds: F1 ${three(f1)}; at 5 %: ${given[0]}; at 10 %: ${given[1]}`;
}

const parts: readonly (readonly [string, (read: Read) => boolean])[] = [
  ['all', () => true],
  ['persons', ({ pair }) => pair.kind === 'person'],
  ['others', ({ pair }) => pair.kind !== 'person'],
];

function report(bench: readonly Read[], others: readonly Read[]): void {
  for (const [name, isPart] of parts) {
    const published = bench
      .filter(isPart)
      .flatMap(({ pair, same }) => (pair.logicV2 === undefined ? [] : [{ score: pair.logicV2, same }]));
    console.log(curveLine(`logic-v2, ${name}`, published));
  }
  for (const seed of seeds) {
    const held = heldOut(bench, others, seed);
    for (const [name, isPart] of parts) {
      const rows = held.filter(({ read }) => isPart(read));
      console.log(curveLine(`ours, ${name}, seed ${seed}`, rows));
      console.log(fixedLine(`ours, ${name}, seed ${seed}`, rows));
    }
  }
}

const [folder = '../shared/data/screening', option, version] = process.argv.slice(2);
if (option === '--words') {
  const counted = countWords(listedSubjects(folder), innocents(folder).filter(isForFitting));
  writeFileSync('data/screening/word-counts.json', `${JSON.stringify(counted, null, 2)}\n`);
} else {
  const bench = benchPairs(folder).map(readPair);
  const others = otherPairs(folder).map(readPair);
  console.log(`seed of the split ${splitSeed}; ${bench.length} labelled pairs, ${others.length} others; out of fold:`);
  report(bench, others);
  const fitted = fitPairs([...bench, ...others]);
  const model = modelOf(fitted, version ?? 'none');
  for (const feature of features) console.log(`${feature.padEnd(20)} ${model.person[feature]} ${model.other[feature]}`);
  if (option === '--write' && version !== undefined) {
    const source =
      'Fitted by tools/fit-screening.ts on labelled and derived name pairs. Never edited: a new fit is a new file.';
    const written = { source, date: version.slice(0, 10), unit: 'nats of log-odds', ...model };
    writeFileSync(`data/screening/model-${version}.json`, `${JSON.stringify(written, null, 2)}\n`, { flag: 'wx' });
  }
}
