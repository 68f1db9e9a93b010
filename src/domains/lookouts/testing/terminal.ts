import { encodeUtf8, type Finding, instant, type Terminal } from '#kernel';

/** A terminal that keeps what it was told, over files that are texts. */
export function terminalOver(files: Readonly<Record<string, string>>, more: Partial<Terminal> = {}) {
  const lines: string[] = [];
  const refused: Finding[] = [];
  const made: Terminal = {
    language: 'en',
    watched: false,
    json: false,
    out: (line) => void lines.push(line),
    outBytes: () => {},
    say: (key, parameters) => `<${key.replace(/^lookouts\./, '')}${parameters ? ` ${Object.values(parameters)}` : ''}>`,
    ask: async () => new Uint8Array(),
    printPdf: async () => {},
    textOf: ({ code, parameters }) => `${code} of ${Object.values(parameters)}`,
    now: () => instant(0),
    progress: () => {},
    complain: (finding) => void refused.push(finding),
    readFile: async (path) => encodeUtf8(files[path] ?? ''),
    writeFile: async () => {},
    ...more,
  };
  return { lines, refused, made };
}
