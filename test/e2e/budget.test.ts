import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { builtConsole } from './built-console.ts';

/* What the console weighs on the line, in kilobytes as gzip makes them: it must open on a slow laptop at a remote port. */

interface Piece {
  readonly name: string;
  readonly kilobytes: number;
  /** Loaded before the first page shows: named by index.html. */
  readonly first: boolean;
  /** What it needs before it can run, and what it loads when it is asked to. */
  readonly needs: readonly string[];
  readonly loads: readonly string[];
}
let pieces: readonly Piece[];
let html: string;
const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);
beforeAll(async () => {
  const folder = await builtConsole();
  html = await readFile(join(folder, 'index.html'), 'utf8');
  pieces = await Promise.all(
    (await readdir(join(folder, 'assets'))).map(async (name) => {
      const bytes = await readFile(join(folder, 'assets', name));
      const text = bytes.toString('utf8');
      return {
        name,
        kilobytes: gzipSync(bytes, { level: 9 }).length / 1000,
        first: html.includes(name),
        needs: namesIn(text, /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
        loads: namesIn(text, /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
      };
    }),
  );
});
const isCatalogue = ({ name }: Piece): boolean => /^(en|fr|es)-/.test(name);
const sum = (some: readonly Piece[]): number => some.reduce((total, { kilobytes }) => total + kilobytes, 0);
const scripts = (): readonly Piece[] => pieces.filter(({ name }) => name.endsWith('.js'));
const first = (): readonly Piece[] => scripts().filter((piece) => piece.first);

/** All that must be read to run a piece, save what stands before every page. */
function withNeeds(piece: Piece): readonly Piece[] {
  const found = new Set([piece]);
  for (const one of found) {
    for (const name of one.needs) {
      const needed = scripts().find((other) => other.name === name);
      if (needed !== undefined && !needed.first) found.add(needed);
    }
  }
  return [...found];
}
/** Pieces that are loaded when asked for, pages and parts of pages, each with all that it needs. */
const asked = (): readonly { readonly name: string; readonly kilobytes: number }[] => {
  const names = new Set(scripts().flatMap(({ loads }) => loads));
  return scripts()
    .filter((piece) => names.has(piece.name) && !piece.first && !isCatalogue(piece))
    .map((piece) => ({ name: piece.name, kilobytes: sum(withNeeds(piece)) }));
};
const isMap = ({ name }: { readonly name: string }): boolean => name.startsWith('map-');

test('what stands before every page is at most 110, with the largest language and page at most 150', () => {
  const language = Math.max(...pieces.filter(isCatalogue).map(({ kilobytes }) => kilobytes));
  const page = Math.max(
    ...asked()
      .filter((one) => !isMap(one))
      .map(({ kilobytes }) => kilobytes),
  );
  expect(sum(first())).toBeGreaterThan(30);
  expect(sum(first())).toBeLessThanOrEqual(110);
  expect(sum(first()) + language + page).toBeLessThanOrEqual(150);
});

test('a language is at most 25, a page at most 40 with all that it needs, the map 65 with its outlines, the styles 20', () => {
  expect(pieces.filter(isCatalogue)).toHaveLength(3);
  for (const piece of pieces.filter(isCatalogue)) {
    expect([piece.name, piece.kilobytes < 25]).toEqual([piece.name, true]);
  }
  expect(asked().length).toBeGreaterThan(10);
  for (const one of asked()) {
    expect([one.name, one.kilobytes < (isMap(one) ? 65 : 40)]).toEqual([one.name, true]);
  }
  const styles = pieces.filter(({ name }) => name.endsWith('.css'));
  // All of them: a bundler that dropped the house style would pass every other limit.
  expect(sum(styles)).toBeGreaterThan(4);
  expect(sum(styles)).toBeLessThanOrEqual(20);
  expect(styles.every((piece) => piece.first)).toBe(true);
});

test('what draws charts is at most 20, and no page without a chart carries it', () => {
  // A page may be called as its chart is; pages are asked for, what draws them is needed.
  const pages = new Set(scripts().flatMap(({ loads }) => loads));
  const drawing = scripts().filter(
    ({ name }) => /^(timeline|survival|band|bars|figure|plot|points)-/.test(name) && !pages.has(name),
  );
  expect(drawing.length).toBeGreaterThan(0);
  expect(sum(drawing)).toBeLessThanOrEqual(20);
  expect(drawing.some((piece) => piece.first)).toBe(false);
});

test('nothing is loaded from elsewhere, and nothing stands in the page itself', () => {
  expect(html).not.toMatch(/https?:|<style|data:/);
  expect(html).not.toMatch(/<script(?![^>]*src=)/);
});
