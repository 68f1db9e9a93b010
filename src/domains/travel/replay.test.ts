import { describe, expect, test } from 'vitest';
import { type Cusres, type Paxlst, writeCusres, writePaxlst } from '#formats/edifact';
import { countryCode, decodeLatin1 } from '#kernel';
import { CarrierSide, type Gate } from './carrier-side.ts';
import { vectorsOf } from './certification/vectors.ts';
import { type CodeTable, codeTableOf } from './codes.ts';
import { readScenario, replayScenario } from './replay.ts';

const us = countryCode('US');
const ca = countryCode('CA');
const [vector] = us === undefined ? [] : vectorsOf(us);
if (us === undefined || ca === undefined || vector === undefined) throw new TypeError('US');
const { list } = vector;
const subject = 'CERT001';
const tableOf = (code: string): CodeTable => {
  const table = codeTableOf(code);
  if (table === undefined) throw new TypeError(code);
  return table;
};
const asked = (more: Partial<Paxlst> = {}): Paxlst => ({ ...list, ...more });
const said = (
  codes: readonly string[],
  more: Partial<Cusres> & { level?: 'header' | 'passenger'; about?: string } = {},
): Cusres => {
  const { level = 'passenger', about = subject, ...rest } = more;
  return {
    directory: list.directory,
    associationCode: list.associationCode,
    document: 'answer',
    messageReference: '1',
    transactionReference: list.transactionReference ?? '',
    legs: list.legs.map((leg) => ({ ...leg })),
    answers: [{ level, codes, ...(level === 'passenger' ? { passengerReference: about } : {}) }],
    envelope: list.envelope,
    ...rest,
  };
};
function gate(messages: readonly (Paxlst | Cusres)[], code = 'US', about = subject): Gate {
  const side = new CarrierSide(tableOf(code));
  for (const message of messages) side.take(message);
  return side.gate(about);
}

describe('the gate', () => {
  test.each<[string, readonly (Paxlst | Cusres)[], Gate]>([
    ['somebody whom no list named', [], 'APIS_INCOMPLETE'],
    ['one who was asked about and not answered', [asked()], 'NO_BOARD'],
    ['one who may board', [asked(), said(['0Z'])], 'OK_TO_BOARD'],
    ['one whose documents are to be looked at', [asked(), said(['0B'])], 'OK_TO_BOARD'],
    ['one who may not', [asked(), said(['1Z'])], 'NO_BOARD'],
    ['one of whom data are missing', [asked(), said(['4Z'])], 'APIS_INCOMPLETE'],
    ['a code that nobody knows', [asked(), said(['XX'])], 'NO_BOARD'],
    ['one code that is known and one that is not', [asked(), said(['0Z', 'XX'])], 'NO_BOARD'],
    ['a word for everybody', [asked(), said(['0Z'], { level: 'header' })], 'OK_TO_BOARD'],
    [
      'a word for everybody that nobody knows says nothing of anybody',
      [asked(), said(['0Z']), said(['XX'], { level: 'header' })],
      'OK_TO_BOARD',
    ],
    [
      'a word for everybody of another request',
      [asked(), said(['0Z'], { level: 'header', transactionReference: 'OTHER' })],
      'NO_BOARD',
    ],
    [
      'a change that waits',
      [asked(), said(['0Z']), asked({ function: 'change-passenger', transactionReference: 'T2' })],
      'NO_BOARD',
    ],
    [
      'an answer to what was superseded',
      [asked(), asked({ function: 'change-passenger', transactionReference: 'T2' }), said(['0Z'])],
      'NO_BOARD',
    ],
    ['a word that is taken back', [asked(), said(['0Z']), said(['1Z'], { document: 'unsolicited' })], 'NO_BOARD'],
    [
      'a word that is given after all',
      [asked(), said(['1Z']), said(['0Z'], { document: 'unsolicited' })],
      'OK_TO_BOARD',
    ],
    [
      'an acknowledgement changes nothing',
      [asked(), said(['0Z']), said(['0Z'], { document: 'acknowledgement' })],
      'OK_TO_BOARD',
    ],
    ['one who was cancelled', [asked(), said(['0Z']), asked({ function: 'cancel-reservation' })], 'NO_BOARD'],
    ['a reduction', [asked(), said(['0Z']), asked({ function: 'reduction' })], 'NO_BOARD'],
    [
      'a flight that was cancelled, whomever it names',
      [asked(), said(['0Z']), asked({ function: 'cancel-flight', people: [] })],
      'NO_BOARD',
    ],
    ['a list that closes', [asked(), said(['0Z']), asked({ function: 'close' })], 'OK_TO_BOARD'],
    ['a word on somebody else', [asked(), said(['0Z'], { about: 'OTHER' })], 'NO_BOARD'],
  ])('%s', (_what, messages, expected) => {
    expect(gate(messages)).toBe(expected);
  });

  test('a booking that the authority requires and the list lacks keeps one waiting, until a change brings it', () => {
    const person = list.people[0];
    if (person === undefined) throw new TypeError('a person');
    const { locator: _locator, ...unbooked } = person;
    expect(gate([asked({ people: [unbooked] }), said(['0Z'])])).toBe('OK_TO_BOARD');
    expect(gate([asked({ people: [unbooked] }), said(['0Z'])], 'CA')).toBe('APIS_INCOMPLETE');
    expect(
      gate(
        [
          asked({ people: [unbooked] }),
          asked({ function: 'change-passenger', transactionReference: 'T2' }),
          said(['0Z'], { transactionReference: 'T2' }),
        ],
        'CA',
      ),
    ).toBe('OK_TO_BOARD');
    expect(gate([asked({ people: [{ ...person, locator: '' }] }), said(['0Z'])], 'CA')).toBe('APIS_INCOMPLETE');
  });

  test('the same code is another word in another country', () => {
    expect(gate([asked(), said(['0C'])], 'US')).toBe('OK_TO_BOARD');
    expect(gate([asked(), said(['0C'])], 'CN')).toBe('NO_BOARD');
  });

  test('a person without a reference is nobody, and other messages say nothing', () => {
    const person = list.people[0];
    if (person === undefined) throw new TypeError('a person');
    const { passengerReference: _reference, ...unnamed } = person;
    expect(gate([asked({ people: [unnamed] }), said(['0Z'])])).toBe('APIS_INCOMPLETE');
    const side = new CarrierSide(tableOf('US'));
    side.take({
      type: 'CONTRL',
      directory: 'D.3',
      associationCode: '',
      messageReference: '1',
      envelope: list.envelope,
    });
    expect(side.gate(subject)).toBe('APIS_INCOMPLETE');
  });
});

describe('a log', () => {
  const paxlst = (more: Partial<Paxlst> = {}) => decodeLatin1(writePaxlst(asked(more)));
  const cusres = (...args: Parameters<typeof said>) => decodeLatin1(writeCusres(said(...args)));
  const attempt = (seq: number, expected = 'OK_TO_BOARD') => ({
    seq,
    kind: 'BOARDING_ATTEMPT',
    passengerRef_RFF_ABO: subject,
    expected,
  });
  const scenario = (events: readonly object[]) => {
    const read = readScenario({ id: 'test', events });
    if (!read.ok) throw new TypeError(JSON.stringify(read.error));
    return read.value;
  };

  test('is followed in its own order, and each attempt is told with what was expected', () => {
    const events = [
      attempt(5),
      { seq: 3, kind: 'CUSRES', interchange: cusres(['0Z']) },
      { seq: 1, kind: 'PAXLST', interchange: paxlst() },
      attempt(2, 'NO_BOARD'),
    ];
    expect(replayScenario(scenario(events))).toEqual({
      ok: true,
      value: [
        { scenario: 'test', passenger: subject, expected: 'NO_BOARD', actual: 'NO_BOARD' },
        { scenario: 'test', passenger: subject, expected: 'OK_TO_BOARD', actual: 'OK_TO_BOARD' },
      ],
    });
  });

  test('what was expected decides nothing', () => {
    const events = [{ seq: 1, kind: 'PAXLST', interchange: paxlst() }, attempt(2, 'ANYTHING')];
    const done = replayScenario(scenario(events));
    expect(done.ok && done.value[0]).toMatchObject({ expected: 'ANYTHING', actual: 'NO_BOARD' });
  });

  test('is read by the table of the authority that it addresses, or the one that is given', () => {
    const events = [
      { seq: 1, kind: 'PAXLST', interchange: paxlst() },
      { seq: 2, kind: 'CUSRES', interchange: cusres(['0Z']) },
      attempt(3),
    ];
    const strict: CodeTable = {
      ...tableOf('US'),
      versions: tableOf('US').versions.map((one) => ({
        ...one,
        reading: [
          { code: '0Z', disposition: one.reading[4]?.disposition ?? one.reading[0]?.disposition },
        ] as typeof one.reading,
      })),
    };
    const own = replayScenario(scenario(events));
    const other = replayScenario(scenario(events), {
      ...strict,
      versions: strict.versions.map((one) => ({
        ...one,
        reading: one.reading.map((row) => ({ ...row, code: 'NONE' })),
      })),
    });
    expect([own.ok && own.value[0]?.actual, other.ok && other.value[0]?.actual]).toEqual(['OK_TO_BOARD', 'NO_BOARD']);
    const unknown = [{ seq: 1, kind: 'PAXLST', interchange: paxlst().replace('USCSAPIS', 'NOBODY') }, attempt(2)];
    expect(replayScenario(scenario(unknown))).toMatchObject({ ok: false, error: { code: 'TRV-0405' } });
    expect(replayScenario(scenario([attempt(1)]))).toMatchObject({ ok: false, error: { code: 'TRV-0405' } });
  });

  test('that is none says where it is wrong', () => {
    for (const [json, path] of [
      [{}, 'id'],
      [{ id: 'x', events: [{ seq: 1, kind: 'OTHER' }] }, 'events/0/kind'],
      [{ id: 'x', events: [{ seq: 1, kind: 'PAXLST' }] }, 'events/0/interchange'],
      [undefined, ''],
    ] as const) {
      expect(readScenario(json)).toMatchObject({ ok: false, error: { code: 'TRV-0501', parameters: { path } } });
    }
  });
});
