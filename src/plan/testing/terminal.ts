import { decodeUtf8, encodeUtf8, type Instant, type Terminal } from '#kernel';

/** A terminal that keeps what it was told, asked, and given to write. */
export function smallTerminal(now: Instant, answer: unknown = undefined, more: Partial<Terminal> = {}) {
  const lines: string[] = [];
  const asked: string[] = [];
  const files = new Map<string, string>();
  const terminal: Terminal = {
    language: 'es',
    watched: false,
    json: false,
    out: (line) => void lines.push(line),
    outBytes: (bytes) => void lines.push(decodeUtf8(bytes)),
    say: (key, parameters) => `<${key}${parameters === undefined ? '' : ` ${Object.values(parameters).join(' ')}`}>`,
    ask: ({ address, path }) => {
      asked.push(`${address} ${path}`);
      return Promise.resolve(encodeUtf8(typeof answer === 'string' ? answer : JSON.stringify(answer)));
    },
    printPdf: async (text, file) => void files.set(file, `pdf of ${text}`),
    textOf: ({ code }) => code,
    now: () => now,
    progress: () => {},
    complain: () => {},
    readFile: async () => new Uint8Array(),
    writeFile: async (file, bytes) => void files.set(file, decodeUtf8(bytes)),
    ...more,
  };
  return { terminal, lines, asked, files };
}
