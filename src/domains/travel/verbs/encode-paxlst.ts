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
  return isObject(model) && 'people' in model && 'legs' in model && 'envelope' in model
    ? [model as unknown as Paxlst]
    : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
