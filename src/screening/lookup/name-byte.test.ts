import { expect, test } from 'vitest';
import { byteOf, isOther, otherSpelling, tokenOf } from './name-byte.ts';

const roles = [
  ...(['plain', 'initial', 'particle', 'honorific'] as const),
  ...(['patronymic', 'maternal', 'legal-form', 'vessel-prefix'] as const),
];

test('a word is the same after it was kept as a byte, but for how it was written', () => {
  for (const role of roles) {
    for (const part of [undefined, 'family', 'given'] as const) {
      for (const cut of [undefined, true] as const) {
        const token = { text: 'A', role, written: 'A', ...(part && { part }), ...(cut && { cut }) };
        expect(tokenOf(byteOf({ ...token, written: 'á' }), ['A'])).toEqual(token);
        expect(byteOf(token)).toBeLessThan(otherSpelling);
        expect(tokenOf(byteOf(token) | otherSpelling, ['A', 'B']).others).toEqual(['B']);
      }
    }
  }
});

test('another spelling is told from a word', () => {
  const byte = byteOf({ text: 'A', role: 'maternal', written: 'A', part: 'given', cut: true });
  expect([isOther(byte), isOther(byte | otherSpelling)]).toEqual([false, true]);
});
