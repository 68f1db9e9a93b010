import { type ImportedList, importLists, isListFormat, type ListFormat } from '#formats/lists';
import type { Terminal } from '#kernel';

/** The words after a verb: files, and the form that they have where it is named. */
export interface ListWords {
  readonly operands: readonly string[];
  readonly format?: ListFormat;
}

/** Reads the words after a verb; undefined where an option is unknown or names no form. */
export function listWords(args: readonly string[]): ListWords | undefined {
  const operands: string[] = [];
  let format: string | undefined;
  const words = args.flatMap((word) => (word.startsWith('--format=') ? ['--format', word.slice(9)] : [word]));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--format') {
      at += 1;
      format = words[at] ?? '';
    } else if (word.startsWith('--')) return undefined;
    else operands.push(word);
  }
  if (format === undefined) return { operands };
  return isListFormat(format) ? { operands, format } : undefined;
}

/** Reads the files of lists, each in the form that it has; one of OFAC's aliases is read together with its list. */
export async function readLists(
  files: readonly string[],
  terminal: Terminal,
  format?: ListFormat,
): Promise<readonly ImportedList[]> {
  const read: { file: string; bytes: Uint8Array }[] = [];
  for (const file of files) read.push({ file, bytes: await terminal.readFile(file) });
  return importLists(read, format);
}
