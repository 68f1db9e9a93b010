import { describe, expect, test } from 'vitest';
import type { Finding } from '#kernel';
import { encodeUtf8 } from '#kernel';
import { InterchangeReader } from './interchange-reader.ts';
import type { EdifactLimits } from './limits.ts';
import type { ScannedMessage } from './scanned-message.ts';

interface Options {
  readonly tolerance?: 'strict' | 'lenient';
  readonly limits?: Partial<EdifactLimits>;
}

/** Every message as its segments, as its sender meant them, with all findings as code and place. */
function read(lodged: string | Uint8Array, { tolerance = 'strict', limits = {} }: Options = {}) {
  const bytes = typeof lodged === 'string' ? encodeUtf8(lodged) : lodged;
  const reader = new InterchangeReader({ tolerance, limits });
  const findings: Finding[] = [];
  const messages: ReturnType<typeof textOf>[] = [];
  for (const message of reader.push(bytes)) messages.push(textOf(message, findings));
  for (const message of reader.finish()) messages.push(textOf(message, findings));
  findings.push(...reader.takeFindings());
  return { messages, findings, told: findings.map(placeOf), envelope: reader.envelope };
}

function textOf(message: ScannedMessage, findings: Finding[]) {
  const { segments: cursor, count, header, envelope, offset, length, held, number } = message;
  findings.push(...message.findings);
  const segments = Array.from({ length: held ? count : 0 }, (_, index) => {
    cursor.seek(index);
    const elements = Array.from({ length: cursor.elements }, (_two, element) =>
      Array.from({ length: cursor.components(element + 1) }, (_three, at) => cursor.text(element + 1, at + 1)),
    );
    return [cursor.tagText(), ...elements];
  });
  return { number, header, envelope, offset, length, held, segments };
}

/** `EDI-0301 m1 s3 UNT e1 @45 error`. */
function placeOf({ code, severity, at = {} }: Finding): string {
  const { message, segment, tag, element, component, offset } = at;
  const part = (letter: string, value: number | undefined) => (value === undefined ? [] : [`${letter}${value}`]);
  const places = [
    ...part('m', message),
    ...part('s', segment),
    ...(tag === undefined ? [] : [tag]),
    ...part('e', element),
  ];
  return [code, ...places, ...part('c', component), ...part('@', offset), severity].join(' ');
}

const unb = "UNB+UNOA:4+AC+CBSA+261124:0800+777'";
const message = "UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'UNT+3+1'";
const unz = "UNZ+1+777'";
const start = unb.length;

describe('a sound interchange', () => {
  test('gives its message as it was meant, and nothing to find', () => {
    const { messages, told, envelope } = read(unb + message + unz);
    expect(told).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ number: 1, offset: start, length: message.length, held: true });
    expect(messages[0]?.header).toEqual({
      reference: '1',
      type: 'PAXLST',
      directory: 'D.05B',
      agency: 'UN',
      associationCode: 'IATA',
    });
    expect(messages[0]?.segments).toEqual([
      ['UNH', ['1'], ['PAXLST', 'D', '05B', 'UN', 'IATA']],
      ['BGM', ['745']],
      ['UNT', ['3'], ['1']],
    ]);
    expect(envelope).toMatchObject({ syntax: 'UNOA:4', sender: 'AC', recipient: 'CBSA', controlReference: '777' });
  });

  test('several messages, groups and interchanges follow each other', () => {
    const second = message.replace('UNH+1', 'UNH+2').replace('UNT+3+1', 'UNT+3+2');
    const group = `UNG+PAXLST+AC+CBSA+261124:0800+9+UN+D:05B'${message}${second}UNE+2+9'`;
    const two = `${unb}${group}UNZ+1+777'\r\n${unb.replace('777', '778')}${message}UNZ+1+778'`;
    const { messages, told } = read(two);
    expect(told).toEqual([]);
    expect(
      messages.map(({ header, envelope }) => [header.reference, envelope.controlReference, envelope.group?.reference]),
    ).toEqual([
      ['1', '777', '9'],
      ['2', '777', '9'],
      ['1', '778', undefined],
    ]);
  });

  test('what all headers have in common is read once, and not where they differ', () => {
    const headers = [
      'UNH+1+PAXLST:D:05B:UN:IATA+X/1+01:C',
      'UNH+2+PAXLST:D:05B:UN:IATA+X/1+01:C',
      'UNH+3+PAXLST:D:05B:UN:IATA+X/1+02:F',
      'UNH+4+CUSRES:D:05B:UN',
    ];
    const lodged = headers.map((header, index) => `${header}'UNT+2+${index + 1}'`).join('');
    const { messages } = read(`${unb}${lodged}UNZ+4+777'`);
    expect(
      messages.map(({ header }) => [header.reference, header.type, header.commonAccessReference, header.part]),
    ).toEqual([
      ['1', 'PAXLST', 'X/1', { number: 1, last: false, first: true }],
      ['2', 'PAXLST', 'X/1', { number: 1, last: false, first: true }],
      ['3', 'PAXLST', 'X/1', { number: 2, last: true }],
      ['4', 'CUSRES', undefined, undefined],
    ]);
  });

  test('the line break after segments is known for the way back', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const { messages } = read((unb + message + unz).replaceAll("'", `'${lineBreak}`));
      expect(messages[0]?.envelope.segmentBreak).toBe(lineBreak);
    }
    expect(read(unb + message.replace("'B", "' B") + unz).messages[0]?.envelope.segmentBreak).toBeUndefined();
  });
});

const at = (text: string, whole: string) => whole.indexOf(text);

describe('what is wrong is told where it stands', () => {
  const edit = (from: string, to: string) => (unb + message + unz).replace(from, to);
  test.each<readonly [string, string, readonly string[]]>([
    ['a count of segments', edit('UNT+3', 'UNT+4'), [`EDI-0301 m1 s3 UNT e1 @${start + 39} error`]],
    ['a count that is no number', edit('UNT+3', 'UNT+X'), [`EDI-0301 m1 s3 UNT e1 @${start + 39} error`]],
    ['a reference of the message', edit('UNT+3+1', 'UNT+3+2'), [`EDI-0302 m1 s3 UNT e2 @${start + 41} error`]],
    ['no UNT before UNZ', edit("UNT+3+1'", ''), [`EDI-0303 m1 s2 @${start + 34} error`]],
    [
      'a UNT alone',
      edit("UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'", ''),
      [`EDI-0304 UNT @${start} error`, `EDI-0112 UNZ e1 @${start + 8} error`, `EDI-0310 UNZ @${start + 8} error`],
    ],
    [
      'no reference in UNH',
      edit('UNH+1', 'UNH+').replace('UNT+3+1', 'UNT+3'),
      [`EDI-0309 m1 s1 UNH e1 @${start} error`],
    ],
    ['no type in UNH', edit('+PAXLST:D:05B:UN:IATA', ''), [`EDI-0309 m1 s1 UNH e2 @${start} error`]],
    ['a count of messages', edit('UNZ+1', 'UNZ+2'), [`EDI-0112 UNZ e1 @${start + 43} error`]],
    ['a control reference', edit('UNZ+1+777', 'UNZ+1+77'), [`EDI-0113 UNZ e2 @${start + 43} error`]],
    ['an unknown syntax identifier', edit('UNOA', 'UNOZ'), ['EDI-0109 UNB e1 c1 @0 error']],
    ['no sender', edit('+AC+', '++'), ['EDI-0127 UNB e2 @0 error']],
    ['no UNZ', edit(unz, ''), [`EDI-0110 @${start + 43} error`]],
    ['no UNB', message + unz, ['EDI-0108 UNH @0 error', 'EDI-0113 UNZ e2 @43 error']],
    ['a UNZ after nothing', unb + unz.replace('1', '0'), [`EDI-0310 UNZ @${start} error`]],
    ['two UNB', unb + unb + message + unz, [`EDI-0118 UNB @${start} error`]],
    ['a reference used twice', `${unb}${message}${message}UNZ+2+777'`, [`EDI-0307 m2 s1 UNH @${start + 43} warning`]],
    ['a group without an end', edit('UNH', "UNG+P+A+B+C+9'UNH"), [`EDI-0203 UNZ @${start + 57} error`]],
    ['an end of no group', edit('UNZ', "UNE+1+9'UNZ"), [`EDI-0204 UNE @${start + 43} error`]],
    [
      'a group in a group',
      edit('UNH', "UNG+P+A+B+C+9'UNG+P+A+B+C+9'UNH").replace('UNZ+1', "UNE+1+9'UNZ+2"),
      [`EDI-0203 UNG @${start + 14} error`],
    ],
    ['a segment outside a message', edit('UNZ', "LOC+1'UNZ"), [`EDI-0124 LOC @${start + 43} error`]],
    ['a service segment that is none of these', edit('UNZ', "UNX+1'UNZ"), [`EDI-0124 UNX @${start + 43} error`]],
    ['small letters in UNOA', edit('BGM+745', 'BGM+745a'), [`EDI-0115 m1 s2 BGM @${start + 27} warning`]],
    ['a control character', edit('BGM+745', 'BGM+74\u00015'), [`EDI-0116 m1 s2 BGM @${start + 27} warning`]],
    ['a line break in a segment', edit('BGM+745', 'BGM+7\r\n45'), [`EDI-0121 m1 s2 BGM @${start + 27} note`]],
    ['a blank in a tag', edit('BGM', 'BG M'), [`EDI-0122 m1 s2 BGM @${start + 27} note`]],
    ['a tag that is none', edit('BGM', 'BGMX'), [`EDI-0123 m1 s2 BGMX+745 @${start + 27} error`]],
    ['letters that the set lacks', edit('BGM+745', 'BGM+É'), [`EDI-0114 m1 s2 BGM @${start + 27} error`]],
    ['a header before it', `QD CBSA\r\n${unb}${message}${unz}`, ['EDI-0104 @0 note']],
    ['a footer after it', `${unb}${message}${unz}\r\nNNNN`, [`EDI-0105 @${start + 53} note`]],
    ['a UNA of five', `UNA:+? '${unb}${message}${unz}`, ['EDI-0106 UNA @0 warning']],
    ['a UNA that separates nothing', `UNA++.? '${unb}${message}${unz}`, ['EDI-0107 UNA @0 error']],
  ])('%s', (_title, lodged, told) => {
    expect(read(lodged).told).toEqual(told);
  });

  test('what stands once a message is told once, what costs data each time', () => {
    const lodged = edit('BGM+745', "BGM+7\n45a\u0001'B GM+7\n45a\u0001'BGMX+1'BGMY+1").replace('UNT+3', 'UNT+6');
    const codes = read(lodged).findings.map(({ code }) => code);
    expect(codes).toEqual(['EDI-0121', 'EDI-0116', 'EDI-0115', 'EDI-0123', 'EDI-0123']);
  });

  test('leading zeros of a count are right, released signs are no sign', () => {
    expect(read(edit('UNT+3', 'UNT+000003').replace('UNZ+1', 'UNZ+01')).told).toEqual([]);
    expect(read(edit('UNT+3', 'UNT+?3')).told).toEqual([]);
    expect(read(edit('UNH+1', 'UNH+A?+B').replace('UNT+3+1', 'UNT+3+A?+B')).told).toEqual([]);
  });

  test('a UNH closes the message before it, which keeps its place', () => {
    const lodged = `${unb}${message.replace("UNT+3+1'", '')}${message.replace('UNH+1', 'UNH+2').replace('UNT+3+1', 'UNT+3+2')}UNZ+2+777'`;
    const { messages, told } = read(lodged);
    expect(told).toEqual([`EDI-0303 m1 s2 @${at("'UNH+2", lodged)} error`]);
    expect(messages.map(({ offset, length }) => lodged.slice(offset, offset + length))).toEqual([
      lodged.slice(start, start + 35),
      lodged.slice(start + 35, start + 78),
    ]);
  });

  test('a lenient reader tells the same as warnings', () => {
    const { findings } = read(edit('UNT+3', 'UNT+4').replace('UNZ+1', 'UNZ+2'), { tolerance: 'lenient' });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['EDI-0301', 'warning'],
      ['EDI-0112', 'warning'],
    ]);
  });
});

describe('limits', () => {
  const long = (unb + message + unz).replace('745', 'X'.repeat(60));
  test.each<readonly [string, Partial<EdifactLimits>, readonly string[], boolean]>([
    ['as many bytes a segment as may be', { segmentBytes: 65 }, [], true],
    ['a byte more', { segmentBytes: 64 }, [`EDI-0119 m1 s2 @${start + 27} error`], false],
    ['as many segments as may be', { messageSegments: 3 }, [], true],
    ['one more', { messageSegments: 2 }, [`EDI-0305 m1 @${start} error`], false],
    ['as many bytes a message as may be', { messageBytes: 100 }, [], true],
    ['a byte more of a message', { messageBytes: 99 }, [`EDI-0305 m1 @${start} error`], false],
  ])('%s', (_title, limits, told, held) => {
    const result = read(long, { limits });
    expect(result.told).toEqual(told);
    expect(result.messages.map((one) => one.held)).toEqual([held]);
  });

  test('more elements than may be are not read, and it is told', () => {
    const { messages, told } = read((unb + message + unz).replace('745', '1+2+3:4+5'), {
      limits: { segmentElements: 7 },
    });
    expect(told).toEqual([]);
    expect(messages[0]?.segments[1]).toEqual(['BGM', ['1'], ['2'], ['3', '4'], ['5']]);
    const fewer = read((unb + message + unz).replace('745', '1+2+3:4+5+6+7+8'), { limits: { segmentElements: 7 } });
    expect(fewer.told).toEqual([`EDI-0120 m1 s2 BGM @${start + 27} error`]);
  });

  test('a lodgement over the limit is read no further', () => {
    const whole = unb + message + unz;
    expect(read(whole, { limits: { interchangeBytes: whole.length } }).told).toEqual([]);
    const { told, messages } = read(whole, { limits: { interchangeBytes: whole.length - 1 } });
    expect(told).toEqual([`EDI-0117 @${whole.length - 1} error`]);
    expect(messages).toHaveLength(1);
    expect(read(whole, { limits: { interchangeBytes: start + message.length - 1 } }).messages).toEqual([]);
  });

  test('of more findings than are kept the number is told', () => {
    const { findings } = read(unb + message.replace("BGM+745'", "XXXX'".repeat(9)) + unz, { limits: { findings: 3 } });
    expect(findings.map(({ code, parameters }) => [code, parameters['count']]).at(3)).toEqual(['EDI-0126', 7]);
  });

  test('a header longer than the limit is no EDIFACT', () => {
    const lodged = `${'X'.repeat(40)}\r\n${unb}${message}${unz}`;
    expect(read(lodged, { limits: { headerBytes: 42 } }).messages).toHaveLength(1);
    expect(read('X'.repeat(50), { limits: { headerBytes: 42 } }).told).toEqual(['EDI-0102 @0 error']);
  });
});
