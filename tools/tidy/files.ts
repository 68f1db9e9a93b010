import { isCode, isTestCode, linesWith, type Problem, type Tree } from './tree.ts';

const largest = 512 * 1024;
const widest = 160;

/** Names that say nothing of what is inside. */
const emptyNames = /(^|\/)(utils?|helpers?|misc|common|shared|types|constants)(\.[a-z]+|\/)/;

/** No large file, no nameless one, no machine's own path, kebab-case names. */
export function checkFiles(tree: Tree): readonly Problem[] {
  return tree.paths.flatMap((path): readonly Problem[] => {
    const problems: Problem[] = [];
    if (path !== 'package-lock.json' && tree.size(path) > largest) {
      problems.push({
        path,
        text: `larger than ${largest / 1024} KiB: make it when it is needed, or keep it elsewhere`,
      });
    }
    if (isCode(path) && emptyNames.test(path)) problems.push({ path, text: 'name a file by what it holds' });
    if (/^(src|tools|bench)\//.test(path) && /[A-Z_ ]/.test(path.replace(/^.*\//, '').replace(/\.[a-z.]+$/, ''))) {
      problems.push({ path, text: 'file names are kebab-case' });
    }
    return problems;
  });
}

const isText = (path: string): boolean =>
  /\.(tsx?|mts|m?js|json|md|css|html|ya?ml|sh)$/.test(path) || !path.includes('.');

/** No path of one machine, which works nowhere else. The pattern is put together so that this file does not hold one. */
const machinePath = new RegExp(`(^|[^.\\w])/(${['work', 'root', 'home'].join('|')})/[a-z.]`);

export const checkMachinePaths = (tree: Tree): readonly Problem[] =>
  tree.paths
    .filter((path) => isText(path) && path !== 'package-lock.json' && tree.size(path) < largest)
    .flatMap((path) =>
      linesWith(tree, path, machinePath, "names a path of one machine; say '../shared' or take it as an argument"),
    );

/** Lines that fit a screen (the formatter breaks code earlier, but no comment); long texts, tables and links are free. */
export function checkWidth(tree: Tree): readonly Problem[] {
  const code = tree.paths
    .filter((path) => isCode(path))
    .flatMap((path) => tooWide(tree, path, widest, (line) => /['"`]\S{60,}['"`]|https?:/.test(line) || literal(line)));
  const prose = tree.paths
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => tooWide(tree, path, widest, (line) => line.startsWith('|') || line.includes('](')));
  return [...code, ...prose];
}

/** A line that is one string, which the formatter cannot break. */
const literal = (line: string): boolean => /^\s*([\w'"]+:\s*|\S+ =\s*)?(['"`]).*\2[,;)]*$/.test(line);

const tooWide = (tree: Tree, path: string, width: number, free: (line: string) => boolean): readonly Problem[] =>
  tree
    .text(path)
    .split('\n')
    .flatMap((line, index) =>
      line.length > width && !free(line) ? [{ path, line: index + 1, text: `wider than ${width}` }] : [],
    );

/** A test that is left out proves nothing. */
export const checkSkipped = (tree: Tree): readonly Problem[] =>
  tree.paths
    .filter(isTestCode)
    .flatMap((path) =>
      linesWith(
        tree,
        path,
        /\b(test|it|describe|suite|bench)\.(skip|only|todo|skipIf|runIf|fails)\b/,
        'a test is left out',
      ),
    );

/** Every table says where it is from and of what day. */
export function checkData(tree: Tree): readonly Problem[] {
  return tree.paths
    .filter((path) => path.startsWith('data/') && path.endsWith('.json'))
    .flatMap((path): readonly Problem[] => {
      const table = parse(tree.text(path));
      if (typeof table !== 'object' || table === null) return [{ path, text: 'is no JSON object' }];
      const { source, date } = table as { readonly source?: unknown; readonly date?: unknown };
      return [
        ...(typeof source === 'string' && source !== '' ? [] : [{ path, text: 'does not say its "source"' }]),
        ...(typeof date === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date)
          ? []
          : [{ path, text: 'does not say its "date" (2026-11-24)' }]),
      ];
    });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** CHANGELOG.md: a title, then `## version - date` with the newest first, each addressed to those who run a node. */
export function checkChangelog(tree: Tree): readonly Problem[] {
  const path = 'CHANGELOG.md';
  if (!tree.paths.includes(path)) return [{ path, text: 'is missing' }];
  const lines = tree.text(path).split('\n');
  const versions = lines.flatMap((line, index) => (line.startsWith('## ') ? [{ line: index + 1, text: line }] : []));
  const problems: Problem[] = [];
  if (lines[0] !== '# Changelog') problems.push({ path, line: 1, text: 'begins with "# Changelog"' });
  if (versions.length === 0) problems.push({ path, text: 'has no version' });
  for (const version of versions) {
    if (!/^## (Unreleased|\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d)$/.test(version.text)) {
      problems.push({ path, line: version.line, text: 'a version reads "## 1.2.3 - 2026-11-24" or "## Unreleased"' });
    }
  }
  for (const [index, line] of lines.entries()) {
    if (
      /^#{3,} /.test(line) &&
      !/^### (For operators|For lodging parties|For partners|For officers|Fixed)$/.test(line)
    ) {
      problems.push({
        path,
        line: index + 1,
        text: 'a section says for whom: operators, lodging parties, partners, officers',
      });
    }
  }
  return problems;
}
