import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parameterOf, splitJsonLines, splitMultipart } from './multipart.ts';

const boundary = 'b0und';
const content = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .constantFrom('\r\n', '--', '--b0un', '\r\n--b0un', '\r\n-b0und', '--b0und inside a line', '\n--b0und')
    .map((text) => new Uint8Array(Buffer.from(text))),
);
const clean = content.filter(
  (bytes) =>
    !Buffer.from(bytes).includes(`\r\n--${boundary}`) &&
    !Buffer.from(bytes)
      .subarray(0, 7)
      .equals(Buffer.from(`--${boundary}`)),
);

test('multipart: what was joined is split again, byte for byte, whatever lies before and after', () => {
  fc.assert(
    fc.property(
      fc.array(clean, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('', 'preamble', 'pre\r\namble'),
      fc.constantFrom('', 'epilogue\r\n--b0und'),
      (pieces, before, after) => {
        const body = Buffer.concat([
          Buffer.from(before === '' ? '' : `${before}\r\n`),
          ...pieces.flatMap((piece) => [
            Buffer.from(`--${boundary}\r\nContent-Type: a/b\r\n\r\n`),
            piece,
            Buffer.from('\r\n'),
          ]),
          Buffer.from(`--${boundary}--\r\n${after}`),
        ]);
        const split = splitMultipart(body, boundary, 100);
        expect(split.ok && split.pieces.map(({ mediaType, bytes }) => [mediaType, [...bytes]])).toEqual(
          pieces.map((piece) => ['a/b', [...piece]]),
        );
      },
    ),
  );
});

test('multipart: any bytes are split or refused, never more pieces than allowed, never a hang', () => {
  const chunk = fc.constantFrom('--b0und', '--', '\r\n', '\n', 'Content-Type: x/y', ': ', 'text', '\0');
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 60 }), (chunks) => {
      const split = splitMultipart(Buffer.from(chunks.join('')), boundary, 5);
      if (split.ok) {
        expect(split.pieces.length).toBeGreaterThan(0);
        expect(split.pieces.length).toBeLessThanOrEqual(5);
      } else expect(split.piece).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test('a section without headers is bytes of no named type', () => {
  const split = splitMultipart(Buffer.from('--b0und\r\n\r\nabc\r\n--b0und--'), boundary, 9);
  expect(split).toEqual({ ok: true, pieces: [{ mediaType: 'application/octet-stream', bytes: Buffer.from('abc') }] });
});

test('JSON lines: what was joined is split again, as text and as base64', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean()), { minLength: 1, maxLength: 8 }),
      (messages) => {
        const lines = messages.map(([text, packed]) =>
          JSON.stringify(
            packed ? { mediaType: 'a/b', base64: Buffer.from(text).toString('base64') } : { mediaType: 'a/b', text },
          ),
        );
        const split = splitJsonLines(Buffer.from(lines.join('\r\n')), 100);
        expect(split.ok && split.pieces.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
          messages.map(([text]) => text),
        );
      },
    ),
  );
});

test('JSON lines: the first line that is none is named', () => {
  for (const [body, piece] of [
    ['{"text":"a"}\nnull', 2],
    ['{"text":"a"}\n[]', 2],
    ['{"base64":"!"}', 1],
    ['{"mediaType":1,"text":""}', 1],
    ['\xff', 1],
  ] as const) {
    expect(splitJsonLines(Buffer.from(body, 'latin1'), 9)).toEqual({ ok: false, piece });
  }
});

test('parameters of a media type', () => {
  expect(parameterOf('multipart/mixed; Boundary="a b;c"; x=1', 'boundary')).toBe('a b;c');
  expect(parameterOf('multipart/mixed;boundary=abc;x', 'boundary')).toBe('abc');
  expect(parameterOf('multipart/mixed; xboundary=abc', 'boundary')).toBeUndefined();
  expect(parameterOf('multipart/mixed', 'boundary')).toBeUndefined();
});
