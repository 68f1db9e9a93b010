import { describe, expect, test } from 'vitest';
import { writePaxlst } from '#formats/edifact';
import {
  countryCode,
  decodeLatin1,
  decodeUtf8,
  encodeUtf8,
  type Finding,
  instant,
  type Terminal,
  type VerbRun,
} from '#kernel';
import { sampleOf, type Vector, vectorsOf } from '../certification/vectors.ts';
import { run as decodeEdifact } from './decode-edifact.ts';
import { run as decodePaxlst } from './decode-paxlst.ts';
import { run as encodeEdifact } from './encode-edifact.ts';
import { run as encodePaxlst } from './encode-paxlst.ts';
import { run as replay } from './replay.ts';

const us = countryCode('US');
const vectors = us === undefined ? [] : vectorsOf(us);
const named = (name: string): Vector => vectors.find((one) => one.name === name) ?? expect.fail(name);
const sample = sampleOf(named('first-list'));

/** A terminal with files, which keeps what it was told. */
async function ran(
  verb: VerbRun,
  args: readonly string[],
  { files = {}, json = false }: { files?: Readonly<Record<string, string | Uint8Array>>; json?: boolean } = {},
) {
  const lines: string[] = [];
  const bytes: Uint8Array[] = [];
  const complaints: Finding[] = [];
  const terminal: Terminal = {
    ...{ language: 'en', watched: false, json },
    out: (line) => void lines.push(line),
    outBytes: (some) => void bytes.push(some),
    textOf: ({ code }) => `text of ${code}`,
    say: (key) => key,
    ask: async () => new Uint8Array(),
    printPdf: async () => {},
    now: () => instant(Date.parse('2027-06-12T12:00:00Z')),
    progress: () => {},
    complain: (finding) => void complaints.push(finding),
    readFile: async (path) => {
      const held = files[path];
      if (held === undefined) return expect.fail(`reads ${path}`);
      return typeof held === 'string' ? encodeUtf8(held) : held;
    },
    writeFile: async () => expect.fail('writes no file'),
  };
  const exit = await verb(args, terminal);
  return { exit, lines, bytes, complaints };
}

test.each<[string, VerbRun]>([
  ['decode edifact', decodeEdifact],
  ['encode edifact', encodeEdifact],
  ['encode paxlst', encodePaxlst],
  ['replay', replay],
])('%s wants one file, and reads nothing otherwise', async (_name, verb) => {
  for (const args of [[], ['one', 'two']]) {
    expect(await ran(verb, args)).toEqual({ exit: 2, lines: [], bytes: [], complaints: [] });
  }
});

describe('edifact', () => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s: encode gives back the bytes that decode took apart',
    async (_name, vector) => {
      const before = sampleOf(vector);
      const { exit, lines } = await ran(decodeEdifact, ['-'], { files: { '-': before } });
      expect(exit).toBe(0);
      expect(lines.map((line) => JSON.parse(line).kind)).toContain('segment');
      const back = await ran(encodeEdifact, ['x'], { files: { x: `${lines.join('\n')}\n` } });
      expect([back.exit, back.bytes.map((one) => decodeLatin1(one)), back.lines]).toEqual([
        0,
        [decodeLatin1(before)],
        [],
      ]);
    },
  );

  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '7'],
    ['an object of no kind', '{"text":"x"}'],
    ['an unknown kind', '{"kind":"other","text":"x"}'],
    ['a segment without elements', '{"kind":"segment"}'],
    ['a segment whose elements are no list', '{"kind":"segment","elements":"x"}'],
    ['a space between without text', '{"kind":"between"}'],
    ['an advice whose text is a number', '{"kind":"advice","text":5}'],
  ])('a line that is %s is refused, and nothing is written', async (_what, line) => {
    const { lines } = await ran(decodeEdifact, ['-'], { files: { '-': sample } });
    for (const all of [
      [line, ...lines],
      [...lines, line],
    ]) {
      const { exit, bytes } = await ran(encodeEdifact, ['x'], { files: { x: all.join('\n') } });
      expect([exit, bytes]).toEqual([1, []]);
    }
  });
});

describe('decode paxlst', () => {
  const decode = (args: readonly string[], text: string | Uint8Array, json = false) =>
    ran(decodePaxlst, args, { files: { x: text, y: text }, json });

  test('wants a file, and knows two flags', async () => {
    expect((await ran(decodePaxlst, [])).exit).toBe(2);
    expect((await ran(decodePaxlst, ['--whole'])).exit).toBe(2);
    expect(await decode(['x', '--loud'], sample)).toMatchObject({ exit: 2, lines: [] });
    expect((await decode(['--whole', 'x', '--lenient'], sample)).exit).toBe(0);
  });

  test('says who travels where, a message after another', async () => {
    const { exit, lines, complaints } = await decode(['x', 'y'], sample);
    expect([exit, complaints]).toEqual([0, []]);
    expect(lines).toHaveLength(4);
    expect(lines.slice(2)).toEqual(lines.slice(0, 2));
    expect(lines[0]).toBe('CERT1  paxlst D.05B  ZZ101 2027-06-14T09:15 MEX-JFK');
    expect(lines[1]).toMatch(/^ {2}passenger {2}TESTA, ALMA {2}1981-04-02 {2}[A-Z]{3} {2}P T1000001$/);
  });

  test('as JSON: an object a message, whose model stands in it only when it is asked for', async () => {
    const { lines } = await decode(['x'], sample, true);
    const [plain] = lines.map((line) => JSON.parse(line));
    expect(plain).toMatchObject({ message: 'CERT1', profile: 'US', findings: [], unrecognised: [] });
    expect(plain.travellers.map(({ subject }: { subject: string }) => subject)).toEqual(['CERT001']);
    expect(plain.journey).toMatchObject({ conveyance: 'ZZ101', date: '2027-06-14', origin: 'MEX' });
    expect(plain).not.toHaveProperty('model');
    const whole = await decode(['x', '--whole'], sample, true);
    const [withModel] = whole.lines.map((line) => JSON.parse(line));
    expect(withModel).toMatchObject({ ...plain, model: { messageReference: 'CERT1' } });
  });

  test('an error ends it with 1, and is told with its segment', async () => {
    const miscounted = decodeLatin1(sample).replace(/UNT\+\d+/, 'UNT+3');
    const { exit, lines } = await decode(['x'], miscounted);
    expect(exit).toBe(1);
    expect(lines.at(-1)).toMatch(/^ {2}! EDI-0301 error \d+ text of EDI-0301$/);
    const json = await decode(['x'], miscounted, true);
    expect(JSON.parse(json.lines[0] ?? '').findings).toMatchObject([
      { code: 'EDI-0301', severity: 'error', text: 'text of EDI-0301' },
    ]);
  });

  test('a good file after a bad one does not make it good', async () => {
    const miscounted = decodeLatin1(sample).replace(/UNT\+\d+/, 'UNT+3');
    for (const [one, other] of [
      ['bad', 'good'],
      ['good', 'bad'],
    ] as const) {
      const files = { bad: miscounted, good: sample };
      expect((await ran(decodePaxlst, [one, other], { files })).exit).toBe(1);
    }
  });

  test('what is no interchange is complained of', async () => {
    const { exit, lines, complaints } = await decode(['x'], 'hello');
    expect([exit, lines]).toEqual([1, []]);
    expect(complaints.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('encode paxlst', () => {
  const model = named('ten-passengers').list;
  const encode = (text: string) => ran(encodePaxlst, ['x'], { files: { x: text } });

  test('a bare model, and a line of decode --whole, give the bytes of the writer', async () => {
    const expected = decodeLatin1(writePaxlst(model));
    for (const line of [model, { message: '1', model }]) {
      const { exit, bytes, lines } = await encode(`\n${JSON.stringify(line)}\n \n`);
      expect([exit, bytes.map((one) => decodeLatin1(one)), lines]).toEqual([0, [expected], []]);
    }
  });

  test('what decode read is written as it was', async () => {
    const decoded = await ran(decodePaxlst, ['x', '--whole'], { files: { x: sample }, json: true });
    const { bytes } = await encode(decoded.lines.join('\n'));
    expect(bytes.map((one) => decodeUtf8(one))).toEqual([decodeUtf8(sample)]);
  });

  test('several are one interchange; lines that are no list are passed over', async () => {
    const second = { ...model, messageReference: 'CERT9' };
    const { bytes } = await encode([model, second].map((one) => JSON.stringify(one)).join('\n{\nnull\n"x"\n'));
    const text = bytes.map((one) => decodeLatin1(one)).join('');
    expect(text.match(/UNB\+/g)).toHaveLength(1);
    expect(text.match(/UNH\+CERT\d+/g)).toEqual([`UNH+${model.messageReference}`, 'UNH+CERT9']);
    expect(text).toContain('UNZ+2+');
  });

  test.each(['people', 'legs', 'envelope'] as const)('without %s it is no list', async (member) => {
    const { [member]: _gone, ...rest } = model;
    const { exit, bytes } = await encode(JSON.stringify(rest));
    expect([exit, bytes]).toEqual([1, []]);
  });

  test.each(['', '\n\n', 'nothing', '[]', '{"model":null}'])('%j holds none', async (text) => {
    const { exit, bytes } = await encode(text);
    expect([exit, bytes]).toEqual([1, []]);
  });
});

describe('replay', () => {
  const attempt = (seq: number, expected: string) => ({
    ...{ seq, kind: 'BOARDING_ATTEMPT', passengerRef_RFF_ABO: 'CERT001', expected },
  });
  const asked = { seq: 2, kind: 'PAXLST', interchange: decodeLatin1(sample) };
  const scenario = { id: 'S1', events: [attempt(3, 'NO_BOARD'), asked, attempt(1, 'OK_TO_BOARD')] };
  const files = { x: JSON.stringify(scenario) };

  test('says of each attempt, in the order of the log, what the dialogue says and what was expected', async () => {
    expect(await ran(replay, ['x'], { files })).toMatchObject({
      exit: 0,
      lines: ['S1 CERT001: APIS_INCOMPLETE (OK_TO_BOARD)', 'S1 CERT001: NO_BOARD (NO_BOARD)'],
      complaints: [],
    });
  });

  test('as JSON a line an attempt', async () => {
    const { lines } = await ran(replay, ['x'], { files, json: true });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { scenario: 'S1', passenger: 'CERT001', expected: 'OK_TO_BOARD', actual: 'APIS_INCOMPLETE' },
      { scenario: 'S1', passenger: 'CERT001', expected: 'NO_BOARD', actual: 'NO_BOARD' },
    ]);
  });

  test('what is no log is complained of, with where it is wrong', async () => {
    const { exit, lines, complaints } = await ran(replay, ['x'], { files: { x: '{"id":"S1","events":[{"seq":1}]}' } });
    expect([exit, lines]).toEqual([1, []]);
    expect(complaints).toMatchObject([{ code: 'TRV-0501', parameters: { path: 'events/0/kind' } }]);
    expect(await ran(replay, ['x'], { files: { x: '{' } })).toMatchObject({
      exit: 1,
      complaints: [{ code: 'TRV-0501', parameters: { path: '' } }],
    });
  });

  test('a log that addresses nobody has no code table', async () => {
    const silent = JSON.stringify({ id: 'S1', events: [attempt(1, 'NO_BOARD')] });
    expect(await ran(replay, ['x'], { files: { x: silent } })).toMatchObject({
      ...{ exit: 1, lines: [] },
      complaints: [{ code: 'TRV-0405', parameters: { country: '' } }],
    });
  });
});
