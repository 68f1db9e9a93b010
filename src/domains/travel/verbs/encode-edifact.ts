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

/** The item of a line; undefined when it is none. */
function itemOf(line: string): WireItem | undefined {
  try {
    const item = JSON.parse(line) as WireItem;
    const isText = (item.kind === 'between' || item.kind === 'advice') && typeof item.text === 'string';
    return isText || (item.kind === 'segment' && Array.isArray(item.elements)) ? item : undefined;
  } catch {
    return undefined;
  }
}
