import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant, type Terminal } from '#kernel';
import { run } from './import-report.ts';
import { verbs } from './index.ts';

const report = [
  'GARDENS',
  'CARGO SECURITY',
  'Cargo Security',
  'Initiative\tKey Milestones\tStatus',
  'Plant.\tPlant oaks with Canada and the U.S. within 6 months (December 2005).\tOn track',
  '\tWater oaks by 2008.\tUS-CN: Completed (oaks) US-MX: Delayed to Fall 2006',
  '\tRest among the three countries.\tNearly done',
].join('\n');

/** A terminal that keeps what it was told. */
function terminal(text: string, more: { readonly json?: boolean } = {}) {
  const lines: string[] = [];
  const complaints: Finding[] = [];
  const made: Terminal = {
    language: 'en',
    watched: false,
    json: false,
    out: (line) => void lines.push(line),
    outBytes: () => {},
    say: (key, parameters) => `<${key.slice('plan.'.length)}>${parameters ? ` ${JSON.stringify(parameters)}` : ''}`,
    ask: async () => new Uint8Array(),
    printPdf: async () => {},
    textOf: ({ code, parameters }) => `${code} in ${parameters['line']}`,
    now: () => instant(0),
    progress: () => {},
    complain: (finding) => void complaints.push(finding),
    readFile: async () => encodeUtf8(text),
    writeFile: async () => {},
    ...more,
  };
  return { lines, complaints, made };
}

describe('tripoint plan import', () => {
  test('is found by its name', async () => {
    const verb = verbs.find(({ name }) => name === 'plan import');
    expect((await verb?.load())?.run).toBe(run);
  });

  test('prints a JSON object a milestone and the counts, and ends with 1 when there is an error', async () => {
    const { lines, complaints, made } = terminal(report, { json: true });
    expect(await run(['x.txt'], made)).toBe(1);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        line: 5,
        milestone: 'CGO-1.1',
        goal: 1,
        chapter: 'Cargo Security',
        initiative: 'CGO-1',
        text: 'Plant oaks with Canada and the U.S. within 6 months (December 2005).',
        due: [{ months: 6, computed: '2005-12', stated: '2005-12' }],
        statusRaw: 'On track',
        status: { scope: 'all', all: { status: 'on-track' } },
        scope: 'US-CA',
        pairs: { 'US-CA': 'reported', 'US-MX': 'not-applicable', 'CA-MX': 'not-applicable' },
        findings: [],
      },
      expect.objectContaining({
        line: 6,
        findings: [
          { code: 'PLN-0133', severity: 'note', parameters: { line: 6, text: 'by 2008' }, text: 'PLN-0133 in 6' },
        ],
      }),
      expect.objectContaining({
        line: 7,
        status: null,
        scope: 'trilateral',
        findings: [
          expect.objectContaining({ code: 'PLN-0108', severity: 'error' }),
          expect.objectContaining({ code: 'PLN-0132', severity: 'note' }),
        ],
      }),
      { counts: { parts: 1, chapters: 1, initiatives: 1, milestones: 3, distinctStatus: 3 } },
    ]);
    expect(complaints).toEqual([]);
  });

  test('gives the repaired text beside the raw one where they differ', async () => {
    const { lines, made } = terminal(report.replace('Canada and the U.S.', 'the U.SCanada side'), { json: true });
    await run(['x.txt'], made);
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect([first.text, first.repaired]).toEqual([
      'Plant oaks with the U.SCanada side within 6 months (December 2005).',
      'Plant oaks with the U.S.-Canada side within 6 months (December 2005).',
    ]);
    expect(second).not.toHaveProperty('repaired');
  });

  test('prints a table, a chapter under its title, what is wrong below each milestone', async () => {
    const { lines, made } = terminal(report);
    expect(await run(['x.txt'], made)).toBe(1);
    expect(lines).toEqual([
      '<import.line>  <import.milestone>  <import.due>  <import.binds>      <import.told>',
      '',
      'Cargo Security',
      '5              CGO-1.1             2005-12       <scope.US-CA>       <state.on-track>',
      '6              CGO-1.2             by 2008       <scope.all>         US-CA: <state.completed> (oaks); US-MX: <state.delayed> -> Fall 2006',
      '       - PLN-0133 PLN-0133 in 6',
      '7              CGO-1.3                           <scope.trilateral>  ? Nearly done',
      '       ! PLN-0108 PLN-0108 in 7',
      '       - PLN-0132 PLN-0132 in 7',
      '',
      '<import.counts> {"parts":1,"chapters":1,"initiatives":1,"milestones":3,"distinctStatus":3}',
    ]);
  });

  test('says what a state is confined to in words where there are some', async () => {
    const { lines, made } = terminal(report.replace('(oaks)', '(visits)'));
    await run(['x.txt'], made);
    expect(lines[4]).toContain('<state.completed> (<qualifier.visits>);');
  });

  test('prints a title for each chapter', async () => {
    const second = 'Border Facilitation\nA.\tB within 2 months.\tInitiated';
    const { lines, made } = terminal(`${report}\n${second}`);
    await run(['x.txt'], made);
    expect(lines.slice(-6)).toEqual([
      '',
      'Border Facilitation',
      expect.stringContaining('FAC-1.1'),
      '       - PLN-0131 PLN-0131 in 9',
      '',
      expect.stringContaining('"chapters":2'),
    ]);
  });

  test('says the computed month where none is stated, and both months where two are', async () => {
    const { lines, made } = terminal(
      report.replace('within 6 months (December 2005)', 'within 6 months and within 9 months'),
    );
    await run(['x.txt'], made);
    expect(lines[3]).toContain('2005-12, 2006-03');
  });

  test('ends with 0 when nothing is an error, and complains of what stands at no milestone but of no note', async () => {
    const { complaints, made } = terminal(
      [report.replace('Nearly done', 'Completed'), 'A remark', 'ΙNITIATIVE\tKey Milestones\tStatus'].join('\n'),
    );
    expect(await run(['x.txt'], made)).toBe(0);
    expect(complaints.map(({ code }) => code)).toEqual(['PLN-0110']);
  });

  test('ends with 1 when the file is no report, and says so', async () => {
    const { lines, complaints, made } = terminal('Dear neighbour', { json: true });
    expect(await run(['x.txt'], made)).toBe(1);
    expect(complaints.map(({ code }) => code)).toEqual(['PLN-0104']);
    expect(lines).toEqual(['{"counts":{"parts":0,"chapters":0,"initiatives":0,"milestones":0,"distinctStatus":0}}']);
  });

  test.each([[[]], [['a', 'b']], [['--strange']]])('is called wrongly with %j', async (args) => {
    expect(await run(args, terminal(report).made)).toBe(2);
  });
});
