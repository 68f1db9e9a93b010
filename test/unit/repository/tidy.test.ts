import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkTexts, placeholdersOf } from '../../../tools/tidy/catalogues.ts';
import {
  checkChangelog,
  checkData,
  checkFiles,
  checkMachinePaths,
  checkSkipped,
  checkWidth,
} from '../../../tools/tidy/files.ts';
import { bars, measure, percentile, sizeRows } from '../../../tools/tidy/sizes.ts';
import { type Tree, treeOf } from '../../../tools/tidy/tree.ts';
import { checkGenericRooms, checkWords } from '../../../tools/tidy/words.ts';

const folders: string[] = [];
function plant(files: Readonly<Record<string, string>>): Tree {
  const base = mkdtempSync(join(tmpdir(), 'tripoint-tidy-'));
  folders.push(base);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  }
  return treeOf(base, Object.keys(files));
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('words', () => {
  test('a word that practitioners do not use is refused with the one to say', () => {
    const problems = checkWords(
      plant({ 'src/ledger/a.ts': 'export const theBlacklist = 1;\nconst upload = () => 2;\n' }),
    );
    expect(problems).toEqual([
      { path: 'src/ledger/a.ts', line: 1, text: "'theBlacklist': say watchlist entry or lookout" },
      { path: 'src/ledger/a.ts', line: 2, text: "'upload': say lodge" },
    ]);
  });

  test('a bare overloaded word may be a local name but not an exported one', () => {
    const tree = plant({
      'src/ledger/a.ts': 'export const record = 1;\nconst date = 2;\nexport const entryDate = date;\n',
    });
    expect(checkWords(tree).map((one) => one.line)).toEqual([1]);
  });

  test('a generic room holds no word of a domain in names or texts; comments may give examples', () => {
    const text = "/** such as a flight */\nexport const wait = 'flight.board';\nexport const passengerCount = 1;\n";
    const tree = plant({ 'src/casework/a.ts': text, 'src/domains/travel/a.ts': text, 'src/casework/a.test.ts': text });
    expect(checkGenericRooms(tree).map((one) => `${one.path}:${one.line}`)).toEqual([
      'src/casework/a.ts:3',
      'src/casework/a.ts:2',
    ]);
  });
});

describe('files', () => {
  test('large, nameless and oddly spelt files', () => {
    const tree = plant({
      'data/large.bin': 'x'.repeat(600 * 1024),
      'src/ledger/utils.ts': '',
      'src/ledger/MyFile.ts': '',
      'src/ledger/fine-name.ts': '',
    });
    expect(checkFiles(tree).map((one) => one.path)).toEqual([
      'data/large.bin',
      'src/ledger/MyFile.ts',
      'src/ledger/utils.ts',
    ]);
  });

  test('a path of one machine', () => {
    const top = ['', 'work'].join('/');
    const tree = plant({
      'docs/a.md': `see ${top}/main\n`,
      'docs/b.md': 'see ../shared and frame/work/x and a./work/b\n',
    });
    expect(checkMachinePaths(tree).map((one) => one.path)).toEqual(['docs/a.md']);
  });

  test('lines wider than the screen, but for texts, tables and links', () => {
    const wide = 'word '.repeat(40);
    const tree = plant({
      'src/ledger/a.ts': `// ${wide}\nconst text =\n  '${wide}';\n`,
      'docs/a.md': `${wide}\n| ${wide} |\n[${wide}](x)\n`,
    });
    expect(checkWidth(tree).map((one) => `${one.path}:${one.line}`)).toEqual(['src/ledger/a.ts:1', 'docs/a.md:1']);
  });

  test('tests that are left out', () => {
    const dot = '.';
    const tree = plant({ 'src/ledger/a.test.ts': `test${dot}skip('x');\ntest('y');\ndescribe${dot}only('z');\n` });
    expect(checkSkipped(tree).map((one) => one.line)).toEqual([1, 3]);
  });

  test('tables without source or day', () => {
    const tree = plant({
      'data/a/good.json': '{"source":"WCO","date":"2026-11-24"}',
      'data/a/undated.json': '{"source":"WCO","date":"yesterday"}',
      'data/a/unsourced.json': '{"date":"2026"}',
      'data/a/broken.json': '{',
    });
    expect(checkData(tree).map((one) => one.path)).toEqual([
      'data/a/broken.json',
      'data/a/undated.json',
      'data/a/unsourced.json',
    ]);
  });

  test('the shape of the changelog', () => {
    const good = '# Changelog\n\n## 1.0.0 - 2026-11-24\n\n### For operators\n';
    expect(checkChangelog(plant({ 'CHANGELOG.md': good }))).toEqual([]);
    expect(checkChangelog(plant({}))).toHaveLength(1);
    const bad = '# News\n\n## Version one\n\n### Features\n';
    expect(checkChangelog(plant({ 'CHANGELOG.md': bad })).map((one) => one.line)).toEqual([1, 3, 5]);
  });
});

describe('texts', () => {
  const areaOf = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>): Tree =>
    plant(
      Object.fromEntries(
        Object.entries(texts).map(([language, text]) => [`src/locales/${language}/a.json`, JSON.stringify(text)]),
      ),
    );

  test('the names that a text wants, inside plurals too', () => {
    expect(placeholdersOf('{count, plural, one {# day of {total}} other {# days of {total}}} {place}')).toEqual([
      'count',
      'place',
      'total',
    ]);
    expect(placeholdersOf('{count, plural, one {#}}')).toBeUndefined();
  });

  test('three languages say the same with the same names', () => {
    const good = { en: { k: 'At {place}' }, fr: { k: 'À {place}' }, es: { k: 'En {place}' } };
    expect(checkTexts(areaOf(good))).toEqual([]);
    expect(checkTexts(areaOf({ ...good, fr: { k: 'À {lieu}' } }))).toHaveLength(1);
    expect(checkTexts(areaOf({ ...good, es: {} }))).toHaveLength(1);
    expect(checkTexts(areaOf({ ...good, es: { k: '{' } }))).toHaveLength(1);
    expect(checkTexts(areaOf({ en: good.en, fr: good.fr }))).toHaveLength(1);
  });
});

describe('sizes', () => {
  test('files, functions and casts are counted', () => {
    const tree = plant({
      'src/ledger/a.ts':
        'export function f() {\n  return 1;\n}\nexport const g = () => 1;\nexport const h = g as unknown;\n',
      'src/ledger/a.test.ts': 'test;\n',
      'src/ledger/b.ts': "export const list = ['a'] as const;\n",
    });
    const sizes = measure(tree);
    expect(sizes.files.map((file) => file.lines)).toEqual([5, 1]);
    expect(sizes.functions.map((one) => one.lines)).toEqual([3, 1]);
    expect(sizes.casts).toBe(1);
    expect(sizes.testLines).toBe(1);
    expect(sizeRows(sizes).find((row) => row.what.startsWith('casts'))?.ok).toBe(false);
  });

  test('a ratchet: no worse than it stood, and the standing follows what has become better', () => {
    const row = (casts: number, tests: number) => {
      const rows = sizeRows({ files: [], functions: [], casts, sourceLines: 10_000, testLines: tests });
      return (what: string) => rows.find((one) => one.what.startsWith(what));
    };
    const { target, standing: most = target } = bars.castsPerThousandLines;
    expect(row(most * 10, 0)('casts')).toMatchObject({ ok: true, slack: false });
    expect(row(most * 10 + 1, 0)('casts')).toMatchObject({ ok: false, slack: false });
    expect(row(most * 5, 0)('casts')).toMatchObject({ ok: true, slack: most > target });
    const { standing: least = 0 } = bars.testsPerSource;
    expect(row(0, least * 10_000)('test')).toMatchObject({ ok: true, slack: false });
    expect(row(0, least * 10_000 - 100)('test')).toMatchObject({ ok: false, slack: false });
    expect(row(0, least * 20_000)('test')).toMatchObject({ ok: true, slack: least < bars.testsPerSource.target });
    expect(row(0, 0)('lines a file, most')).toMatchObject({ ok: true, slack: false });
  });

  test('the share that does not exceed', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(numbers, 0.5)).toBe(51);
    expect(percentile(numbers, 0.95)).toBe(96);
    expect(percentile([], 0.5)).toBe(0);
  });
});
