/** What `tripoint screen` is asked. */
export interface ScreenWords {
  readonly lists: readonly string[];
  readonly queries: string;
  /** Candidates a query at most. */
  readonly top: number;
}

const usualTop = 10;
const mostTop = 100;
const options = ['list', 'queries', 'top'] as const;
type Option = (typeof options)[number];
const optionOf = (word: string): Option | undefined => options.find((option) => word === `--${option}`);

/** The words of each option; undefined where one is unknown, or a word stands before any. */
function given(args: readonly string[]): Readonly<Record<Option, readonly string[]>> | undefined {
  const read: Record<Option, string[]> = { list: [], queries: [], top: [] };
  let option: Option | undefined;
  for (const word of args.flatMap((one) => (one.startsWith('--') ? one.split(/=(.*)/s).slice(0, 2) : [one]))) {
    if (word.startsWith('--')) option = optionOf(word);
    else if (option !== undefined) read[option].push(word);
    if (option === undefined) return undefined;
  }
  return read;
}

/** How many candidates are wanted; undefined for what is no such number. */
function topOf([written = String(usualTop), ...more]: readonly string[]): number | undefined {
  const top = Number(written);
  return more.length === 0 && Number.isInteger(top) && top >= 1 && top <= mostTop ? top : undefined;
}

/** Reads the words after the verb; undefined where they are not a call of it. An option takes all words up to the next. */
export function screenWords(args: readonly string[]): ScreenWords | undefined {
  const read = given(args);
  if (read === undefined || read.list.length === 0) return undefined;
  const [queries, ...others] = read.queries;
  const top = topOf(read.top);
  if (queries === undefined || others.length > 0 || top === undefined) return undefined;
  return { lists: read.list, queries, top };
}
