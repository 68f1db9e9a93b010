/** The words after a verb: `--name value` pairs and what stands alone. */
export interface Words {
  readonly values: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
}

/** Reads the words by the names of the options that the verb knows; undefined where one is unknown or lacks its value. */
export function readWords(args: readonly string[], known: readonly string[]): Words | undefined {
  const words = args.flatMap((word) => (/^--[a-z-]+=/.test(word) ? word.split(/=(.*)/s).slice(0, 2) : [word]));
  const values: Record<string, string> = {};
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const value = words[at + 1];
    if (!known.includes(word.slice(2)) || value === undefined) return undefined;
    values[word.slice(2)] = value;
    at += 1;
  }
  return { values, operands };
}
