import { areas, declaredFindings, languages } from './tidy/catalogues.ts';
import type { Tree } from './tidy/tree.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** `docs/reference/findings.md`: every code that a room declares, with its texts. */
export async function findingsPage(tree: Tree): Promise<string> {
  const texts = areas(tree);
  const textOf = (code: string, language: string): string =>
    texts.find((one) => one.language === language && code in one.texts)?.texts[code] ?? '';
  const declared = await declaredFindings(tree);
  const rooms = [...new Set(declared.map((one) => one.room))].sort();
  const sections = rooms.map((room) => {
    const rows = declared
      .filter((one) => one.room === room)
      .map(
        ({ code, origin, severity }) =>
          `| ${code} | ${severity} | ${origin} | ${languages.map((language) => cell(textOf(code, language))).join(' | ')} |`,
      );
    return `## ${room}\n\n| code | severity | who acts | English | français | español |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Findings

Printed from the code and its catalogues by \`npm run docs\`; \`npm run check\` compares the three.

A finding is an operating error as a value: a code, who has to act on it, how grave it is, its parameters, and where in the message it was found.
error: strict mode refuses; warning: accepted and marked; note: worth knowing.

${sections.join('\n')}`;
}
