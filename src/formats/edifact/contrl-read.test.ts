import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { type Contrl, readInterchange } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const told = (findings: readonly Finding[]) =>
  findings.map(({ code, at }) => [code, at?.segment, at?.element, at?.component]);

/** Reads a report of these segments between UNH and UNT. */
function read(...segments: readonly string[]) {
  const body = ['UNH+1+CONTRL:D:3:UN', ...segments, `UNT+${segments.length + 2}+1`].join("'");
  const bytes = encodeUtf8(`UNB+UNOC:4+A+B+261124:0800+1'${body}'UNZ+1+1'`);
  const [message] = readInterchange(bytes, { receivedAt, tolerance: 'strict' }).messages;
  if (message === undefined || !('action' in message.data)) throw new Error('no report');
  const contrl: Contrl = message.data;
  return { contrl, findings: told(message.findings), kept: message.unrecognised.map(({ text }) => text) };
}
const uci = 'UCI+77+AC:ZZ+CBSA:14+7';

test('the report of an interchange with a group, messages, segments and elements', () => {
  const { contrl, findings, kept } = read(
    'UCI+77+AC:ZZ+CBSA:14+4+29+UNZ+2:1',
    'UCF+G1+ACG+CBSAG+4',
    'UCM+M1+PAXLST:D:05B:UN:IATA+4+13+UNT+3',
    'UCS+7+15',
    'UCD+12+2:3',
    'UCD+21+1',
    'UCS+9',
    'UCM+M2+CUSRES:D:03B:UN+8',
  );
  expect(findings).toEqual([]);
  expect(kept).toEqual([]);
  expect(contrl).toMatchObject({
    directory: 'D.3',
    messageReference: '1',
    reference: '77',
    sender: 'AC',
    senderQualifier: 'ZZ',
    recipient: 'CBSA',
    recipientQualifier: '14',
    action: 'rejected',
    error: '29',
    tag: 'UNZ',
    element: 1,
    component: 1,
    group: { reference: 'G1', sender: 'ACG', recipient: 'CBSAG' },
  });
  const paxlst = { reference: 'M1', type: 'PAXLST', directory: 'D.05B', agency: 'UN', associationCode: 'IATA' };
  const cusres = { reference: 'M2', type: 'CUSRES', directory: 'D.03B', agency: 'UN', associationCode: '' };
  expect(contrl.messages).toEqual([
    {
      ...paxlst,
      action: 'rejected',
      error: '13',
      tag: 'UNT',
      element: 2,
      segments: [
        {
          segment: 7,
          error: '15',
          elements: [
            { error: '12', element: 1, component: 3 },
            { error: '21', element: 0 },
          ],
        },
        { segment: 9, elements: [] },
      ],
    },
    { ...cusres, action: 'received', segments: [] },
  ]);
});

test('what is absent stays absent', () => {
  const { contrl } = read('UCI+77+AC+CBSA+7');
  for (const member of ['senderQualifier', 'recipientQualifier', 'error', 'tag', 'element', 'component', 'group']) {
    expect(contrl).not.toHaveProperty(member);
  }
});

test.each([
  ['4', 'rejected', []],
  ['7', 'acknowledged', []],
  ['8', 'received', []],
  ['9', 'rejected', [['EDI-0701', 2, 4, undefined]]],
  ['', 'rejected', [['EDI-0701', 2, 4, undefined]]],
])('the action %j is %s: silence is no consent', (code, action, findings) => {
  const reading = read(`UCI+77+AC+CBSA+${code}`);
  expect(reading.contrl.action).toBe(action);
  expect(reading.findings).toEqual(findings);
});

test('an action of a group or a message that is none', () => {
  const { contrl, findings } = read(uci, 'UCF+1+A+B+9', 'UCM+1+PAXLST:D:05B:UN+x');
  expect(contrl.messages[0]?.action).toBe('rejected');
  expect(findings).toEqual([
    ['EDI-0701', 3, 4, undefined],
    ['EDI-0701', 4, 3, undefined],
  ]);
});

test('a report without UCI', () => {
  const { contrl, findings } = read('UCM+1+PAXLST:D:05B:UN+4');
  expect(contrl).toMatchObject({ reference: '', sender: '', recipient: '', action: 'rejected' });
  expect(findings).toEqual([['EDI-0406', undefined, undefined, undefined]]);
});

describe('what stands out of place is told and kept', () => {
  test.each([
    [['UCS+1']],
    [['UCD+12+2']],
    [['UCM+1+PAXLST:D:05B:UN+4', 'UCD+12+2']],
    [['UCI+78+AC+CBSA+4']],
    [['UCF+1+A+B+4', 'UCF+2+A+B+4']],
    [['BGM+1']],
  ])('%j: the last', (segments) => {
    const { contrl, findings, kept } = read(uci, ...segments);
    expect(findings).toEqual([['EDI-0403', segments.length + 2, undefined, undefined]]);
    expect(kept).toEqual(segments.slice(-1));
    expect(contrl).toEqual(read(uci, ...segments.slice(0, -1)).contrl);
  });

  test('places and numbers that are none', () => {
    const { contrl, findings, kept } = read(uci, 'UCM+1+PAXLST:D:05B:UN+4', 'UCS+x', 'UCD+12+y:z');
    expect(contrl.messages[0]?.segments).toEqual([{ segment: 0, elements: [{ error: '12' }] }]);
    expect(findings.filter(([code]) => code === 'EDI-0415')).toEqual([
      ['EDI-0415', 4, 1, 1],
      ['EDI-0415', 5, 2, 1],
      ['EDI-0415', 5, 2, 2],
    ]);
    expect(kept).toEqual(['x', 'y', 'z']);
  });
});
