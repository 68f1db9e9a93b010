import { err, type Finding, ok, type Result } from '#kernel';
import { cliFindings } from './findings.ts';

/** What a command takes after its name: options with a value, options without, and operands. */
export interface OptionSpec {
  /** With a value: `--seat US` or `--seat=US`. Those that end in `...` take all words up to the next option. */
  readonly valued?: readonly string[];
  readonly flags?: readonly string[];
  /** Names of operands that must be there; the last may be followed by more of its kind when it ends in `...`. */
  readonly operands?: readonly string[];
}

export interface Options {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly string[];
}

/** Reads the words after a command. A word that the command does not know is refused, never guessed. */
export function readOptions(command: string, args: readonly string[], spec: OptionSpec): Result<Options> {
  const words = args.flatMap(splitEquals);
  const values: Record<string, string[]> = {};
  const flags = new Set<string>();
  const operands: string[] = [];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const taken = takeOption(command, word, words, spec);
    if (!taken.ok) return taken;
    if (taken.value.length === 0) flags.add(word.slice(2));
    else values[word.slice(2)] = [...(values[word.slice(2)] ?? []), ...taken.value];
  }
  const missing = missingOperand(command, operands, spec.operands ?? []);
  return missing === undefined ? ok({ values, flags, operands }) : err(missing);
}

const splitEquals = (word: string): readonly string[] => {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
};

/** The words that belong to an option; none for a flag. Takes them from `words`. */
function takeOption(
  command: string,
  word: string,
  words: string[],
  { flags = [], valued = [] }: OptionSpec,
): Result<readonly string[]> {
  const name = word.slice(2);
  if (flags.includes(name)) return ok([]);
  const many = valued.includes(`${name}...`);
  if (!many && !valued.includes(name)) return err(cliFindings.find('CLI-0102', { command, option: word }));
  const end = words.findIndex((one) => one.startsWith('--'));
  const until = end < 0 ? words.length : end;
  const taken = words.splice(0, many ? until : Math.min(1, until));
  return taken.length === 0 ? err(cliFindings.find('CLI-0104', { option: word })) : ok(taken);
}

function missingOperand(command: string, given: readonly string[], names: readonly string[]): Finding | undefined {
  const missing = names[given.length];
  if (missing !== undefined) return cliFindings.find('CLI-0103', { command, what: missing.replace('...', '') });
  const surplus = given[names.length];
  if (surplus === undefined || names.at(-1)?.endsWith('...') === true) return undefined;
  return cliFindings.find('CLI-0102', { command, option: surplus });
}

/** The last value of an option. */
export const lastValue = (options: Options, name: string): string | undefined => options.values[name]?.at(-1);

/** A whole number from `least` to `most`, or the usual one where the option is not given. */
export function wholeNumber(
  options: Options,
  name: string,
  {
    usual,
    least = 0,
    most = Number.MAX_SAFE_INTEGER,
  }: { readonly usual: number; readonly least?: number; readonly most?: number },
): Result<number> {
  const text = lastValue(options, name);
  if (text === undefined) return ok(usual);
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? ok(value)
    : err(cliFindings.find('CLI-0107', { option: `--${name}`, value: text, known: `${least}-${most}` }));
}

/** Where a ledger stands, as the commands about ledgers are told: exactly one of two options. */
export function ledgerPlace(command: string, options: Options): Result<{ config: string } | { data: string }> {
  const [config, data] = [lastValue(options, 'config'), lastValue(options, 'data')];
  if (config !== undefined && data === undefined) return ok({ config });
  if (data !== undefined && config === undefined) return ok({ data });
  return err(cliFindings.find('CLI-0103', { command, what: '--config | --data' }));
}

/** The value of an option that the command cannot do without. */
export function neededValue(command: string, options: Options, name: string): Result<string> {
  const value = lastValue(options, name);
  return value === undefined ? err(cliFindings.find('CLI-0103', { command, what: `--${name}` })) : ok(value);
}
