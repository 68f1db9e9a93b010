import { type WireItem, writeWire } from '#formats/edifact';
import { decodeUtf8, type VerbRun } from '#kernel';

/** `tripoint encode edifact FILE`: the bytes from the lines of `decode edifact`. */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return 2;
  const lines = decodeUtf8(await terminal.readFile(file))
    .split('\n')
    .filter((line) => line !== '');
  const items = lines.map(itemOf);
  const whole = items.filter((item) => item !== undefined);
  if (whole.length < lines.length) return 1;
  terminal.outBytes(writeWire(whole));
  return 0;
};

/** A line that has the members of an item is taken for one: `decode edifact` wrote it. */
function isItem(item: unknown): item is WireItem {
  if (typeof item !== 'object' || item === null || !('kind' in item)) return false;
  if (item.kind === 'segment') return 'elements' in item && Array.isArray(item.elements);
  return (item.kind === 'between' || item.kind === 'advice') && 'text' in item && typeof item.text === 'string';
}

/** The item of a line; undefined when it is none. */
function itemOf(line: string): WireItem | undefined {
  try {
    const item: unknown = JSON.parse(line);
    return isItem(item) ? item : undefined;
  } catch {
    return undefined;
  }
}
