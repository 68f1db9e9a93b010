import type { Language } from '#kernel';
import { speakerOf } from '#locales';
import type { ExitCode } from './exit-code.ts';
import { cliFindings } from './findings.ts';
import { helpPage } from './help.ts';
import type { Home } from './own-verb.ts';
import {
  allDomains,
  allVerbs,
  type DomainLoaders,
  type DomainVerbs,
  type FoundVerb,
  findVerb,
  type VerbIndex,
} from './part-verbs.ts';
import { Refusal } from './refusal.ts';
import { languageOf, type Manner, type OwnTerminal, openTerminal } from './terminal.ts';
import { ownVerbs } from './verbs.ts';

/** What the build knows of the domains, so that help and verbs load no more than they need. */
export interface VerbBook {
  readonly verbs: VerbIndex;
  readonly help: Readonly<Record<Language, readonly { readonly usage: string; readonly summary: string }[]>>;
}

/** How the command was called, and with which domains. A test passes its own. */
export interface Call {
  readonly home: Home;
  readonly domains: DomainLoaders;
  readonly book?: VerbBook;
  readonly environment: NodeJS.ProcessEnv;
}

/** The command line. Resolves with the exit code: 0 fine, 1 error in the input or failed check, 2 usage, 3 refused. */
export async function main(args: readonly string[], call: Call): Promise<ExitCode> {
  const { words, language, json, help, version } = readCommon(args, call.environment);
  if (version) {
    process.stdout.write(`${call.home.version}\n`);
    return 0;
  }
  if (help || words.length === 0) {
    const page = await helpPage(language, await helpLines(language, call), words);
    process.stdout.write(`${page}\n`);
    return help ? 0 : 2;
  }
  return await runVerb(words, { language, json }, call);
}

interface Common extends Manner {
  readonly words: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** Takes out what every command understands, wherever it stands. */
function readCommon(args: readonly string[], environment: NodeJS.ProcessEnv): Common {
  const words: string[] = [];
  const seen = new Set<string>();
  let language: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--lang') {
      at += 1;
      language = args[at];
    } else if (word.startsWith('--lang=')) language = word.slice('--lang='.length);
    else if (['--json', '--help', '-h', '--version'].includes(word)) seen.add(word);
    else words.push(word);
  }
  return {
    words,
    language: languageOf(language, environment),
    json: seen.has('--json'),
    help: seen.has('--help') || seen.has('-h'),
    version: seen.has('--version'),
  };
}

async function helpLines(language: Language, { book, domains }: Call): Promise<VerbBook['help'][Language]> {
  if (book !== undefined) return book.help[language];

  return (await allVerbs(domains)).map(({ usage, summary }) => ({ usage, summary: summary[language] }));
}

async function runVerb(words: readonly string[], manner: Manner, call: Call): Promise<ExitCode> {
  const own = ownVerbs.find(({ name }) => wordsOf(name).every((word, at) => word === words[at]));
  const found = own === undefined ? await findVerb(words, call.domains, call.book?.verbs) : undefined;
  const speaking = own?.ofDomains === true ? await allDomains(call.domains) : domainOf(found);
  const say = await speakerOf(manner.language, ...speaking.map(({ catalogues }) => catalogues[manner.language]));
  const terminal = openTerminal(manner, say);
  try {
    if (own !== undefined) {
      const rest = words.slice(wordsOf(own.name).length);
      return await (await own.load()).run(rest, terminal, call.home);
    }
    if (found !== undefined) return await runPartVerb(found, terminal);
    terminal.complain(cliFindings.find('CLI-0101', { name: words.slice(0, 2).join(' ') }));
    return 2;
  } catch (failed) {
    if (!(failed instanceof Refusal)) throw failed;
    for (const finding of failed.findings) terminal.complain(finding);
    return failed.code;
  } finally {
    terminal.flush();
  }
}

const domainOf = (found: FoundVerb | undefined): readonly DomainVerbs[] => (found === undefined ? [] : [found.domain]);

const wordsOf = (name: string): readonly string[] => name.split(' ');

/** A verb of a domain says that it was called wrongly by its exit code; how it is called right is said here. */
async function runPartVerb({ verb, rest }: FoundVerb, terminal: OwnTerminal): Promise<ExitCode> {
  const code = await (await verb.load()).run(rest, terminal);
  if (code === 2) terminal.complain(cliFindings.find('CLI-0109', { usage: verb.usage }));
  return code;
}
