import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { linesOf, mostBytes, mostLines } from './lines.ts';
import { Told } from './tell.ts';

const read = (input: Uint8Array | string) => {
  const told = new Told();
  const lines = linesOf(input, told);
  return { lines, told: told.inOrder().map(({ code, parameters, at }) => [code, parameters, at]) };
};

test('lines joined are the text again, from a text or from its bytes', () => {
  const piece = fc.constantFrom('\n', '\r\n', '\t', '\uFEFF', 'a', 'é', '🌳', ' ');
  fc.assert(
    fc.property(
      fc.array(piece).map((parts) => parts.join('')),
      (text) => {
        const { lines, told } = read(text);
        expect([lines.join('\n'), told]).toEqual([text, []]);
        expect(read(encodeUtf8(text)).lines).toEqual(lines);
      },
    ),
  );
});

test('what is no UTF-8 has no lines', () => {
  for (const bytes of [Uint8Array.of(0xff), Uint8Array.of(0x61, 0xc3), Uint8Array.of(0xed, 0xa0, 0x80)])
    expect(read(bytes)).toEqual({ lines: [], told: [['PLN-0101', {}, undefined]] });
});

test('the longest report is read, one byte more is not', () => {
  expect(read(new Uint8Array(mostBytes).fill(0x61)).lines).toHaveLength(1);
  const longer = { lines: [], told: [['PLN-0102', { bytes: mostBytes }, undefined]] };
  expect(read(new Uint8Array(mostBytes + 1).fill(0xff))).toEqual(longer);
  expect(read('a'.repeat(mostBytes + 1))).toEqual(longer);
});

test('the most lines are read, one more is not', () => {
  expect(read('\n'.repeat(mostLines - 1)).lines).toHaveLength(mostLines);
  expect(read('\n'.repeat(mostLines))).toEqual({ lines: [], told: [['PLN-0103', { lines: mostLines }, undefined]] });
});
