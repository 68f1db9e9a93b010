import { catalogueModules } from './catalogue-modules.ts';
import { findingsPage } from './findings-page.ts';
import { roomsPage } from './rooms-page.ts';
import { termsPage } from './terms-page.ts';
import { checkFindings, checkTexts } from './tidy/catalogues.ts';
import { checkChangelog, checkData, checkFiles, checkMachinePaths, checkSkipped, checkWidth } from './tidy/files.ts';
import { checkSizes } from './tidy/sizes.ts';
import type { Problem, Tree } from './tidy/tree.ts';
import { checkGenericRooms, checkWords } from './tidy/words.ts';

type Rule = (tree: Tree) => readonly Problem[] | Promise<readonly Problem[]>;

/** Pages and modules that are printed from the code and its catalogues. */
export const generatedPages: Readonly<Record<string, (tree: Tree) => string | Promise<string>>> = {
  'docs/reference/rooms.md': () => roomsPage(),
  'docs/reference/findings.md': findingsPage,
  'docs/reference/terms.md': termsPage,
  ...catalogueModules,
};

const checkPages: Rule = async (tree) => {
  const problems: Problem[] = [];
  for (const [path, print] of Object.entries(generatedPages)) {
    const stale = !tree.paths.includes(path) || tree.text(path) !== (await print(tree));
    if (stale) problems.push({ path, text: 'is not what the code says; run npm run docs' });
  }
  return problems;
};

/** The repository tests itself. */
export const rules: Readonly<Record<string, Rule>> = {
  files: checkFiles,
  'machine paths': checkMachinePaths,
  width: checkWidth,
  'tests left out': checkSkipped,
  data: checkData,
  changelog: checkChangelog,
  words: checkWords,
  'generic rooms': checkGenericRooms,
  sizes: checkSizes,
  texts: checkTexts,
  findings: checkFindings,
  pages: checkPages,
};

/** Every problem of the tree, by rule. */
export async function tidy(tree: Tree): Promise<readonly (Problem & { readonly rule: string })[]> {
  const found = await Promise.all(
    Object.entries(rules).map(async ([rule, check]) => (await check(tree)).map((problem) => ({ ...problem, rule }))),
  );
  return found.flat();
}
