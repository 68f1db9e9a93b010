import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { readReport } from '#plan/reading';
import { type Alphabet, rounds, tryAll } from './mutations.ts';

const made = `GARDENS

KEEP THE GARDEN SAFE
TRAVELLER SECURITY CARGO SECURITY

Traveller Security
Traveller Security: Plant trees along the way

ΙΝΙΤΙΑΤΙVΕ\tKEY MILESTONES\tSTATUS
Plant oak and ash on both sides of the\tPlant oaks within 6 months (December 2005).\tOn track
River bank, and water them.\tWater them within 9 months (April 2006) and by June 31, 2007.\tUS- CN: Completed US-MX: Delayed to June 2007
river bank, and water them.\tWater U.SCanada oaks (binational.\t<u>Partially Completed, Finished in Fall 2006</u>

Cargo Security
Cargo Security: Carry wood

INITIATIVE\tKey Milestones\tStatus
Carry wood.\tOver the next two years, carry it. (June 2007), and;\tInitiated, Negotiations Completed by Fall 2006
\tcarry more by 2008.\tUS-CN: Completed (visits)
`;

/** The beginning of the founding report, where it is at hand, cut where a row ends. */
const founding = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', '../plan/report-2006.txt');
const beginning = existsSync(founding) ? readFileSync(founding, 'utf8').slice(0, 6000) : '';

const alphabet: Alphabet = {
  signs: encodeUtf8('\t\n\r .,;:()<>/-AaZzÉΙ0912'),
  pieces: [
    ...[
      '\t',
      '\t\t',
      '\n',
      '\r\n',
      '\uFEFF',
      '(',
      '((((',
      ')',
      ';',
      ', and;',
      '- ',
      'U.S',
      ' within 12 months',
      ' (June 2006)',
    ],
    ...[
      'within 999 years ',
      ' by 2008',
      ' before January 1, 2008',
      'US-CN: ',
      'US-MX: Initiated',
      '<u>',
      'Delayed to ',
    ],
    ...[
      '\nCargo Security\n',
      '\nFishing\nFishing: fish\n',
      '\nCARGO SECURITY\n',
      '\nA\tB\tC\n',
      '\nA\tB\n',
      ' '.repeat(300),
    ],
    ...[
      '\nInitiative\tKey Milestones\tStatus\n\tGreat North Garden Days\tOn track\n',
      'x'.repeat(4001),
      '\nTraveller Security\n',
    ],
    ...['\n\tx\tUS-MX: On track\n', 'Canada and U.S. ', 'Within 6 months, within 9 months. (May 2006) '],
  ].map((text) => encodeUtf8(text)),
};

const codes = new Set<string>();
const count = Math.ceil(rounds / 10);

test(`${count} mutated reports: an answer to each, each finding located, nothing lost, 1 ms a KB at most`, () => {
  const { whole, slowest } = tryAll({
    samples: [encodeUtf8(made), ...(beginning === '' ? [] : [encodeUtf8(beginning)])],
    alphabet,
    seed: 2006,
    count,
    read: (bytes) => readReport(bytes),
    check: ({ lines, milestones, findings }, bytes) => {
      for (const { code, at } of findings) {
        codes.add(code);
        const isWhole = ['PLN-0101', 'PLN-0104'].includes(code) && at === undefined;
        const line = at?.segment ?? 0;
        if (!isWhole && (line < 1 || line > lines.length)) throw new Error(`${code} at ${JSON.stringify(at)}`);
      }
      if (lines.length > 0 && !Buffer.from(lines.join('\n')).equals(bytes)) throw new Error('a byte was lost');
      if (new Set(milestones.map(({ key }) => key)).size < milestones.length) throw new Error('a key is used twice');
      for (const { line, text, statusRaw, said, due } of milestones) {
        const raw = lines[line - 1] ?? '';
        if (!raw.includes(text) || !raw.includes(statusRaw)) throw new Error(`line ${line} says something else`);
        const told = findings.filter(({ at }) => at?.segment === line).map(({ code }) => code);
        if (said === undefined && !told.includes('PLN-0108')) throw new Error(`line ${line}: no word on its status`);
        if (due.length === 0 && !told.includes('PLN-0132')) throw new Error(`line ${line}: no word on its months`);
      }
      if (milestones.length === 0 && findings.length === 0) throw new Error('nothing read and nothing told');
    },
  });
  process.stdout.write(`reports: ${whole.toFixed(3)} ms a KB, the slowest batch ${slowest.toFixed(3)}\n`);
  expect(whole).toBeLessThan(1);
});

test('the mutations reach every finding of a report but the limits', () => {
  const both = [...Array.from({ length: 17 }, (_, at) => at + 1), ...Array.from({ length: 17 }, (_, at) => at + 20)];
  const all = both.map((number) => `PLN-01${String(number).padStart(2, '0')}`);
  expect([...codes].sort()).toEqual(all.filter((code) => code !== 'PLN-0102' && code !== 'PLN-0103'));
});

/** A report of 7 MB whose rows hold one piece again and again. */
const repeated = (piece: string): string => {
  const cell = piece.repeat(Math.floor(3900 / piece.length));
  return `GOAL\nCARGO SECURITY\nCargo Security\n${`a ${cell}\t${cell}\t${cell}\n`.repeat(600)}`;
};

test.each<readonly [string, string]>([
  ...[
    '(',
    '(June 2006) ',
    'within 1 month ',
    'a- b',
    'U.SCanada ',
    'by 2008 ',
    'US-CN: ',
    '<u',
    ' ',
    'A ',
    ', and;',
  ].map((piece) => [`«${piece}»`, repeated(piece)] as const),
  ['chapters', Array.from({ length: 30_000 }, (_, at) => `X${at}\nX${at}: a\n`).join('\n')],
  ['one line of capitals', 'A '.repeat(4_000_000)],
  ['rows', `Cargo Security\n${'a\tb\tOn track\n'.repeat(99_000)}`],
])('a hostile report is read in 10 s: %s', { timeout: 60_000 }, (_name, text) => {
  const started = process.cpuUsage().user;
  const { lines } = readReport(text);
  expect((process.cpuUsage().user - started) / 1_000_000).toBeLessThan(10);
  expect(lines.length).toBeGreaterThan(0);
});
