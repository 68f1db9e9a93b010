import { describe, expect, test } from 'vitest';
import { decodeUtf8, type Finding, instant } from '#kernel';
import { contrlOn, type Envelope, edifactFindings, writeContrl } from './index.ts';

const at = instant(Date.parse('2026-11-24T08:05:59Z'));
const envelope: Envelope = {
  syntax: 'UNOC:3',
  sender: 'AC',
  senderQualifier: 'ZZ',
  recipient: 'CBSA',
  prepared: { date: '261124', time: '0700' },
  controlReference: '777',
  applicationReference: 'APIS',
  interactive: true,
  acknowledgementRequested: true,
  test: true,
  group: { sender: 'ACG', recipient: 'CBSAG', reference: 'G1' },
  serviceCharacters: "UNA:+.? '",
  segmentBreak: '\n',
  advised: true,
};
const header = { reference: 'M1', type: 'PAXLST', directory: 'D.05B', agency: 'UN', associationCode: 'IATA' };
const { find } = edifactFindings;
const on = (findings: readonly Finding[], ...messages: readonly (readonly Finding[])[]) =>
  contrlOn({ envelope, findings, messages: messages.map((of) => ({ header, findings: of })) }, at);

describe('the interchange', () => {
  test('goes back the way it came, under its own reference, at this time', () => {
    expect(on([])).toEqual({
      directory: 'D.3',
      messageReference: '1',
      reference: '777',
      sender: 'AC',
      senderQualifier: 'ZZ',
      recipient: 'CBSA',
      action: 'acknowledged',
      messages: [],
      envelope: {
        syntax: 'UNOC:3',
        sender: 'CBSA',
        recipient: 'AC',
        recipientQualifier: 'ZZ',
        prepared: { date: '261124', time: '0805' },
        controlReference: '777',
        interactive: false,
        test: true,
        serviceCharacters: "UNA:+.? '",
        segmentBreak: '\n',
        advised: true,
      },
    });
  });

  test('is refused with its first error, a warning refuses nothing', () => {
    const warning = find('EDI-0106', { advice: 'x' }, { tag: 'UNA', offset: 0 });
    const count = find('EDI-0112', { stated: '2', counted: 1 }, { tag: 'UNZ', element: 1, offset: 9 });
    const reference = find('EDI-0113', { opened: '1', closed: '2' }, { tag: 'UNZ', element: 2, offset: 9 });
    expect(on([warning]).action).toBe('acknowledged');
    expect(on([warning, count, reference])).toMatchObject({ action: 'rejected', error: '29', tag: 'UNZ', element: 1 });
    const identifier = find('EDI-0109', { identifier: 'X' }, { tag: 'UNB', element: 1, component: 1, offset: 0 });
    expect(on([identifier])).toMatchObject({ error: '46', tag: 'UNB', element: 1, component: 1 });
  });

  test('an error that is of no segment, or of one that is none of the envelope, names no tag', () => {
    expect(on([find('EDI-0110', { reference: '1' }, { offset: 9 })])).not.toHaveProperty('tag');
    for (const tag of ['BGM', 'UN', 'XUNB', 'UNBX', 'UN1']) {
      const report = on([find('EDI-0124', { tag }, { tag, offset: 9 })]);
      expect(report).toMatchObject({ action: 'rejected', error: '33' });
      expect(report).not.toHaveProperty('tag');
    }
  });

  test('an error that the table does not list has the code for all others', () => {
    expect(on([find('EDI-0101', {}, { offset: 0 })]).error).toBe('18');
  });

  test('of which nothing could be read still has an answer', () => {
    const report = contrlOn({ envelope: undefined, findings: [find('EDI-0101', {}, { offset: 0 })], messages: [] }, at);
    expect(decodeUtf8(writeContrl(report))).toBe(
      "UNB+UNOA:4+UNKNOWN+UNKNOWN+261124:0805+0'UNH+1+CONTRL:D:3:UN'UCI+0+UNKNOWN+UNKNOWN+4+18'UNT+3+1'UNZ+1+0'",
    );
  });

  test.each([
    ['UNOY:4', 'UNOY:4'],
    ['SIRE:4', 'SIRE:4'],
    ['UNOZ:4', 'UNOA:4'],
    ['SIRE,4', 'UNOA:4'],
    ['', 'UNOA:4'],
  ])('in the syntax %j is answered in %s', (syntax, answered) => {
    expect(contrlOn({ envelope: { ...envelope, syntax }, findings: [], messages: [] }, at).envelope.syntax).toBe(
      answered,
    );
  });
});

describe('messages', () => {
  const inSegment = find('EDI-0405', { text: 'x' }, { message: 1, segment: 9, tag: 'DTM', element: 1, component: 2 });
  const ofSegment = find('EDI-0403', { tag: 'XXX' }, { message: 1, segment: 4, tag: 'XXX' });
  const error = (finding: Finding): Finding => ({ ...finding, severity: 'error' });

  test('are named when they have an error', () => {
    expect(on([], [find('EDI-0411', { stated: 1, counted: 2 })], [inSegment]).messages).toEqual([
      {
        ...header,
        action: 'rejected',
        segments: [{ segment: 9, elements: [{ error: '12', element: 1, component: 2 }] }],
      },
    ]);
  });

  test('with the group that they stood in, which an interchange without refused messages does not name', () => {
    expect(on([], [inSegment]).group).toEqual({ sender: 'ACG', recipient: 'CBSAG', reference: 'G1' });
    expect(on([], [])).not.toHaveProperty('group');
  });

  test('with what is wrong with UNH, UNT or the whole', () => {
    const count = find('EDI-0301', { stated: '9', counted: 8 }, { message: 1, segment: 8, tag: 'UNT', element: 1 });
    expect(on([], [count, inSegment]).messages).toMatchObject([
      { error: '29', tag: 'UNT', element: 1, segments: [{ segment: 9 }] },
    ]);
    const type = find('EDI-0309', { element: 2 }, { message: 1, segment: 1, tag: 'UNH', element: 2 });
    expect(on([], [type]).messages).toMatchObject([{ error: '13', tag: 'UNH', element: 2, segments: [] }]);
    const missing = find('EDI-0406', { tag: 'BGM' }, { message: 1, offset: 3 });
    const [message] = on([], [missing]).messages;
    expect(message).toMatchObject({ error: '13', segments: [] });
    expect(message).not.toHaveProperty('tag');
    const broken = find('EDI-0303', { reference: '1' }, { message: 1, segment: 7, offset: 3 });
    expect(on([], [broken]).messages).toMatchObject([{ error: '13', segments: [] }]);
  });

  test('with segments in their order, each once, and what is wrong with the segment itself', () => {
    const again = find('EDI-0405', { text: 'y' }, { message: 1, segment: 9, tag: 'DTM', element: 2 });
    expect(on([], [inSegment, error(ofSegment), again]).messages[0]?.segments).toEqual([
      { segment: 4, error: '15', elements: [] },
      {
        segment: 9,
        elements: [
          { error: '12', element: 1, component: 2 },
          { error: '12', element: 2 },
        ],
      },
    ]);
  });

  test('no more than so many', () => {
    const many = Array.from({ length: 1200 }, () => [inSegment]);
    expect(on([], ...many).messages).toHaveLength(999);
    const long = Array.from({ length: 120 }, (_, index) =>
      error({ ...ofSegment, at: { segment: index + 2, tag: 'XXX' } }),
    );
    const [message] = on([], long).messages;
    expect(message?.segments).toHaveLength(99);
    expect(message?.segments.at(-1)?.segment).toBe(100);
  });
});
