import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that the repository must not hold. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly text: string;
}

/** The files that the repository holds, or would hold after `git add`. */
export interface Tree {
  readonly base: string;
  readonly paths: readonly string[];
  readonly size: (path: string) => number;
  /** The text of a file; read once. */
  readonly text: (path: string) => string;
}

/** The working tree as git sees it, ignored files left out. */
export function workingTree(base: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: base });
  const paths = [...new Set(listed.toString().split('\0'))].filter(
    (path) => path !== '' && existsSync(join(base, path)),
  );
  return treeOf(base, paths);
}

/** A tree of the named files; tests make small ones. */
export function treeOf(base: string, paths: readonly string[]): Tree {
  const texts = new Map<string, string>();
  return {
    base,
    paths: [...paths].sort(),
    size: (path) => lstatSync(join(base, path)).size,
    text: (path) => {
      const known = texts.get(path) ?? readFileSync(join(base, path), 'utf8');
      texts.set(path, known);
      return known;
    },
  };
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mts|js|mjs)$/.test(path);
/** Code that ships: what stands under `src` and is no test. */
export const isShipped = (path: string): boolean =>
  path.startsWith('src/') && /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);
export const isTestCode = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || (path.startsWith('test/') && /\.tsx?$/.test(path));

/** Every line of the text that the pattern is found in, as problems. */
export const linesWith = (tree: Tree, path: string, pattern: RegExp, text: string): readonly Problem[] =>
  tree
    .text(path)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [{ path, line: index + 1, text }] : []));
