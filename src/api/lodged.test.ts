import { expect, test } from 'vitest';
import type { Finding } from '#kernel';
import { type LodgedTelling, lodgedDocument, lodgedSchema } from './lodged.ts';
import type { LodgeAnswer } from './ports.ts';

const finding: Finding = { code: 'TST-0001', origin: 'sender', severity: 'error', parameters: { what: 'x' } };
const answer: LodgeAnswer = {
  lodgement: '1'.repeat(32),
  status: 'partly',
  findings: [{ ...finding, at: { segment: 3, tag: 'DTM' } }],
  replies: [{ mediaType: 'text/plain', bytes: Uint8Array.of(65, 66) }],
  messages: [
    {
      ...{ kind: 'k', reference: 'r', domain: 'garden', journey: 'j', about: 'plot', findings: [finding] },
      outcomes: [
        {
          ...{ subject: 's1', combined: 'refer' },
          own: { disposition: 'pass', row: 'row-1', reasons: [{ code: 'R-1', class: 'other' }] },
          partners: [
            { country: 'CA', disposition: 'refer', reasonClass: 'document' },
            { country: 'MX', disposition: 'refer', failRule: 'late' },
          ],
        },
        { subject: 's2', combined: 'pass' },
        { subject: 's3', combined: 'pass', own: { disposition: 'pass', row: undefined, reasons: [] } },
      ],
    },
    { kind: 'k', reference: 'r2', domain: 'garden', findings: [], outcomes: [] },
  ],
};
const telling = (reasons: boolean): LodgedTelling => ({
  reasons,
  text: (code, parameters) => `${code}:${Object.values(parameters).join()}`,
  reply: (bytes) => ({ text: String.fromCharCode(...bytes) }),
});

test('one who may not know why is told the combined word and nothing else', () => {
  const document = lodgedDocument(answer, telling(false));
  expect(document.messages[0]?.outcomes).toEqual([
    { subject: 's1', combined: 'refer' },
    { subject: 's2', combined: 'pass' },
    { subject: 's3', combined: 'pass' },
  ]);
  expect(document.replies).toEqual([{ mediaType: 'text/plain', text: 'AB' }]);
  expect(document.findings).toEqual([{ ...finding, text: 'TST-0001:x', at: { segment: 3, tag: 'DTM' } }]);
  expect(document.messages[0]?.findings).toEqual([{ ...finding, text: 'TST-0001:x' }]);
});

test('one who may is told what each country said', () => {
  const document = lodgedDocument(answer, telling(true));
  expect(document).toMatchObject({ lodgement: '1'.repeat(32), status: 'partly' });
  expect(document.messages).toEqual([
    {
      ...{ kind: 'k', reference: 'r', domain: 'garden', journey: 'j', about: 'plot' },
      findings: [{ ...finding, text: 'TST-0001:x' }],
      outcomes: [
        {
          ...{ subject: 's1', combined: 'refer', disposition: 'pass', row: 'row-1' },
          reasons: [{ code: 'R-1', class: 'other', text: 'R-1:' }],
          partners: [
            { country: 'CA', disposition: 'refer', reasonClass: 'document' },
            { country: 'MX', disposition: 'refer', failRule: 'late' },
          ],
        },
        { subject: 's2', combined: 'pass', reasons: [], partners: [] },
        { subject: 's3', combined: 'pass', disposition: 'pass', reasons: [], partners: [] },
      ],
    },
    { kind: 'k', reference: 'r2', domain: 'garden', findings: [], outcomes: [] },
  ]);
});

test('what is told fits its own schema, which names no more', () => {
  for (const reasons of [true, false]) {
    const document = lodgedDocument(answer, telling(reasons));
    expect(lodgedSchema.parse(document)).toEqual(document);
    expect(Object.keys(lodgedSchema.parse({ ...document, secret: 1 }))).not.toContain('secret');
  }
  for (const wrong of [{}, { ...lodgedDocument(answer, telling(true)), status: 'good' }])
    expect(lodgedSchema.safeParse(wrong).success).toBe(false);
});
