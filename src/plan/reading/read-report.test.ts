import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { reportForm } from './form.ts';
import { mostBytes, mostLines } from './lines.ts';
import { readReport } from './read-report.ts';
import { mostCell } from './section.ts';

/** A report of our own with the defects of the founding one. Line 1 is the first line. */
const sample = [
  'BORDERS', // 1
  '',
  'KEEP THE GARDEN SAFE', // 3
  'TRAVELLER SECURITY CARGO SECURITY',
  '',
  'Traveller Security', // 6
  'Traveller Security: Plant trees along the way',
  '',
  'Initiative\tKEY MILESTONES\tSTATUS', // 9
  'Plant oak and ash on both sides of the\tPlant oaks within 6 months (December 2005).\tOn track',
  'River bank, and water them.\tWater them with Canada and Mexico within 9 months (April 2006).\tCompleted (oaks)',
  'Count the birds of the long- lived trees.\tCount birds by 2008, and;\tUS- CN: Initiated US-MX: Delayed to June 2007',
  '\tto count nests.\t<u>Delayed</u>', // 13
  '',
  'Traveller Security: Plant trees along the way',
  'ΙΝΙΤΙΑΤΙVΕ\tKey  Milestones\tStatus', // 16
  '\tGreat North Garden Days of the U.SMexico fence.\tInitiated',
  'long-lived trees.\tWithin 18 months, rest. (December 2006)\tUS-CN: Completed', // 18
  '',
  'TIDY UP',
  'BORDER FACILITATION',
  'Border Facilitation', // 22
  'INITIATIVE\tKEY MILESTONES\tSTATUS',
  'Sweep.\tSweep before March 1, 2007 and within two years.\tNearly done', // 24
].join('\n');

const codesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, at }) => `${at?.segment ?? 'whole'} ${code}`);

describe('a report', () => {
  const reading = readReport(sample);

  test('has goals, chapters under them, and initiatives whose split titles are joined', () => {
    expect(reading.goals).toEqual([
      { line: 3, title: 'KEEP THE GARDEN SAFE' },
      { line: 20, title: 'TIDY UP' },
    ]);
    expect(reading.chapters).toEqual([
      { line: 6, code: 'TRV', name: 'Traveller Security', goal: 1 },
      { line: 22, code: 'FAC', name: 'Border Facilitation', goal: 2 },
    ]);
    expect(reading.initiatives.map(({ key, title, cells }) => [key, title, ...cells.map(({ line }) => line)])).toEqual([
      ['TRV-1', 'Plant oak and ash on both sides of the River bank, and water them.', 10, 11],
      ['TRV-2', 'Count the birds of the long-lived trees.', 12, 18],
      ['FAC-1', 'Sweep.', 24],
    ]);
  });

  test('has milestones in their order, each with its place', () => {
    expect(
      reading.milestones.map(({ line, key, goal, chapter, initiative }) => [line, key, goal, chapter, initiative]),
    ).toEqual([
      [10, 'TRV-1.1', 1, 'Traveller Security', 'TRV-1'],
      [11, 'TRV-1.2', 1, 'Traveller Security', 'TRV-1'],
      [12, 'TRV-2.1', 1, 'Traveller Security', 'TRV-2'],
      [13, 'TRV-2.2', 1, 'Traveller Security', 'TRV-2'],
      [17, 'TRV-2.3', 1, 'Traveller Security', 'TRV-2'],
      [18, 'TRV-2.4', 1, 'Traveller Security', 'TRV-2'],
      [24, 'FAC-1.1', 2, 'Border Facilitation', 'FAC-1'],
    ]);
  });

  test('keeps the text as it stands beside the repaired one, and what it says of itself', () => {
    expect(reading.milestones[2]).toEqual({
      line: 12,
      key: 'TRV-2.1',
      goal: 1,
      chapter: 'Traveller Security',
      initiative: 'TRV-2',
      text: 'Count birds by 2008, and;',
      repaired: 'Count birds by 2008.',
      due: [{ absolute: 'by 2008' }],
      statusRaw: 'US- CN: Initiated US-MX: Delayed to June 2007',
      said: {
        scope: 'per-pair',
        'US-CA': { status: 'initiated' },
        'US-MX': { status: 'delayed', forecast: { text: 'June 2007', iso: '2007-06' } },
      },
      scope: 'all',
      pairs: { 'US-CA': 'reported', 'US-MX': 'reported', 'CA-MX': 'unknown' },
    });
    expect(reading.milestones[6]).toMatchObject({ statusRaw: 'Nearly done', said: undefined });
    expect(reading.milestones[6]?.pairs).toEqual({ 'US-CA': 'unknown', 'US-MX': 'unknown', 'CA-MX': 'unknown' });
  });

  test('makes no date up', () => {
    expect(reading.milestones.map(({ due }) => due)).toEqual([
      [{ months: 6, computed: '2005-12', stated: '2005-12' }],
      [{ months: 9, computed: '2006-03', stated: '2006-04' }],
      [{ absolute: 'by 2008' }],
      [],
      [],
      [{ months: 18, computed: '2006-12', stated: '2006-12' }],
      [{ months: 24, computed: '2007-06', stated: null }, { absolute: 'before 2007-03-01' }],
    ]);
  });

  test('tells everything that is wrong with it, in the order of its lines', () => {
    expect(codesOf(reading.findings)).toEqual([
      '11 PLN-0124',
      '11 PLN-0112',
      '12 PLN-0121',
      '12 PLN-0127',
      '12 PLN-0123',
      '12 PLN-0133',
      '13 PLN-0122',
      '13 PLN-0132',
      '16 PLN-0120',
      '16 PLN-0126',
      '17 PLN-0121',
      '17 PLN-0128',
      '17 PLN-0132',
      '18 PLN-0124',
      '18 PLN-0125',
      '18 PLN-0130',
      '24 PLN-0108',
      '24 PLN-0129',
      '24 PLN-0131',
    ]);
    expect(reading.findings.find(({ code }) => code === 'PLN-0112')).toEqual({
      code: 'PLN-0112',
      origin: 'sender',
      severity: 'warning',
      parameters: { line: 11, months: 9, computed: '2006-03', stated: '2006-04' },
      at: { segment: 11 },
    });
    const parametersOf = (code: string) => reading.findings.find((one) => one.code === code)?.parameters;
    expect(parametersOf('PLN-0127')).toEqual({ line: 12, next: 13 });
    expect(parametersOf('PLN-0128')).toEqual({ line: 17, text: 'Great North Garden Days of the U.S.-Mexi' });
    expect(parametersOf('PLN-0120')).toEqual({ line: 16, letters: 'ΙΝΤΑΕ' });
    expect(parametersOf('PLN-0126')).toEqual({ line: 16, chapter: 'Traveller Security' });
    expect(reading.findings.find(({ code }) => code === 'PLN-0124')?.parameters).toMatchObject({
      initiative: 'TRV-1',
      first: 10,
    });
  });

  test('says the same as bytes and with carriage returns and a byte order mark', () => {
    expect(readReport(encodeUtf8(sample))).toEqual(reading);
    const windows = readReport(`\uFEFF${sample.replaceAll('\n', '\r\n')}`);
    expect(windows.milestones).toEqual(reading.milestones);
    expect(windows.findings).toEqual(reading.findings);
  });
});

/** A report of one chapter with these rows. */
const withRows = (...rows: readonly string[]) =>
  readReport(['GOAL', 'CARGO SECURITY', 'Cargo Security', 'Initiative\tKey milestones\tStatus', ...rows].join('\n'));

describe('a report that is not as it should be', () => {
  test('another year, with other rows and words, is read by the same rules', () => {
    const { milestones, findings } = withRows(
      'Do one.\tOne within the next 12 months (June 2006).\tDelayed to Spring 2008',
      'Do two.\tTwo.\tCompleted',
      '\tThree by March 2009.\tCN-MX: Completed',
    );
    expect(milestones.map(({ key, said }) => [key, said])).toEqual([
      ['CGO-1.1', { scope: 'all', all: { status: 'delayed', forecast: { text: 'Spring 2008', iso: '2008-Spring' } } }],
      ['CGO-2.1', { scope: 'all', all: { status: 'completed' } }],
      ['CGO-2.2', { scope: 'per-pair', 'CA-MX': { status: 'completed' } }],
    ]);
    expect(milestones[2]?.due).toEqual([{ absolute: 'by 2009-03' }]);
    expect(codesOf(findings)).toEqual(['6 PLN-0132']);
  });

  test('rows of another shape are left out, the others are read', () => {
    const { milestones, findings } = withRows(
      'a\tb',
      'Do.\tOne\tCompleted\tmore',
      'Do.\t\tCompleted',
      `Do.\t${'x'.repeat(mostCell + 1)}\tCompleted`,
      `Do.\t${'x'.repeat(mostCell)}\tCompleted`,
    );
    expect(milestones.map(({ line, key }) => [line, key])).toEqual([
      [7, 'CGO-1.1'],
      [9, 'CGO-2.1'],
    ]);
    expect(codesOf(findings)).toEqual([
      '5 PLN-0105',
      '6 PLN-0105',
      '7 PLN-0109',
      '7 PLN-0132',
      '8 PLN-0117',
      '9 PLN-0132',
    ]);
    expect(findings[0]?.parameters).toEqual({ line: 5, cells: 2 });
    expect(findings[4]?.parameters).toEqual({ line: 8, most: mostCell });
  });

  test('a first row without an initiative is told, and read', () => {
    const { milestones, initiatives, findings } = withRows(
      '\tOne.\tCompleted',
      '\tTwo.\tCompleted',
      'Do.\tX.\tCompleted',
    );
    expect(milestones.map(({ key }) => key)).toEqual(['CGO-1.1', 'CGO-1.2', 'CGO-2.1']);
    expect(initiatives.map(({ title }) => title)).toEqual(['', 'Do.']);
    expect(codesOf(findings)).toContain('5 PLN-0111');
    expect(codesOf(findings)).not.toContain('6 PLN-0111');
  });

  test('a chapter that the plan does not have is named with the ones that it has, and counted', () => {
    const { chapters, milestones, findings } = readReport(
      ['GOAL', 'CARGO SECURITY', 'Fishing', 'Fishing: Catch fish', 'A.\tB.\tCompleted', 'A.\tC.\tCompleted'].join('\n'),
    );
    expect([chapters, milestones]).toEqual([[], []]);
    expect(codesOf(findings)).toEqual(['whole PLN-0104', '3 PLN-0106']);
    expect(findings[1]?.parameters).toEqual({
      line: 3,
      chapter: 'Fishing',
      rows: 2,
      known: reportForm.chapters.map(({ name }) => name).join('; '),
    });
  });

  test('what stands at no place of its own is told', () => {
    const { findings, milestones, goals, chapters } = readReport(
      [
        'Some title: with a colon', // 1
        'A.\tB.\tCompleted',
        'Cargo Security', // 3
        'Aviation Security: of another chapter',
        `A remark ${'y'.repeat(90)}`,
        'A.\tB.\tCompleted', // 6
        'Cargo security',
        '\tC.\tCompleted', // 8
      ].join('\n'),
    );
    expect(codesOf(findings)).toEqual([
      '2 PLN-0107',
      '3 PLN-0115',
      '4 PLN-0110',
      '5 PLN-0110',
      '6 PLN-0132',
      '7 PLN-0115',
      '7 PLN-0116',
      '8 PLN-0132',
    ]);
    expect(findings[1]?.parameters).toEqual({ line: 3, chapter: 'Cargo Security' });
    expect(findings.find(({ at }) => at?.segment === 4)?.parameters).toMatchObject({ text: 'Aviation Security:' });
    expect(findings.find(({ at }) => at?.segment === 5)?.parameters['text']).toHaveLength(80);
    expect(findings.find(({ code }) => code === 'PLN-0116')?.parameters).toEqual({
      line: 7,
      chapter: 'Cargo Security',
      first: 3,
    });
    expect(milestones.map(({ key, goal }) => [key, goal])).toEqual([
      ['CGO-1.1', 0],
      ['CGO-1.2', 0],
    ]);
    expect(goals).toEqual([]);
    expect(chapters).toHaveLength(1);
  });

  test('what is wrong more than 20 times in a line is told 20 times, of each kind', () => {
    const codes = codesOf(
      withRows(`Do.\t${'long- lived '.repeat(25)}(\tCompleted`, 'Do.\tlong- lived.\tDone').findings,
    );
    expect(codes.filter((one) => one === '5 PLN-0121')).toHaveLength(20);
    expect(codes.filter((one) => one !== '5 PLN-0121')).toEqual([
      '5 PLN-0135',
      '5 PLN-0132',
      '6 PLN-0121',
      '6 PLN-0108',
      '6 PLN-0132',
    ]);
  });

  test('a line too long to be a title is none', () => {
    const titled = (length: number) =>
      readReport(['A'.repeat(length), 'CARGO SECURITY', 'Cargo Security', 'a\tb\tCompleted'].join('\n')).goals.length;
    expect([titled(4000), titled(4001)]).toEqual([1, 0]);
    const chapters = (length: number) =>
      readReport(['Cargo Security', 'A'.repeat(length), 'a\tb\tCompleted'].join('\n')).chapters.length;
    expect([chapters(4000), chapters(4001)]).toEqual([1, 0]);
  });

  test('what stands between chapters after the first is told too, the title of the whole is not', () => {
    const texts = ['A title', 'Cargo Security', 'A remark', 'GOAL', 'CARGO SECURITY', 'Another'];
    const { findings } = readReport(texts.join('\n'));
    expect(codesOf(findings).filter((one) => one.includes('0110'))).toEqual(['3 PLN-0110', '6 PLN-0110']);
    expect(codesOf(readReport('A title\nGOAL\nCARGO SECURITY\nA remark').findings)).toContain('4 PLN-0110');
  });

  test('words that went lost at a page break are told by the ones that are left, without a space at their end', () => {
    const { findings } = withRows(
      ...[
        'A.\tB.\tCompleted',
        'Initiative\tKey milestones\tStatus',
        `\tWorld Garden Guild ${'x'.repeat(20)} yyyy\tCompleted`,
      ],
    );
    const told = findings.find(({ code }) => code === 'PLN-0128');
    expect(told?.parameters).toEqual({ line: 7, text: `World Garden Guild ${'x'.repeat(20)}` });
  });

  test('a sentence that goes on in no row has no next one', () => {
    const { findings } = withRows('Do.\tOne;\tCompleted');
    expect(findings.find(({ code }) => code === 'PLN-0127')?.parameters).toEqual({ line: 5, next: 0 });
  });

  test('a name after a page break that has an initiative of its own lost nothing', () => {
    const broken = (cell: string) => withRows('A.\tB.\tCompleted', 'Initiative\tKey milestones\tStatus', cell);
    expect(codesOf(broken('\tNorth Garden Days now.\tCompleted').findings)).toContain('7 PLN-0128');
    expect(codesOf(broken('C.\tNorth Garden Days now.\tCompleted').findings)).not.toContain('7 PLN-0128');
    expect(codesOf(broken('\tNorth garden days now.\tCompleted').findings)).not.toContain('7 PLN-0128');
    expect(codesOf(withRows('A.\tB.\tCompleted', '\tNorth Garden Days now.\tCompleted').findings)).not.toContain(
      '6 PLN-0128',
    );
  });
});

describe('what is no report', () => {
  test.each([
    ['nothing', '', ['PLN-0104']],
    ['a letter', 'Dear neighbour,\nall is well.', ['PLN-0104']],
    ['a table of something else', 'a\tb\tc\n1\t2\t3', ['PLN-0104', 'PLN-0107', 'PLN-0107']],
    ['too many lines', '\n'.repeat(mostLines), ['PLN-0103']],
    ['too many bytes', 'x'.repeat(mostBytes + 1), ['PLN-0102']],
  ])('%s', (_name, text, codes) => {
    const reading = readReport(text);
    expect(reading.milestones).toEqual([]);
    expect(reading.findings.map(({ code }) => code)).toEqual(codes);
  });

  test('bytes that are no UTF-8', () => {
    const reading = readReport(Uint8Array.of(0x41, 0xff, 0x42));
    expect(reading).toMatchObject({ lines: [], milestones: [], findings: [{ code: 'PLN-0101', parameters: {} }] });
  });

  test('the limits are told with the number that is allowed, which is read', () => {
    expect(readReport('\n'.repeat(mostLines)).findings[0]?.parameters).toEqual({ lines: mostLines });
    expect(readReport('x'.repeat(mostBytes + 1)).findings[0]?.parameters).toEqual({ bytes: mostBytes });
    expect(readReport('\n'.repeat(mostLines - 1)).findings.map(({ code }) => code)).toEqual(['PLN-0104']);
    expect(readReport('x'.repeat(mostBytes)).findings.map(({ code }) => code)).toEqual(['PLN-0104']);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...sample.split('\n'),
    ...[
      '\t',
      '\t\t',
      'A.\tB within 3 months\tOn track',
      'Cargo Security',
      'CARGO SECURITY',
      '\r',
      '\uFEFF',
      '(((',
      '- a',
    ],
  );
  const texts = fc.oneof(
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
  );

  test('is kept whole: its lines joined are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readReport(text).lines.join('\n')).toBe(text);
      }),
    );
  });

  test('gives keys that are used once, and findings whose lines there are', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { milestones, findings, lines } = readReport(text);
        expect(new Set(milestones.map(({ key }) => key)).size).toBe(milestones.length);
        for (const { at } of findings) {
          expect(at === undefined || (at.segment !== undefined && at.segment >= 1 && at.segment <= lines.length)).toBe(
            true,
          );
        }
        const raw = milestones.every(({ line, text: cell }) => lines[line - 1]?.includes(cell) === true);
        expect(raw).toBe(true);
      }),
    );
  });
});
