import type { SubjectList } from '#kernel';
import type { AssessedLine, AssessOptions, ReplyLine } from '#node';
import { askNode } from '../ask-node.ts';
import { lastValue, type Options, readOptions } from '../options.ts';
import type { ExitCode, OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';
import type { OwnTerminal } from '../terminal.ts';

/** `tripoint assess FILE...`: what three countries say, as seen from one of them. Exit code 1 when the input had an error. */
export const run: OwnRun = async (args, terminal) => {
  const options = orRefuse(
    readOptions('assess', args, {
      valued: ['seat', 'lists...', 'tables', 'node'],
      flags: ['lenient'],
      operands: ['FILE...'],
    }),
  );
  const files = await Promise.all(
    options.operands.map(async (name) => ({ name, bytes: await terminal.readFile(name) })),
  );
  const node = lastValue(options, 'node');
  let code: ExitCode = 0;
  const telling: Pick<AssessOptions, 'onLine' | 'onFinding'> = {
    onLine: (line) => terminal.out(terminal.json ? JSON.stringify(line) : inWords(line, terminal)),
    onFinding: (finding) => {
      if (finding.severity === 'error') code = 1;
      terminal.complain(finding);
    },
  };
  if (node !== undefined) return askNode({ address: node, files, ...telling });
  const { assessFiles } = await import('#node');
  const done = await assessFiles({
    ...telling,
    files,
    seat: lastValue(options, 'seat') ?? 'US',
    lists: await readLists(options, terminal),
    lenient: options.flags.has('lenient'),
    language: terminal.language,
    ...tablesOf(options),
  });
  orRefuse(done);
  return code;
};

function tablesOf(options: Options): { tables?: string } {
  const tables = lastValue(options, 'tables');
  return tables === undefined ? {} : { tables };
}

/** A list file names itself and its purpose, or is a lookout list by the name of its file. */
async function readLists(options: Options, terminal: OwnTerminal): Promise<readonly SubjectList[]> {
  const names = options.values['lists'] ?? [];
  if (names.length === 0) return [];
  const { importList } = await import('#formats/lists');
  return Promise.all(
    names.map(async (name) => {
      const { list, findings } = importList(await terminal.readFile(name));
      for (const finding of findings) terminal.complain(finding);
      return list;
    }),
  );
}

function inWords(line: AssessedLine | ReplyLine, terminal: OwnTerminal): string {
  if ('reply' in line) return `${terminal.say('cli.assess.reply')}\n${line.reply.replaceAll("'", "'\n").trimEnd()}`;
  const own = line.disposition === undefined ? '-' : line.disposition;
  const why = line.reasons.map((reason) => reason.text).join('; ');
  const partners = line.partners.map(
    (one) => `${one.country} ${one.disposition} (${'failRule' in one ? one.failRule : one.reasonClass})`,
  );
  return [`${line.traveller}: ${line.combined}`, `  ${own}  ${why}`, ...partners.map((one) => `  ${one}`)].join('\n');
}
