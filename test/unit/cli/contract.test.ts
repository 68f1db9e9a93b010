import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeUtf8 } from '#kernel';
import { begin, built, objects, tripoint } from '../../support/command.ts';
import { paxlst } from '../node/paxlst.ts';

/** The command contract that other programs depend on, kept by the real command in processes of its own. */
let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-command-'));
  writeFileSync(file('good.edi'), paxlst({}));
  writeFileSync(file('cut.edi'), paxlst({}).subarray(0, 300));
  await built();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const slow = { timeout: 60_000 };

describe('every command', slow, () => {
  test('says its version and its page in three languages', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await tripoint(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    for (const [language, word] of [
      ['en', 'Usage: tripoint COMMAND'],
      ['fr', 'Usage : tripoint COMMANDE'],
      ['es', 'Uso: tripoint COMANDO'],
    ] as const) {
      const { code, out } = await tripoint(['--help', '--lang', language]);
      expect([code, out.startsWith(word)]).toEqual([0, true]);
      for (const verb of [
        'start',
        'node',
        'assess',
        'doctor',
        'ledger verify',
        'backup',
        'restore',
        'migrate',
        'export',
      ])
        expect(out).toContain(`\n  ${verb} `);
      for (const verb of ['decode paxlst', 'encode paxlst', 'replay', 'generate day'])
        expect(out).toContain(`\n  ${verb} `);
      expect(out).not.toMatch(/cli\.[a-z]/);
    }
  });

  test('ends with 2 and a finding when it was called wrongly, in the language asked for', async () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['nonsense', 'CLI-0101'],
      ['ledger', 'CLI-0101'],
      ['assess', 'CLI-0103'],
      ['assess x.edi --seet US', 'CLI-0102'],
      ['assess x.edi --seat', 'CLI-0104'],
      ['assess nowhere.edi', 'CLI-0105'],
      ['start --port 70000', 'CLI-0107'],
      ['node', 'CLI-0103'],
      ['ledger verify', 'CLI-0103'],
      ['ledger verify --config a --data b', 'CLI-0103'],
      ['decode paxlst', 'CLI-0109'],
      ['encode edifact a b', 'CLI-0109'],
      ['replay', 'CLI-0109'],
    ];
    for (const [line, finding] of wrong) {
      const { code, out, err } = await tripoint([...line.split(' '), '--json'], { cwd: folder });
      expect({ line, code, out, finding: objects(err)[0]?.['code'] }).toEqual({ line, code: 2, out: '', finding });
    }
    expect((await tripoint(['nonsense', '--lang', 'fr'])).err).toContain('Il n’y a pas de commande nonsense');
    expect((await tripoint([])).code).toBe(2);
  });

  test('assess speaks of what a domain found in the language asked for, and shows a reply a segment a line', async () => {
    writeFileSync(file('nobody.edi'), decodeUtf8(paxlst({})).replace('+CBSA+', '+NOBODY+'));
    const { out, err } = await tripoint(['assess', file('nobody.edi'), '--seat', 'CA', '--lang', 'fr']);
    const found = err.split('\n').find((line) => line.startsWith('TRV-0101'));
    expect(found).toMatch(/^TRV-0101 .*NOBODY/);
    const sample = await tripoint(['assess', 'docs/samples/flight.edi', '--seat', 'CA']);
    for (const text of [out, sample.out]) {
      expect(text).toContain('\nUNB+');
      expect(text).not.toContain('\n\n');
    }
  });

  test('a reader that has had enough ends it quietly', async () => {
    const child = begin(['generate', 'day', '--seed', '1', '--travellers', '5000', '--json']);
    let err = '';
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(err).toBe('');
  });
});

describe('decode and encode', slow, () => {
  test('decode paxlst: a message a line, with everything that the contract names', async () => {
    const { code, out, err } = await tripoint(['decode', 'paxlst', file('good.edi'), '--json']);
    expect([code, err]).toEqual([0, '']);
    const [line, ...more] = objects(out);
    expect(more).toEqual([]);
    expect(Object.keys(line ?? {})).toEqual([
      'message',
      'profile',
      'journey',
      'travellers',
      'findings',
      'unrecognised',
    ]);
    expect(line).toMatchObject({
      message: 'PAX001',
      travellers: [{ family: 'TREMBLAY', given: 'LUCIE', dateOfBirth: '1981-04-02' }],
      journey: { legs: [{ conveyance: 'AC991', from: { code: 'YYZ' }, to: { code: 'MEX' } }] },
      unrecognised: [],
    });
  });

  test('what is wrong is a finding with its place, and ends with 1', async () => {
    const { code, out, err } = await tripoint(['decode', 'paxlst', file('cut.edi'), '--json']);
    expect(code).toBe(1);
    const found = [...objects(err), ...objects<{ findings: object[] }>(out).flatMap((line) => line.findings)];
    expect(found).toContainEqual(expect.objectContaining({ severity: 'error', text: expect.stringMatching(/\w/) }));
  });

  test('standard input is a file like any other', async () => {
    const { out } = await tripoint(['decode', 'paxlst', file('good.edi'), '--json']);
    expect(await tripoint(['decode', 'paxlst', '-', '--json'], { input: paxlst({}) })).toEqual({
      code: 0,
      out,
      err: '',
    });
  });

  test('encode(decode(x)) is x, for bare segments and for the typed model', async () => {
    const bytes = decodeUtf8(paxlst({}));
    const segments = await tripoint(['decode', 'edifact', file('good.edi')]);
    expect(await tripoint(['encode', 'edifact', '-'], { input: segments.out })).toEqual({
      code: 0,
      out: bytes,
      err: '',
    });
    const models = await tripoint(['decode', 'paxlst', file('good.edi'), '--whole', '--json']);
    const { code, out } = await tripoint(['encode', 'paxlst', '-'], { input: models.out });
    expect(code).toBe(0);
    const again = await tripoint(['decode', 'paxlst', '-', '--json'], { input: out });
    const [first, second] = [objects(models.out)[0], objects(again.out)[0]];
    expect(second).toEqual({ ...first, model: undefined });
  });

  test('lines that are none end with 1', async () => {
    for (const [format, input] of [
      ['edifact', '{"kind":"segment"}\n'],
      ['edifact', 'UNB'],
      ['paxlst', 'no JSON\n'],
      ['paxlst', '{"message":"PAX001"}\n'],
    ] as const) {
      expect(await tripoint(['encode', format, '-'], { input })).toMatchObject({ code: 1, out: '' });
    }
  });
});

describe('assess', slow, () => {
  interface Line {
    readonly traveller: string;
    readonly disposition: string;
    readonly combined: string;
    readonly partners: readonly {
      readonly country: string;
      readonly disposition: string;
      readonly reasonClass: string;
    }[];
  }

  test('a line a traveller, then the reply', async () => {
    const { code, out } = await tripoint(['assess', file('good.edi'), '--seat', 'CA', '--json']);
    expect(code).toBe(0);
    const [line, reply, ...more] = objects(out);
    expect(more).toEqual([]);
    expect(Object.keys(line ?? {})).toEqual([
      ...['message', 'traveller', 'disposition', 'row', 'reasons', 'partners', 'combined'],
    ]);
    expect(line).toMatchObject({ message: 'PAX001', traveller: 'ABO1', disposition: 'board', combined: 'board' });
    expect(line?.['reasons']).toContainEqual({ code: expect.any(String), class: 'other', text: expect.any(String) });
    expect(line?.['partners']).toContainEqual({ country: 'MX', disposition: 'board', reasonClass: 'other' });
    expect(reply).toEqual({ message: 'PAX001', reply: expect.stringMatching(/^UNB\+.*CUSRES.*UNZ/s) });
  });

  test('a listed traveller: the own country says why, a partner hears no more than the class', async () => {
    const list = file('no-fly.csv');
    writeFileSync(list, 'entry,kind,family,given,dates_of_birth\nW1,person,TREMBLAY,LUCIE,1981-04-02\n');
    const from = async (seat: string): Promise<Line | undefined> => {
      const { code, out } = await tripoint(['assess', file('good.edi'), '--seat', seat, '--lists', list, '--json']);
      // A hit is a result, no error.
      expect(code).toBe(0);
      return objects<Line>(out)[0];
    };
    const own = await from('CA');
    expect(own?.disposition).not.toBe('board');
    expect(own?.combined).toBe(own?.disposition);
    const all = JSON.stringify(own?.partners);
    expect(all).not.toContain('W1');
  });

  test('a broken file is answered, and ends with 1', async () => {
    const { code, out, err } = await tripoint(['assess', file('cut.edi'), '--json']);
    expect(code).toBe(1);
    expect(objects(err)).toContainEqual(expect.objectContaining({ severity: 'error' }));
    expect(objects(out).at(-1)).toEqual({ message: expect.any(String), reply: expect.stringContaining('CONTRL') });
  });

  test('in words, for a person', async () => {
    const { out } = await tripoint(['assess', file('good.edi'), '--seat', 'CA', '--lang', 'es']);
    expect(out).toMatch(/^ABO1: board\n {2}board {2}\S.*\n {2}MX board \(other\)/);
    expect(out).toContain("UNZ+1+1909240000001'");
  });

  test('a seat that has no node, and a node that cannot be reached', async () => {
    expect((await tripoint(['assess', file('good.edi'), '--seat', 'FR'])).code).toBe(2);
    const { code, err } = await tripoint(['assess', file('good.edi'), '--node', 'http://127.0.0.1:9', '--json']);
    expect([code, objects(err)[0]?.['code']]).toEqual([3, 'CLI-0201']);
  });
});

describe('replay and doctor', slow, () => {
  test('replay: what was expected is copied, what happened is folded from the log', async () => {
    const assessed = await tripoint(['assess', file('good.edi'), '--seat', 'CA', '--json']);
    const reply = objects(assessed.out)[1]?.['reply'];
    const attempt = (seq: number, expected: string) => ({
      ...{ seq, kind: 'BOARDING_ATTEMPT', passengerRef_RFF_ABO: 'ABO1', expected },
    });
    const events = [
      attempt(1, 'before'),
      { seq: 2, kind: 'PAXLST', interchange: decodeUtf8(paxlst({})) },
      { seq: 3, kind: 'CUSRES', interchange: reply },
      attempt(4, 'after'),
    ];
    const scenario = JSON.stringify({ id: 's1', cases: [], events });
    const { code, out } = await tripoint(['replay', '-', '--json'], { input: scenario });
    expect(code).toBe(0);
    const lines = objects(out);
    expect(lines.map((line) => Object.keys(line).join())).toEqual(Array(2).fill('scenario,passenger,expected,actual'));
    expect(lines.map((line) => line['expected'])).toEqual(['before', 'after']);
    expect(lines[1]).toMatchObject({ scenario: 's1', passenger: 'ABO1', actual: 'OK_TO_BOARD' });
    expect(lines[0]?.['actual']).not.toBe('OK_TO_BOARD');
    expect((await tripoint(['replay', '-'], { input: '{}' })).code).toBe(1);
  });

  test('doctor: each check a line; a folder that cannot be written is an error', async () => {
    const { out } = await tripoint(['doctor', '--data', folder, '--json']);
    expect(objects(out).map((line) => line['check'])).toEqual(
      expect.arrayContaining(['cli.doctor.node', 'cli.doctor.languages', 'cli.doctor.memory']),
    );
    const bad = await tripoint(['doctor', '--data', file('nowhere'), '--json']);
    expect([bad.code, objects(bad.err)[0]?.['code']]).toEqual([1, 'CLI-0303']);
  });
});
