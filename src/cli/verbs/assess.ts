import type { SubjectList } from '#kernel';
import type { AssessedLine, AssessOptions, ReplyLine } from '#node';
import type { ExitCode } from '../exit-code.ts';
import { cliFindings } from '../findings.ts';
import { lastValue, type Options, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';
import type { OwnTerminal } from '../terminal.ts';

/** An end of a segment that is not released and that no line break follows: a person reads a segment a line. */
const segmentEnd = /(?<!\?)'(?![\r\n])/g;

/** For which a node is asked why, unless `--purpose` names another. */
const usualPurpose = 'border-check';

/** `tripoint assess FILE...`: what three countries say, as seen from one of them. Exit code 1 when the input had an error. */
export const run: OwnRun = async (args, terminal) => {
  const options = orRefuse(
    readOptions('assess', args, {
      valued: ['seat', 'lists...', 'tables', 'node', 'purpose'],
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
    onLine: (line) => terminal.out(terminal.json ? JSON.stringify(contractLine(line)) : inWords(line, terminal)),
    onFinding: (finding) => {
      if (finding.severity === 'error') code = 1;
      terminal.complain(finding);
    },
  };
  if (node !== undefined) {
    for (const option of ['seat', 'lists', 'tables'].filter((name) => options.values[name] !== undefined)) {
      terminal.complain(cliFindings.find('CLI-0110', { option: `--${option}` }));
    }
    const purpose = lastValue(options, 'purpose') ?? usualPurpose;
    const { askNode } = await import('../ask-node.ts');
    await askNode({ address: node, files, language: terminal.language, purpose, ...telling });
    return code;
  }
  const { assessFiles } = await import('#node');
  const done = await assessFiles({
    ...telling,
    files,
    seat: lastValue(options, 'seat') ?? 'US',
    lists: await readLists(options, terminal, telling.onFinding),
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
async function readLists(
  options: Options,
  terminal: OwnTerminal,
  onFinding: AssessOptions['onFinding'],
): Promise<readonly SubjectList[]> {
  const names = options.values['lists'] ?? [];
  if (names.length === 0) return [];
  const { importList } = await import('#formats/lists');
  return Promise.all(
    names.map(async (name) => {
      const { list, findings } = importList(await terminal.readFile(name));
      for (const finding of findings) onFinding(finding);
      return list;
    }),
  );
}

/** The line of the command contract: a subject stands under what its domain calls it. */
function contractLine(line: AssessedLine | ReplyLine): object {
  if ('reply' in line) return line;
  const { message, about, subject, disposition, row, reasons, partners, combined } = line;
  const told = partners.map(({ country, disposition: word, reasonClass, failRule }) => ({
    ...{ country, disposition: word, reasonClass, failRule },
  }));
  return { message, [about]: subject, disposition, row, reasons, partners: told, combined };
}

function inWords(line: AssessedLine | ReplyLine, terminal: OwnTerminal): string {
  if ('reply' in line)
    return `${terminal.say('cli.assess.reply')}\n${line.reply.replaceAll(segmentEnd, "'\n").trimEnd()}`;
  const own = line.disposition === undefined ? '-' : line.disposition;
  const why = line.reasons.map((reason) => reason.text).join('; ');
  const partners = line.partners.map(
    (one) => `${one.country} ${one.disposition} (${one.failRule ?? one.reasonClass ?? ''})`,
  );
  return [`${line.subject}: ${line.combined}`, `  ${own}  ${why}`, ...partners.map((one) => `  ${one}`)].join('\n');
}
