import { describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#kernel';
import { type Pieces, parameterOf, splitJsonLines, splitMultipart } from './multipart.ts';

const shown = (split: Pieces): unknown =>
  split.ok ? split.pieces.map(({ mediaType, bytes }) => [mediaType, decodeUtf8(bytes)]) : split.piece;
const multipart = (text: string, most = 10) => shown(splitMultipart(encodeUtf8(text), 'b', most));
const lines = (text: string, most = 10) => shown(splitJsonLines(encodeUtf8(text), most));
const plain = 'application/octet-stream';

describe('multipart', () => {
  test('sections with their media types, whatever stands before the first and after the last', () => {
    const body =
      '--b\r\ncontent-type: text/a ; x=1\r\nx: y\r\n\r\nA\r\n--b\r\nX: 1\r\nContent-Type:\ttext/b\r\n\r\nB\r\n--b--';
    const both = [
      ['text/a ; x=1', 'A'],
      ['text/b', 'B'],
    ];
    expect(multipart(body)).toEqual(both);
    expect(multipart(`preamble\r\n${body}\r\nepilogue`)).toEqual(both);
  });

  test('a section without headers, an empty one, and one whose content looks like headers', () => {
    expect(multipart('--b\r\n\r\nA\r\n--b--')).toEqual([[plain, 'A']]);
    expect(multipart('--b\r\n\r\n\r\n--b--')).toEqual([[plain, '']]);
    expect(multipart('--b\r\n\r\ncontent-type: text/x\r\n\r\nA\r\n--b--')).toEqual([
      [plain, 'content-type: text/x\r\n\r\nA'],
    ]);
    expect(multipart('--b\r\nx-content-type: text/x\r\n\r\nA\r\n--b--')).toEqual([[plain, 'A']]);
  });

  test('the boundary counts at the beginning of a line only', () => {
    expect(multipart('--b\r\n\r\nA--b\n--b\r\n--b--')).toEqual([[plain, 'A--b\n--b']]);
    expect(multipart('x--b\r\n\r\nA\r\n--b--')).toBe(1);
    expect(multipart('--b  \r\n\r\nA\r\n--b--')).toEqual([[plain, 'A']]);
  });

  test('the number of the first section that cannot be read', () => {
    for (const [text, piece] of [
      ['', 1],
      ['nothing', 1],
      ['--b--', 1],
      ['--b', 1],
      ['--b\r\n', 1],
      ['--b\r\n\r\nA', 1],
      ['--b\r\nno blank line\r\n--b--', 1],
      ['--b\r\n\r\nA\r\n--b\r\nno blank line\r\n--b--', 2],
      ['--b\r\n\r\nA\r\n--b\r\n\r\nB', 2],
      ['--b\r\n\r\nA\r\n--b-', 2],
    ] as const)
      expect(multipart(text), JSON.stringify(text)).toBe(piece);
  });

  test('more than the most is refused by the number of the first that is too many', () => {
    const body = `${'--b\r\n\r\nA\r\n'.repeat(3)}--b--`;
    expect(multipart(body, 3)).toHaveLength(3);
    expect(multipart(body, 2)).toBe(3);
  });
});

describe('JSON lines', () => {
  test('text, or bytes in base64 of either alphabet; empty lines are passed over', () => {
    expect(lines('{"text":"A"}\n\n  \n{"mediaType":"text/b","text":""}\r\n{"base64":"QUI="}')).toEqual([
      [plain, 'A'],
      ['text/b', ''],
      [plain, 'AB'],
    ]);
    const odd = splitJsonLines(encodeUtf8('{"base64":"+/8="}\n{"base64":"-_8"}\n{"base64":"QQ=="}'), 3);
    expect(odd.ok && odd.pieces.map(({ bytes }) => [...bytes])).toEqual([[251, 255], [251, 255], [65]]);
  });

  test('the number of the first line that is none', () => {
    for (const line of [
      'x',
      '1',
      'null',
      '[]',
      '{}',
      '{"text":1}',
      '{"mediaType":1,"text":"A"}',
      '{"base64":1}',
      '{"base64":"*"}',
      '{"base64":"QUI==="}',
    ]) {
      expect(lines(line), line).toBe(1);
      expect(lines(`{"text":"A"}\n${line}\n`), line).toBe(2);
    }
    expect(lines('')).toBe(1);
    expect(lines('\n \n')).toBe(1);
    expect(shown(splitJsonLines(Uint8Array.of(0x7b, 0xff, 0x7d), 5))).toBe(1);
  });

  test('more than the most', () => {
    expect(lines('{"text":"A"}\n{"text":"B"}', 2)).toHaveLength(2);
    expect(lines('{"text":"A"}\n{"text":"B"}\n', 1)).toBe(2);
    expect(lines('{"text":"A"}\n\n', 1)).toHaveLength(1);
  });
});

test('a parameter of a media type', () => {
  expect(parameterOf('multipart/mixed; boundary=x', 'boundary')).toBe('x');
  expect(parameterOf('multipart/mixed;Boundary="a b";y=1', 'boundary')).toBe('a b');
  expect(parameterOf('multipart/mixed;  y=1 ;boundary=z;q', 'boundary')).toBe('z');
  for (const none of [
    'multipart/mixed',
    'multipart/mixed; xboundary=1',
    'multipart/mixed; boundary=',
    'boundary=x',
    'a; boundary=""',
  ])
    expect(parameterOf(none, 'boundary'), none).toBeUndefined();
});
