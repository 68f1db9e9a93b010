import { expect, test } from 'vitest';
import type { Finding, Piece } from '#kernel';
import { answeredSchema } from './lodgement.ts';
import { shownLodgement, shownSchema } from './shown-lodgement.ts';

const place = (number: number, length: number, at?: { message: number; segment: number }): Piece => ({
  ...{ number, tag: 'TAG', offset: (number - 1) * 10, length, text: 'x'.repeat(length), ...at },
});
const segments: readonly Piece[] = [
  place(1, 9),
  place(2, 9, { message: 1, segment: 1 }),
  place(3, 9, { message: 1, segment: 2 }),
  place(4, 9, { message: 2, segment: 1 }),
  place(5, 9, { message: 2, segment: 2 }),
];
const finding = (at?: Finding['at']): Finding => ({
  ...{ code: 'EDI-0301', origin: 'sender', severity: 'error', parameters: {} },
  ...(at === undefined ? {} : { at }),
});
const message = { kind: 'k', reference: 'r', domain: 'd', combined: [] };

/** The lines of the findings of the interchange, of its first and of its second message. */
function linesOf(whole: readonly Finding[], first: readonly Finding[] = [], second: readonly Finding[] = []) {
  const answered = answeredSchema.parse({
    ...{ status: 'refused', replies: [], findings: whole },
    messages: [
      { ...message, findings: first },
      { ...message, findings: second },
    ],
  });
  const shown = shownLodgement(
    'l',
    { bytes: new Uint8Array(2), answered },
    { pieces: () => segments, text: ({ code }) => code },
  );
  expect(shownSchema.safeParse(shown).success).toBe(true);
  return shown.findings.map((one) => ('line' in one ? one.line : undefined));
}

test('a finding leads to the segment that holds its byte', () => {
  const offsets = [0, 8, 9, 10, 18, 20, 49];
  expect(linesOf(offsets.map((offset) => finding({ offset, segment: 7 })))).toEqual([
    1,
    1,
    undefined,
    2,
    2,
    3,
    undefined,
  ]);
});

test('without a byte it leads to its number in its message, and else nowhere', () => {
  expect(linesOf([finding({ message: 2, segment: 1 }), finding({ segment: 1 }), finding({ message: 1 })])).toEqual([
    4,
    undefined,
    undefined,
  ]);
  expect(linesOf([finding()], [finding({ segment: 2 }), finding()], [finding({ segment: 2 })])).toEqual([
    undefined,
    3,
    undefined,
    5,
  ]);
});

test('what was not answered yet has no findings', () => {
  const shown = shownLodgement('l', {}, { pieces: () => [], text: () => '' });
  expect([shown.findings, shown.messages, shown.replies, shown.raw]).toEqual([[], [], [], '']);
});
