import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { type Paxlst, readInterchange } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));

const told = (findings: readonly Finding[]) =>
  findings.filter(({ code }) => code < 'EDI-06').map(({ code, at }) => [code, at?.segment, at?.element, at?.component]);

/** Reads a list of these segments, UNH to UNT. */
function readList(segments: readonly string[]) {
  const text = `UNB+UNOC:4+A+B+261124:0800+1'${segments.join("'")}'UNZ+1+1'`;
  const { messages } = readInterchange(encodeUtf8(text), { receivedAt, tolerance: 'strict' });
  const [message] = messages;
  if (message === undefined || !('people' in message.data)) throw new Error('no list');
  const list: Paxlst = message.data;
  return {
    list,
    findings: told(message.findings),
    all: message.findings,
    kept: message.unrecognised.map((one) => one.text),
  };
}
const unh = 'UNH+1+PAXLST:D:05B:UN:IATA';
const leg = ['TDT+20+AC123', 'LOC+125+CDG', 'DTM+189:2611241200:201', 'LOC+87+YUL', 'DTM+232:2611242000:201'];
const unt = (count: number) => `UNT+${count}+1`;
/** A list with these segments between BGM and the leg. */
const headed = (...segments: readonly string[]) =>
  readList([unh, 'BGM+745', ...segments, ...leg, unt(segments.length + 8)]);
/** A list with these segments in the place of the leg. */
const flown = (...segments: readonly string[]) => readList([unh, 'BGM+745', ...segments, unt(segments.length + 3)]);
/** A list with these segments after the leg. */
const followed = (...segments: readonly string[]) =>
  readList([unh, 'BGM+745', ...leg, ...segments, unt(segments.length + 8)]);

describe('what the message is', () => {
  test.each([
    ['745', 'passenger-list'],
    ['250', 'crew-list'],
    ['266', 'change-in-flight-status'],
    ['336', 'master-crew-list'],
  ])('BGM+%s', (code, document) => {
    const { list, findings } = readList([unh, `BGM+${code}`, ...leg, unt(8)]);
    expect(list).toMatchObject({ document, function: 'new' });
    expect(list.functionCode).toBeUndefined();
    expect(findings).toEqual([]);
  });

  test.each([
    ['CP', 'change-passenger'],
    ['XR', 'cancel-reservation'],
    ['RP', 'reduction'],
    ['CL', 'close'],
    ['CLNB', 'close-not-on-board'],
    ['CLOB', 'close-on-board'],
    ['XF', 'cancel-flight'],
    ['CF', 'change-flight'],
  ])('BGM+745+%s', (code, meaning) => {
    const { list, findings } = readList([unh, `BGM+745+${code}`, ...leg, unt(8)]);
    expect(list).toMatchObject({ document: 'passenger-list', function: meaning });
    expect(list.functionCode).toBeUndefined();
    expect(findings).toEqual([]);
  });

  test('codes that are none', () => {
    const { list, findings, all } = readList([unh, 'BGM+999+C', ...leg, unt(8)]);
    expect(list).toMatchObject({ document: 'passenger-list', function: 'new', functionCode: 'C' });
    expect(findings).toEqual([
      ['EDI-0401', 2, 1, undefined],
      ['EDI-0402', 2, 2, undefined],
    ]);
    expect(all.slice(0, 2).map(({ parameters }) => parameters)).toEqual([{ code: '999' }, { code: 'C' }]);
  });

  test('the header: directory, association, reference, access reference and part', () => {
    const { list } = readList(['UNH+77+PAXLST:D:15B:UN:CBP+ACCESS+02:F', 'BGM+745', ...leg, 'UNT+8+77']);
    expect(list).toMatchObject({
      directory: 'D.15B',
      associationCode: 'CBP',
      messageReference: '77',
      commonAccessReference: 'ACCESS',
      part: { number: 2, last: true },
    });
    const { list: bare } = headed();
    expect(Object.keys(bare)).not.toContain('part');
    expect(Object.keys(bare)).not.toContain('commonAccessReference');
    expect(bare.envelope).toMatchObject({ sender: 'A', recipient: 'B', controlReference: '1' });
  });

  test.each([
    ['D:02A', false],
    ['D:02B', false],
    ['D:09B', false],
    ['D:10A', false],
    ['D:15B', false],
    ['D:01B', true],
    ['D:16A', true],
    ['D:05C', true],
    ['D:105B', true],
    ['S:05B', true],
    ['D:5B', true],
  ])('the directory %s', (directory, strange) => {
    const { findings } = readList([`UNH+1+PAXLST:${directory}:UN:IATA`, 'BGM+745', ...leg, unt(8)]);
    expect(findings).toEqual(strange ? [['EDI-0308', undefined, undefined, undefined]] : []);
  });

  test('a message without BGM or without a leg', () => {
    const { findings, all } = readList([unh, 'NAD+FL+++MORA', unt(3)]);
    expect(findings).toEqual([
      ['EDI-0406', undefined, undefined, undefined],
      ['EDI-0406', undefined, undefined, undefined],
    ]);
    expect(all.slice(0, 2).map(({ parameters, at }) => [parameters, at?.message])).toEqual([
      [{ tag: 'BGM' }, 1],
      [{ tag: 'TDT' }, 1],
    ]);
  });
});

describe('references and contact', () => {
  test('transaction and revision', () => {
    expect(headed('RFF+TN:T1').list.transactionReference).toBe('T1');
    expect(headed('RFF+TN:T1').list.transactionRevision).toBeUndefined();
    expect(headed('RFF+TN:T1:::7').list).toMatchObject({ transactionReference: 'T1', transactionRevision: '7' });
  });

  test('the contact with its numbers, in one segment or several', () => {
    const { list, findings } = headed('NAD+MS+ID9++DOE:JANE', 'COM+1:TE+2:FX', 'COM+a@b:EM');
    expect(findings).toEqual([]);
    expect(list.contact).toEqual({
      identifier: 'ID9',
      family: 'DOE',
      given: 'JANE',
      numbers: [
        { number: '1', kind: 'TE' },
        { number: '2', kind: 'FX' },
        { number: 'a@b', kind: 'EM' },
      ],
    });
    expect(headed('NAD+MS').list.contact).toEqual({ numbers: [] });
  });

  test.each([
    ['RFF+ZZZ:1', ['EDI-0404', 3, 1, 1], 'ZZZ'],
    ['NAD+XX+++X', ['EDI-0404', 3, 1, 1], 'XX'],
    ['COM+1:TE', ['EDI-0403', 3, undefined, undefined], 'COM+1:TE'],
    ['ATT+2++F', ['EDI-0403', 3, undefined, undefined], 'ATT+2++F'],
    ['DTM+189:2611241200:201', ['EDI-0403', 3, undefined, undefined], 'DTM+189:2611241200:201'],
    ['LOC+125+CDG', ['EDI-0403', 3, undefined, undefined], 'LOC+125+CDG'],
  ])('%s has no meaning in the header', (segment, finding, text) => {
    const { findings, kept } = headed(segment);
    expect(findings[0]).toEqual(finding);
    expect(kept).toContain(text);
  });

  test.each([[['RFF+TN:T1', 'RFF+TN:T2']], [['NAD+MS+++DOE', 'NAD+MS+++ROE']], [['NAD+MS+++DOE', 'RFF+TN:T1']]])(
    '%j: the last is out of place',
    (segments) => {
      const { list, findings, kept } = headed(...segments);
      expect(findings).toEqual([['EDI-0403', segments.length + 2, undefined, undefined]]);
      expect(kept).toEqual(segments.slice(-1));
      expect(list).toEqual(headed(...segments.slice(0, -1)).list);
    },
  );

  test('what follows a party that is not known, or a second contact, is not given to another', () => {
    const { list, kept } = headed('NAD+MS+++DOE', 'NAD+MS+++ROE', 'COM+1:TE', 'NAD+XX+++X', 'COM+2:TE', 'RFF+TN:3');
    expect(list.contact).toEqual({ family: 'DOE', numbers: [] });
    expect(list.transactionReference).toBeUndefined();
    expect(kept).toEqual(['NAD+MS+++ROE', 'COM+1:TE', 'XX', 'X', 'COM+2:TE', 'RFF+TN:3']);
  });

  test('a second BGM', () => {
    const { list, findings } = headed('BGM+250+CP');
    expect(list).toMatchObject({ document: 'passenger-list', function: 'new' });
    expect(findings).toEqual([['EDI-0403', 3, undefined, undefined]]);
  });
});

describe('people and their number', () => {
  test.each([
    ['DTM+329:241125', true],
    ['DTM+329:241124', false],
    ['DTM+329:740812', false],
    ['ATT+2++F', false],
  ])('%s: an infant is under two on the day of departure', (segment, infant) => {
    expect(followed('NAD+FL+++MORA', segment).list.people[0]?.infant).toBe(infant);
  });

  test('where no time of departure is known, the day of receipt tells who is an infant', () => {
    const born = (day: string) =>
      flown('TDT+20+AC1', 'LOC+125+CDG', 'LOC+87+YUL', 'NAD+FL+++MORA', `DTM+329:${day}`).list.people[0]?.infant;
    expect([born('241124'), born('241125')]).toEqual([false, true]);
  });

  test.each([
    ['CNT+42:1', { qualifier: '42', value: 1 }, []],
    ['CNT+41:160', { qualifier: '41', value: 160 }, [['EDI-0411', 9, 1, 2]]],
    ['CNT+42', undefined, []],
    ['CNT+42:many', undefined, [['EDI-0415', 9, 1, 2]]],
    ['CNT+43:1', undefined, [['EDI-0404', 9, 1, 1]]],
  ])('%s', (segment, total, findings) => {
    const reading = followed('NAD+FL+++MORA', segment);
    expect(reading.list.total).toEqual(total);
    expect(reading.findings.filter(([code]) => code !== 'EDI-0414')).toEqual(findings);
  });

  test('the difference is told with both numbers', () => {
    const { all } = followed('CNT+42:3');
    expect(all[0]).toMatchObject({ code: 'EDI-0411', severity: 'note', parameters: { stated: 3, counted: 0 } });
  });

  test('a second count', () => {
    const { list, findings } = followed('CNT+42:0', 'CNT+41:0');
    expect(list.total).toEqual({ qualifier: '42', value: 0 });
    expect(findings).toEqual([['EDI-0403', 9, undefined, undefined]]);
  });
});

test('a message over its limit is told once, and nothing is said of what was not kept', () => {
  const text = `UNB+UNOC:4+A+B+261124:0800+1'${[unh, ...leg, unt(7)].join("'")}'UNZ+1+1'`;
  const { messages } = readInterchange(encodeUtf8(text), {
    receivedAt,
    tolerance: 'strict',
    limits: { messageSegments: 3 },
  });
  expect(messages[0]?.findings.map(({ code }) => code)).toEqual(['EDI-0305']);
  expect(messages[0]?.data).toMatchObject({ legs: [], people: [] });
});

test('a hundred thousand numbers of a contact are read in a moment', () => {
  const many = Array.from({ length: 100_000 }, () => 'COM+1:TE');
  const started = process.cpuUsage().user;
  expect(headed('NAD+MS', ...many).list.contact?.numbers).toHaveLength(100_000);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
});
