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
}
let pieces: readonly Piece[];
let html: string;
beforeAll(async () => {
  const folder = await builtConsole();
  html = await readFile(join(folder, 'index.html'), 'utf8');
  pieces = await Promise.all(
    (await readdir(join(folder, 'assets'))).map(async (name) => ({
      name,
      kilobytes: gzipSync(await readFile(join(folder, 'assets', name)), { level: 9 }).length / 1000,
      first: html.includes(name),
    })),
  );
});
const isCatalogue = ({ name }: Piece): boolean => /^(en|fr|es)-/.test(name);
const sum = (some: readonly Piece[]): number => some.reduce((total, { kilobytes }) => total + kilobytes, 0);
const scripts = (): readonly Piece[] => pieces.filter(({ name }) => name.endsWith('.js'));

test('what stands before every page is at most 110, with the largest language and page at most 150', () => {
  const first = sum(scripts().filter((piece) => piece.first));
  const language = Math.max(...pieces.filter(isCatalogue).map(({ kilobytes }) => kilobytes));
  const pages = sum(scripts().filter((piece) => !(piece.first || isCatalogue(piece))));
  expect(first).toBeGreaterThan(30);
  expect(first).toBeLessThanOrEqual(110);
  // All pages together, which is more than any one of them.
  expect(first + language + pages).toBeLessThanOrEqual(150);
});

test('a language is at most 25, a page at most 40, the styles at most 20', () => {
  expect(pieces.filter(isCatalogue)).toHaveLength(3);
  for (const piece of pieces.filter(isCatalogue))
    expect([piece.name, piece.kilobytes < 25]).toEqual([piece.name, true]);
  for (const piece of scripts().filter(({ first }) => !first)) {
    expect([piece.name, piece.kilobytes < 40]).toEqual([piece.name, true]);
  }
  const styles = pieces.filter(({ name }) => name.endsWith('.css'));
  // All of them: a bundler that dropped the house style would pass every other limit.
  expect(sum(styles)).toBeGreaterThan(4);
  expect(sum(styles)).toBeLessThanOrEqual(20);
  expect(styles.every(({ first }) => first)).toBe(true);
});

test('nothing is loaded from elsewhere, and nothing stands in the page itself', () => {
  expect(html).not.toMatch(/https?:|<style|data:/);
  expect(html).not.toMatch(/<script(?![^>]*src=)/);
});
