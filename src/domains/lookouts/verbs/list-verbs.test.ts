import { describe, expect, test } from 'vitest';
import { readJsonLines } from '#formats/lists';
import { encodeUtf8 } from '#kernel';
import { terminalOver } from '../testing/terminal.ts';
import { verbs } from './index.ts';

const old = `{"list":"watch","version":"1","purpose":"lookout"}
{"id":"1","kind":"person","names":["Luis Mora","Лу"],"dateOfBirth":"1970-02-03","nationality":"mx","listedOn":"2020-01-02"}
{"id":"2","kind":"organization","names":["Acme"],"documents":["REG:77:CA"]}
{"id":"3","kind":"vessel","names":["Sea Star"]}
`;
const later = old
  .replace('"1","purpose', '"2","purpose')
  .replace('"nationality":"mx"', '"nationality":["mx","us"]')
  .replace(/.*Acme.*\n/, '{"id":"4","names":[{"family":"Paz"}]}\n');
const broken = `${old}{"id":"5","kind":"robot","names":["R"]}\nnot JSON\n`;
const files = { old, later, broken, empty: '' };

async function told(name: string, args: readonly string[], json = false) {
  const { lines, refused, made } = terminalOver(files, { json });
  const verb = verbs.find((one) => one.name === name);
  const exit = await (await verb?.load())?.run(args, made);
  return { lines, codes: refused.map(({ code }) => code), exit };
}

test.each([
  ['list import', []],
  ['list import', ['old', '--colour']],
  ['list import', ['old', '--format', 'pdf']],
  ['list import', ['old', '--format']],
  ['list status', []],
  ['list status', ['--x']],
  ['list diff', ['old']],
  ['list diff', ['old', 'later', 'old']],
  ['list diff', ['--x', 'old', 'later']],
])('%s %j is called wrongly', async (name, args) => {
  expect(await told(name, args)).toEqual({ lines: [], codes: [], exit: 2 });
});

describe('import', () => {
  test('counts, and findings with their line', async () => {
    expect(await told('list import', ['broken'])).toEqual({
      exit: 1,
      codes: [],
      lines: [
        '<list.read broken,jsonl>',
        '<list.name watch,1,lookout>',
        '  <list.entries 3>: <kind.person 1>, <kind.organisation 1>, <kind.vessel 1>',
        '  <list.names 4>: <list.script Latin,3>, <list.script Cyrillic,1>',
        '  <list.documents 1>',
        '  <list.newest 2020-01-02>',
        '  <list.findings 2>',
        '  ! LST-0111 error 5 LST-0111 of kind,person, organisation, vessel, vehicle',
        '  ! LST-0109 error 6 LST-0109 of ',
      ],
    });
    expect((await told('list import', ['old', '--format=jsonl'])).exit).toBe(0);
  });

  test('JSON is an entry a line, which is the list again', async () => {
    const { lines, codes, exit } = await told('list import', ['broken'], true);
    expect({ codes, exit }).toEqual({ codes: ['LST-0111', 'LST-0109'], exit: 1 });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ id: '2', source: 'watch', kind: 'organisation' });
    const again = readJsonLines(encodeUtf8(lines.join('\n')));
    expect(again).toEqual({
      list: { ...readJsonLines(encodeUtf8(old)).list, name: 'own', version: 'undated' },
      findings: [],
    });
  });

  test('a column and a path are places too', async () => {
    const { made, lines } = terminalOver({
      sdn: `1,"MORA",individual,X,${'-0- ,'.repeat(7)}"DOB soon."\n`,
      un: '<CONSOLIDATED_LIST><INDIVIDUAL/></CONSOLIDATED_LIST>',
    });
    const verb = await verbs.find((one) => one.name === 'list import')?.load();
    await verb?.run(['sdn', 'un'], made);
    expect(lines).toContain('  ! LST-0104 warning 1:12 LST-0104 of 1,soon');
    expect(lines).toContain('  ! LST-0102 error INDIVIDUAL[1] LST-0102 of ');
    expect(lines).toContain('  ! LST-0112 error LST-0112 of ');
  });
});

test('several lists are imported one after the other; a note is no error', async () => {
  const { made, lines, refused } = terminalOver(
    {
      ...files,
      un: '<CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME><NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY></INDIVIDUAL></CONSOLIDATED_LIST>',
    },
    { json: true },
  );
  const verb = await verbs.find((one) => one.name === 'list import')?.load();
  expect(await verb?.run(['un', 'old'], made)).toBe(0);
  expect(lines.map((line) => JSON.parse(line).source)).toEqual(['un-consolidated', 'watch', 'watch', 'watch']);
  expect(refused.map(({ code }) => code)).toEqual(['LST-0105']);
  const status = await verbs.find((one) => one.name === 'list status')?.load();
  expect(await status?.run(['un'], made)).toBe(0);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ file: 'un', errors: 0 });
});

test('every verb says how it is called, in three languages', async () => {
  const ofLists = verbs.filter(({ name }) => name.startsWith('list '));
  expect(ofLists.map(({ name }) => name)).toEqual(['list import', 'list diff', 'list show', 'list status']);
  for (const { name, usage, summary, load } of ofLists) {
    expect(usage.startsWith(`tripoint ${name} FILE`) || usage === 'tripoint list diff OLD NEW').toBe(true);
    expect(new Set(Object.values(summary)).size).toBe(3);
    expect((await load()).run).toBeTypeOf('function');
  }
});

test('status: a list in numbers', async () => {
  const { lines, exit } = await told('list status', ['old', 'broken'], true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      file: 'old',
      format: 'jsonl',
      list: 'watch',
      version: '1',
      purpose: 'lookout',
      entries: 3,
      names: 4,
      documents: 1,
      kinds: { person: 1, organisation: 1, vessel: 1 },
      scripts: { Latin: 3, Cyrillic: 1 },
      newest: '2020-01-02',
      errors: 0,
    },
    expect.objectContaining({ file: 'broken', errors: 2 }),
  ]);
  expect(exit).toBe(1);
  expect((await told('list status', ['later'])).lines[0]).toBe('<list.name watch,2,lookout>');
  expect((await told('list status', ['later'])).exit).toBe(0);
});

test('diff: added, changed and in what, withdrawn', async () => {
  expect(await told('list diff', ['old', 'later'])).toEqual({
    exit: 0,
    codes: [],
    lines: [
      ...['<list.added 1>', '  + 4  Paz', '<list.changed 1>', '  ~ 1  Luis Mora  (nationalities)'],
      ...['<list.withdrawn 1>', '  - 2  Acme'],
    ],
  });
  const { lines } = await told('list diff', ['old', 'later'], true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { change: 'added', id: '4', after: expect.objectContaining({ entry: '4' }) },
    {
      change: 'changed',
      id: '1',
      members: ['nationalities'],
      before: expect.objectContaining({ nationalities: ['MEX'] }),
      after: expect.objectContaining({ nationalities: ['MEX', 'USA'], datesOfBirth: ['1970-02-03'] }),
    },
    { change: 'withdrawn', id: '2', before: expect.objectContaining({ entry: '2' }) },
  ]);
  expect(await told('list diff', ['old', 'broken'])).toMatchObject({ exit: 1, codes: ['LST-0111', 'LST-0109'] });
});
