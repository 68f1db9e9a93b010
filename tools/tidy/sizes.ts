import ts from 'typescript';
import { lineOf, parse, visit } from './syntax.ts';
import { isShipped, isTestCode, type Problem, type Tree } from './tree.ts';

/** The target of the style page; and where the code stands as long as it falls short of it: a ratchet, only ever tightened. */
export interface Bar {
  readonly target: number;
  readonly standing?: number;
}

/** What the code may weigh. See docs/decisions/sizes-ratchet.md. */
export const bars: Readonly<
  Record<
    | 'fileMedian'
    | 'fileP95'
    | 'fileMost'
    | 'functionMedian'
    | 'functionP95'
    | 'castsPerThousandLines'
    | 'testsPerSource',
    Bar
  >
> = {
  fileMedian: { target: 100 },
  fileP95: { target: 300 },
  fileMost: { target: 400 },
  functionMedian: { target: 8 },
  functionP95: { target: 30 },
  castsPerThousandLines: { target: 1 },
  testsPerSource: { target: 1.5, standing: 0.75 },
};

export interface Sizes {
  readonly files: readonly { readonly path: string; readonly lines: number }[];
  readonly functions: readonly { readonly path: string; readonly line: number; readonly lines: number }[];
  readonly casts: number;
  readonly sourceLines: number;
  readonly testLines: number;
}

/** Counts the shipped code: files, functions, casts. Blank lines and comments count, as they do on the screen. */
export function measure(tree: Tree): Sizes {
  const shipped = tree.paths.filter(isShipped);
  const functions: { path: string; line: number; lines: number }[] = [];
  let casts = 0;
  for (const path of shipped) {
    const file = parse(path, tree.text(path));
    visit(file, (node) => {
      if (isFunction(node)) {
        const line = lineOf(file, node);
        functions.push({ path, line, lines: file.getLineAndCharacterOfPosition(node.end).line + 2 - line });
      }
      if (isCast(node) && !path.startsWith('src/kernel/')) casts += 1;
    });
  }
  const files = shipped.map((path) => ({ path, lines: lines(tree, path) }));
  return {
    files,
    functions,
    casts,
    sourceLines: sum(files.map((file) => file.lines)),
    testLines: sum(tree.paths.filter(isTestCode).map((path) => lines(tree, path))),
  };
}

const lines = (tree: Tree, path: string): number => tree.text(path).split('\n').length - 1;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const isFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isConstructorDeclaration(node);

/** `as const` widens nothing and is no cast. */
const isCast = (node: ts.Node): boolean =>
  ts.isAsExpression(node) && !(ts.isTypeReferenceNode(node.type) && node.type.typeName.getText() === 'const');

/** The value that `share` of the numbers do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One row of the table of sizes: what, how much, what it may be today, and what it shall be. */
export interface SizeRow {
  readonly what: string;
  readonly value: number;
  readonly bar: Bar;
  /** No worse than where it stood. */
  readonly ok: boolean;
  /** So much better than where it stood that the standing has to follow. */
  readonly slack: boolean;
}

/** A standing follows when the value has become a tenth better. */
const follows = 0.9;

function atMost(what: string, value: number, bar: Bar): SizeRow {
  const standing = Math.max(bar.target, bar.standing ?? bar.target);
  return { what, value, bar, ok: value <= standing, slack: standing > bar.target && value < standing * follows };
}

function atLeast(what: string, value: number, bar: Bar): SizeRow {
  const standing = Math.min(bar.target, bar.standing ?? bar.target);
  return { what, value, bar, ok: value >= standing, slack: standing < bar.target && value * follows > standing };
}

export function sizeRows(sizes: Sizes): readonly SizeRow[] {
  const files = sizes.files.map((file) => file.lines);
  const functions = sizes.functions.map((one) => one.lines);
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 100) / 100;
  return [
    atMost('lines a file, median', percentile(files, 0.5), bars.fileMedian),
    atMost('lines a file, 95 of 100', percentile(files, 0.95), bars.fileP95),
    atMost('lines a file, most', Math.max(0, ...files), bars.fileMost),
    atMost('lines a function, median', percentile(functions, 0.5), bars.functionMedian),
    atMost('lines a function, 95 of 100', percentile(functions, 0.95), bars.functionP95),
    atMost('casts per 1000 lines', share(sizes.casts * 1000, sizes.sourceLines), bars.castsPerThousandLines),
    atLeast('test lines per source line', share(sizes.testLines, sizes.sourceLines), bars.testsPerSource),
  ];
}

export const checkSizes = (tree: Tree): readonly Problem[] =>
  sizeRows(measure(tree)).flatMap(({ what, value, bar, ok, slack }) => {
    const { target, standing = target } = bar;
    if (!ok) return [{ path: 'src', text: `${what}: ${value}; it stood at ${standing}, and the target is ${target}` }];
    if (slack) return [{ path: 'tools/tidy/sizes.ts', text: `${what}: ${value}; tighten the standing ${standing}` }];
    return [];
  });
