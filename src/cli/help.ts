import type { Language } from '#kernel';
import { catalogueOf } from '#locales';
import { ownVerbs } from './verbs.ts';

/** A verb as the page of help shows it. */
export interface HelpLine {
  readonly usage: string;
  readonly summary: string;
}

const column = 46;

/** The page of help, or of the commands that begin with some words. Its texts have no parameters, so that it needs no formatter. */
export async function helpPage(
  language: Language,
  parts: readonly HelpLine[],
  words: readonly string[] = [],
): Promise<string> {
  const texts = await catalogueOf(language);
  const say = (key: string): string => texts[key] ?? key;
  const own = ownVerbs.map(({ usage, key }) => ({ usage, summary: say(`cli.verb.${key}`) }));
  const common = [
    { usage: '--json', summary: say('cli.option.json') },
    { usage: '--lang en|fr|es', summary: say('cli.option.lang') },
    { usage: '--help', summary: say('cli.option.help') },
    { usage: '--version', summary: say('cli.option.version') },
  ];
  const all = [...own, ...parts];
  const heads = [words.slice(0, 2), words.slice(0, 1)].map((head) => ['tripoint', ...head].join(' '));
  const asked = heads.map((head) => all.filter(({ usage }) => usage.startsWith(head))).find((some) => some.length > 0);
  return [
    say('cli.usage'),
    '',
    say('cli.commands'),
    ...(asked ?? all).map(helpLine),
    '',
    say('cli.common'),
    ...common.map(helpLine),
    '',
    say('cli.stdin'),
    say('cli.exit'),
  ].join('\n');
}

/** `tripoint ` is said once, in the usage. A long usage has its summary below. */
function helpLine({ usage, summary }: HelpLine): string {
  const words = usage.replace(/^tripoint /, '');
  return words.length < column
    ? `  ${words.padEnd(column)}${summary}`
    : `  ${words}\n  ${' '.repeat(column)}${summary}`;
}
