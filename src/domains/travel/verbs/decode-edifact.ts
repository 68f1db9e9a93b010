import { readWire } from '#formats/edifact';
import type { VerbRun } from '#kernel';

/** `tripoint decode edifact FILE`: each segment and what stands between; `encode edifact` gives back the same bytes. */
export const run: VerbRun = async (args, terminal) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return 2;
  for (const item of readWire(await terminal.readFile(file))) terminal.out(JSON.stringify(item));
  return 0;
};
