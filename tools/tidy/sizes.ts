import ts from 'typescript';
import { lineOf, parse, visit } from './syntax.ts';
import { isShipped, isTestCode, type Problem, type Tree } from './tree.ts';

/** What the code may weigh; only ever tightened. Targets of the style page. */
export const bars = {
  fileMedian: 100,
  fileP95: 300,
  fileMost: 400,
  functionMedian: 8,
  functionP95: 30,
  castsPerThousandLines: 1,
  testsPerSource: 1.5,
} as const;

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

/** One row of the table of sizes: what, how much, and the bar. */
export interface SizeRow {
  readonly what: string;
  readonly value: number;
  readonly bar: number;
  readonly ok: boolean;
}

export function sizeRows(sizes: Sizes): readonly SizeRow[] {
  const files = sizes.files.map((file) => file.lines);
  const functions = sizes.functions.map((one) => one.lines);
  const most = (what: string, value: number, bar: number): SizeRow => ({ what, value, bar, ok: value <= bar });
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 100) / 100;
  const tests = share(sizes.testLines, sizes.sourceLines);
  return [
    most('lines a file, median', percentile(files, 0.5), bars.fileMedian),
    most('lines a file, 95 of 100', percentile(files, 0.95), bars.fileP95),
    most('lines a file, most', Math.max(0, ...files), bars.fileMost),
    most('lines a function, median', percentile(functions, 0.5), bars.functionMedian),
    most('lines a function, 95 of 100', percentile(functions, 0.95), bars.functionP95),
    most('casts per 1000 lines', share(sizes.casts * 1000, sizes.sourceLines), bars.castsPerThousandLines),
    { what: 'test lines per source line', value: tests, bar: bars.testsPerSource, ok: tests >= bars.testsPerSource },
  ];
}

export const checkSizes = (tree: Tree): readonly Problem[] =>
  sizeRows(measure(tree))
    .filter((row) => !row.ok)
    .map((row) => ({ path: 'src', text: `${row.what}: ${row.value}, and the bar is ${row.bar}` }));
