import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { readInterchange, readMessages } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const whole =
  "UNB+UNOA:4+AC+CBSAAPIS+261124:0800+777'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'NAD+MS+++DOE'TDT+20+AC1'LOC+125+CDG'LOC+87+YUL'UNT+7+1'UNZ+1+777'";
const read = (lodged: string | Uint8Array, tolerance: 'strict' | 'lenient' = 'strict') => {
  const bytes = typeof lodged === 'string' ? encodeUtf8(lodged) : lodged;
  const { messages, findings, refusal } = readInterchange(bytes, { receivedAt, tolerance });
  return { messages, refusal, all: [...findings, ...messages.flatMap((message) => message.findings)] };
};
const told = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, parameters }) => [code, parameters]);
/** The action and the error of the report that refuses a lodgement. */
function refused(refusal: Uint8Array | undefined) {
  const [report] = refusal === undefined ? [] : read(refusal).messages;
  return report !== undefined && 'action' in report.data ? report.data : undefined;
}

test('a sound one is not refused', () => {
  const { refusal, all } = read(whole);
  expect(refusal).toBeUndefined();
  expect(told(all)).toEqual([]);
});

describe('each bad input has a coded finding and a CONTRL that refuses it', () => {
  const bytesOf = (...bytes: readonly number[]) => Uint8Array.from([...bytes, ...Array(64).fill(0)]);
  test.each<readonly [string, string | Uint8Array, readonly (readonly [string, object])[]]>([
    ['an empty file', '', [['EDI-0101', {}]]],
    ['blanks and nothing else', ' \r\n ', [['EDI-0102', { beginning: ' \r\n ' }]]],
    ['HTML', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>', [['EDI-0103', { format: 'HTML' }]]],
    ['XML', '\uFEFF<?xml version="1.0"?><a/>', [['EDI-0103', { format: 'XML' }]]],
    ['JSON', '{"a":1}', [['EDI-0103', { format: 'JSON' }]]],
    ['a ZIP archive, whatever it would unpack to', bytesOf(0x50, 0x4b, 3, 4), [['EDI-0103', { format: 'ZIP' }]]],
    ['a GZIP file', bytesOf(0x1f, 0x8b, 8), [['EDI-0103', { format: 'GZIP' }]]],
    ['a PDF', '%PDF-1.7', [['EDI-0103', { format: 'PDF' }]]],
    ['other text', 'Dear Sirs, please find attached', [['EDI-0102', { beginning: 'Dear Sirs, please find a' }]]],
    ['a wrong count of segments', whole.replace('UNT+7', 'UNT+8'), [['EDI-0301', { stated: '8', counted: 7 }]]],
    ['a wrong count of messages', whole.replace('UNZ+1', 'UNZ+2'), [['EDI-0112', { stated: '2', counted: 1 }]]],
    [
      'a wrong reference of the message',
      whole.replace('UNT+7+1', 'UNT+7+2'),
      [['EDI-0302', { opened: '1', closed: '2' }]],
    ],
    [
      'a wrong control reference',
      whole.replace('UNZ+1+777', 'UNZ+1+778'),
      [['EDI-0113', { opened: '777', closed: '778' }]],
    ],
    ['an unknown character set', whole.replace('UNOA', 'UNOZ'), [['EDI-0109', { identifier: 'UNOZ' }]]],
    [
      'a character that the set lacks',
      whole.replace('DOE', 'DOÉ'),
      [['EDI-0114', { charset: 'ascii', text: 'NAD+MS+++DOÉ' }]],
    ],
    ['an interchange without a message', "UNB+UNOA:4+AC+B+261124:0800+7'UNZ+0+7'", [['EDI-0310', {}]]],
    ['a message of a type that nobody reads', whole.replace('PAXLST', 'INVOIC'), [['EDI-0306', { type: 'INVOIC' }]]],
  ])('%s', (_title, lodged, findings) => {
    const { all, refusal } = read(lodged);
    expect(told(all)).toEqual(findings);
    const report = refused(refusal);
    expect([report?.action, ...(report?.messages ?? []).map(({ action }) => action)]).toContain('rejected');
  });

  test('an interchange cut off at any byte', () => {
    for (let length = 1; length < whole.length; length += 1) {
      const { all, refusal } = read(whole.slice(0, length));
      const known = ['EDI-0102', 'EDI-0110', 'EDI-0111', 'EDI-0303'];
      expect(told(all).some(([code]) => known.includes(String(code)))).toBe(true);
      expect(refused(refusal)).toBeDefined();
    }
  });

  test('ten megabytes in one segment cost little memory and name the segment', () => {
    const [before = '', after = ''] = whole.split('DOE');
    const chunk = new Uint8Array(65_536).fill(0x41);
    function* chunks(): Generator<Uint8Array> {
      yield encodeUtf8(before);
      for (let sent = 0; sent < 10 * 1024 * 1024; sent += chunk.length) yield chunk;
      yield encodeUtf8(after);
    }
    const steps = readMessages(chunks(), { receivedAt, tolerance: 'strict' });
    const first = steps.next();
    const findings = first.done === true ? [] : first.value.findings;
    expect(findings.map(({ code, at }) => [code, at?.segment, at?.offset])).toEqual([
      ['EDI-0119', 3, before.indexOf('NAD')],
    ]);
    const last = steps.next();
    expect(last.done === true && refused(last.value.refusal)?.messages).toMatchObject([{ action: 'rejected' }]);
  });
});

test('an address that no table knows is no authority, and is read by the generic profile', () => {
  const { messages, all } = read(whole.replace('CBSAAPIS', 'ATLANTIS'));
  const [message] = messages;
  expect(message !== undefined && 'envelope' in message.data && message.data.envelope.authority).toBeUndefined();
  expect(told(all)).toEqual([]);
  const [known] = read(whole).messages;
  expect(known !== undefined && 'envelope' in known.data && known.data.envelope.authority).toBe('CA');
});

test('a lenient reader takes what a strict one refuses, and tells it all the same', () => {
  const wrong = whole.replace('UNT+7+1', 'UNT+9+2').replace('UNZ+1+777', 'UNZ+3+778');
  const { all, refusal, messages } = read(wrong, 'lenient');
  expect(refusal).toBeUndefined();
  expect(all.map(({ code, severity }) => [code, severity])).toEqual([
    ['EDI-0112', 'warning'],
    ['EDI-0113', 'warning'],
    ['EDI-0301', 'warning'],
    ['EDI-0302', 'warning'],
  ]);
  expect(messages[0]?.data).toMatchObject({ legs: [{ conveyance: 'AC1' }] });
  expect(told(read(wrong).all)).toHaveLength(4);
});
