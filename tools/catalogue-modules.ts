import { areas, type Language, languages } from './tidy/catalogues.ts';
import type { Tree } from './tidy/tree.ts';

const camel = (area: string): string => area.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `src/locales/en.ts`: the texts of all areas of one language as one, since the shipped command reads no folder. */
function catalogueModule(tree: Tree, language: Language): string {
  const mine = areas(tree).filter((one) => one.language === language && one.path.startsWith('src/locales/'));
  const names = mine.map((one) => one.area);
  return `// Printed by \`npm run docs\` from the files beside it.
${names.map((area) => `import ${camel(area)} from './${language}/${area}.json' with { type: 'json' };`).join('\n')}

export const catalogue: Readonly<Record<string, string>> = {
${names.map((area) => `  ...${camel(area)},`).join('\n')}
};
`;
}

export const catalogueModules: Readonly<Record<string, (tree: Tree) => string>> = Object.fromEntries(
  languages.map((language) => [`src/locales/${language}.ts`, (tree: Tree) => catalogueModule(tree, language)]),
);
