import { type Paxlst, writePaxlsts } from '#formats/edifact';
import { decodeUtf8, type VerbRun } from '#kernel';

/** `tripoint encode paxlst FILE`: the lines of `decode paxlst --whole`, or bare models, as one interchange. */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return 2;
  const lines = decodeUtf8(await terminal.readFile(file)).split('\n');
  const [first, ...rest] = lines.filter((line) => line.trim() !== '').flatMap(modelsOf);
  if (first === undefined) return 1;
  terminal.outBytes(writePaxlsts([first, ...rest]));
  return 0;
};

/** The model of a line; none when it is no JSON or no list. */
function modelsOf(line: string): readonly Paxlst[] {
  const value = parse(line);
  const model = isObject(value) && 'model' in value ? value['model'] : value;
  return isModel(model) ? [model] : [];
}

/** A line that has the members of a list is taken for one: `decode paxlst --whole` wrote it. */
const isModel = (value: unknown): value is Paxlst =>
  isObject(value) && 'people' in value && 'legs' in value && 'envelope' in value;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
