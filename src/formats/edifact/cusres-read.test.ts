import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { type Cusres, readInterchange } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const told = (findings: readonly Finding[]) =>
  findings.map(({ code, at }) => [code, at?.segment, at?.element, at?.component]);

/** Reads an answer of these segments between UNH and UNT. */
function read(...segments: readonly string[]) {
  const body = ['UNH+9+CUSRES:D:05B:UN:IATA+REF1+01:F', ...segments, `UNT+${segments.length + 2}+9`].join("'");
  const bytes = encodeUtf8(`UNB+UNOC:4+A+B+261124:0800+1'${body}'UNZ+1+1'`);
  const [message] = readInterchange(bytes, { receivedAt, tolerance: 'strict' }).messages;
  if (message === undefined || !('answers' in message.data)) throw new Error('no answer');
  const cusres: Cusres = message.data;
  return { cusres, findings: told(message.findings), kept: message.unrecognised.map(({ text }) => text) };
}

const flight = ['RFF+AF:AC123', 'DTM+189:2611241200:201', 'DTM+232:2611242005:201', 'LOC+125+CDG', 'LOC+87+YUL'];
const leg = {
  conveyance: 'AC123',
  departureTime: '2026-11-24T12:00',
  arrivalTime: '2026-11-24T20:05',
  departurePlace: 'CDG',
  departureQualifier: '125',
  arrivalPlace: 'YUL',
  arrivalQualifier: '87',
};

test('an answer to all passengers and one to each', () => {
  const { cusres, findings, kept } = read(
    ...['BGM+962', 'RFF+TN:T1', ...flight],
    ...['ERP+1', 'ERC+4Z', 'FTX+AAP+++WAIT'],
    ...['ERP+2', 'RFF+AVF:PNR1', 'RFF+ABO:7', 'ERC+0Z', 'ERC+2Z'],
  );
  expect(findings).toEqual([]);
  expect(kept).toEqual([]);
  expect(cusres).toMatchObject({
    directory: 'D.05B',
    associationCode: 'IATA',
    document: 'answer',
    messageReference: '9',
    commonAccessReference: 'REF1',
    part: { number: 1, last: true },
    transactionReference: 'T1',
    envelope: { sender: 'A', recipient: 'B' },
  });
  expect(cusres.legs).toEqual([leg]);
  expect(cusres.answers).toEqual([
    { level: 'header', codes: ['4Z'], text: 'WAIT' },
    { level: 'passenger', locator: 'PNR1', passengerReference: '7', codes: ['0Z', '2Z'] },
  ]);
});

test.each([
  ['962', 'answer', []],
  ['132', 'unsolicited', []],
  ['312', 'acknowledgement', []],
  ['999', 'answer', [['EDI-0501', 2, 1, undefined]]],
])('BGM+%s', (code, document, findings) => {
  const reading = read(`BGM+${code}`);
  expect(reading.cusres.document).toBe(document);
  expect(reading.findings).toEqual(findings);
});

test('an answer without BGM', () => {
  expect(read('RFF+TN:1').findings).toEqual([['EDI-0406', undefined, undefined, undefined]]);
});

test('a level that is neither counts for one passenger, and is told', () => {
  const { cusres, findings } = read('BGM+962', 'ERP+3', 'ERC+1Z');
  expect(cusres.answers).toEqual([{ level: 'passenger', codes: ['1Z'] }]);
  expect(findings).toEqual([['EDI-0502', 3, 1, undefined]]);
});

describe('legs', () => {
  test('several, each with what follows it; the first place is where it departs', () => {
    const { cusres, findings } = read('BGM+962', 'RFF+AF:AC1', 'LOC+92+CDG', 'RFF+AF:AC2', 'LOC+92+YUL', 'LOC+130+YYZ');
    expect(findings).toEqual([]);
    expect(cusres.legs).toEqual([
      {
        conveyance: 'AC1',
        departurePlace: 'CDG',
        departureQualifier: '92',
        arrivalPlace: '',
        arrivalQualifier: '',
      },
      {
        conveyance: 'AC2',
        departurePlace: 'YUL',
        departureQualifier: '92',
        arrivalPlace: 'YYZ',
        arrivalQualifier: '130',
      },
    ]);
  });

  test.each([
    ['LOC+92+YYZ', 'EDI-0403'],
    ['LOC++YYZ', 'EDI-0403'],
    ['DTM+189:2611241300:201', 'EDI-0403'],
    ['DTM+232:2611241300:201', 'EDI-0403'],
  ])('%s after a whole leg is told and kept', (segment, code) => {
    const { cusres, findings, kept } = read('BGM+962', ...flight, segment);
    expect(cusres.legs).toEqual([leg]);
    expect(findings).toEqual([[code, 8, undefined, undefined]]);
    expect(kept).toEqual([segment]);
  });

  test('times that are none, and qualifiers that are not known', () => {
    const { findings, kept } = read('BGM+962', 'RFF+AF:AC1', 'DTM+189:2613241200:201', 'DTM+137:2611241200:201');
    expect(findings.filter(([code]) => code !== 'EDI-0414')).toEqual([
      ['EDI-0405', 4, 1, 2],
      ['EDI-0404', 5, 1, 1],
    ]);
    expect(kept).toEqual(['2613241200', '137', '2611241200', '201']);
  });

  test('a time with blanks around it', () => {
    expect(read('BGM+962', 'RFF+AF:AC1', 'DTM+189: 2611241200:201').cusres.legs[0]?.departureTime).toBe(
      '2026-11-24T12:00',
    );
  });
});

describe('what stands out of place is told and kept', () => {
  test.each([
    [['ERC+0Z']],
    [['FTX+AAP+++X']],
    [['DTM+189:2611241200:201']],
    [['LOC+125+CDG']],
    [['GIS+1']],
    [['BGM+132']],
    [['RFF+TN:1', 'RFF+TN:2']],
    [['ERP+2', 'RFF+AVF:1', 'RFF+AVF:2']],
    [['ERP+2', 'RFF+ABO:1', 'RFF+ABO:2']],
    [['RFF+AF:AC1', 'ERP+2', 'LOC+125+CDG']],
    [['RFF+AF:AC1', 'ERP+2', 'DTM+189:2611241200:201']],
  ])('%j: the last', (segments) => {
    const { cusres, findings, kept } = read('BGM+962', ...segments);
    expect(findings).toEqual([['EDI-0403', segments.length + 2, undefined, undefined]]);
    expect(kept).toEqual(segments.slice(-1));
    expect(cusres).toEqual(read('BGM+962', ...segments.slice(0, -1)).cusres);
  });

  test.each([
    [['RFF+ZZZ:1']],
    [['RFF+AVF:1']],
    [['RFF+ABO:1']],
    [['ERP+2', 'RFF+TN:1']],
    [['ERP+2', 'RFF+AF:AC1']],
    [['ERP+2', 'FTX+AAI+++X']],
  ])('%j: a qualifier that is not known there', (segments) => {
    const { findings } = read('BGM+962', ...segments);
    expect(findings[0]).toEqual(['EDI-0404', segments.length + 2, 1, 1]);
  });
});

test('a text goes on in components and in segments, blanks between them kept', () => {
  const { cusres } = read('BGM+962', 'ERP+1', 'FTX+AAP+++DO NOT : BOARD', 'FTX+AAP+++. CALL:: US');
  expect(cusres.answers[0]?.text).toBe('DO NOT  BOARD. CALL US');
});

test('an answer over the limit of segments says so, and no more', () => {
  const bytes = encodeUtf8("UNB+UNOC:4+A+B+261124:0800+1'UNH+9+CUSRES:D:05B:UN'ERC+1'ERC+2'UNT+4+9'UNZ+1+1'");
  const [message] = readInterchange(bytes, {
    receivedAt,
    tolerance: 'strict',
    limits: { messageSegments: 2 },
  }).messages;
  expect(message?.findings.map(({ code }) => code)).toEqual(['EDI-0305']);
});
