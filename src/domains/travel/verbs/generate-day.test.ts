import { describe, expect, test } from 'vitest';
import { readInterchange } from '#formats/edifact';
import { decodeUtf8, encodeUtf8, instant, type Terminal } from '#kernel';
import { run } from './generate-day.ts';

/** A terminal that keeps what it was told. */
function terminal(more: Partial<Terminal> = {}) {
  const told = {
    lines: [] as string[],
    bytes: [] as Uint8Array[],
    bars: [] as string[],
    files: new Map<string, string>(),
  };
  const made: Terminal = {
    language: 'en',
    watched: false,
    json: false,
    out: (line) => void told.lines.push(line),
    outBytes: (bytes) => void told.bytes.push(bytes),
    textOf: ({ code }) => code,
    say: (key) => key,
    ask: async () => new Uint8Array(),
    printPdf: async () => {},
    now: () => instant(Date.parse('2026-12-01T12:00:00Z')),
    progress: (text) => void told.bars.push(text),
    complain: () => {},
    readFile: async () => new Uint8Array(),
    writeFile: async (path, bytes) => void told.files.set(path, decodeUtf8(bytes)),
    ...more,
  };
  return { ...told, made };
}

const small = ['--seed', '3', '--day', '2026-12-01', '--travellers', '30'];

describe('tripoint generate day', () => {
  test('prints interchanges that are read one after another, the same for the same words', async () => {
    const [one, other] = [terminal(), terminal()];
    expect(await run(small, one.made)).toBe(0);
    expect(await run(['--seed=3', '--day=2026-12-01', '--travellers=30'], other.made)).toBe(0);
    const text = one.bytes.map(decodeUtf8).join('');
    expect(other.bytes.map(decodeUtf8).join('')).toBe(text);
    const { messages } = readInterchange(encodeUtf8(text), { receivedAt: instant(0), tolerance: 'lenient' });
    expect(messages).toHaveLength(one.bytes.length);
    expect([one.lines, one.bars]).toEqual([[], []]);
  });

  test('takes seed 1 and today where nothing is said', async () => {
    const [said, unsaid] = [terminal(), terminal()];
    await run(['--seed', '1', '--day', '2026-12-01', '--travellers', '8'], said.made);
    await run(['--travellers', '8'], unsaid.made);
    expect(unsaid.bytes.map(decodeUtf8)).toEqual(said.bytes.map(decodeUtf8));
  });

  test('with --json a line a message: what is wrong with it, and who they are with their zones', async () => {
    const { made, lines, bytes } = terminal({ json: true });
    expect(await run(small, made)).toBe(0);
    expect(bytes).toEqual([]);
    const said = lines.map((line) => JSON.parse(line));
    for (const one of said) {
      expect(Object.keys(one)).toEqual(
        expect.arrayContaining(['at', 'to', 'organisation', 'function', 'defects', 'travellers', 'text']),
      );
      expect(one.text).toContain('UNB+');
    }
    const [traveller] = said.find((one) => one.function === 'new' && one.document === 'passenger-list').travellers;
    expect(traveller.mrz.join('')).toContain(traveller.document.number);
    expect(traveller).toMatchObject({ reference: expect.any(String), dateOfBirth: expect.any(String) });
  });

  test('with --out a file a message, whose names sort as they were sent, named in the output', async () => {
    const { made, lines, files } = terminal();
    expect(await run([...small, '--out', 'some/day/'], made)).toBe(0);
    expect([...files.keys()]).toEqual(lines);
    expect(lines).toEqual(lines.toSorted());
    expect(lines[0]).toMatch(/^some\/day\/0000001-\d{8}T\d{4}Z-[A-Z0-9]{2}-(US|CA|MX)\.edi$/);
    const json = terminal({ json: true });
    await run([...small, '--out', 'some/day'], json.made);
    expect(json.lines.map((line) => JSON.parse(line).file)).toEqual(lines);
    expect(json.lines.join('')).not.toContain('UNB+');
  });

  test('shows how far it is to a person who watches, and wipes it at the end', async () => {
    const { made, bars } = terminal({ watched: true });
    await run(['--travellers', '300'], made);
    expect(bars.length).toBeGreaterThan(2);
    expect(bars.at(-2)).toBe(`[${'#'.repeat(40)}] 100 %`);
    expect(bars.at(-1)).toBe('');
    expect(new Set(bars).size).toBe(bars.length);
  });

  test.each([
    [['--seed', 'x']],
    [['--seed', '-1']],
    [['--seed']],
    [['--day', '2026-02-30']],
    [['--travellers', '0']],
    [['--travellers', '1000000000']],
    [['--travellers', '1.5']],
    [['--planes', '3']],
    [['day']],
  ])('%j is not understood', async (words) => {
    const { made, lines, bytes } = terminal();
    expect(await run(words, made)).toBe(2);
    expect([lines, bytes]).toEqual([[], []]);
  });
});
