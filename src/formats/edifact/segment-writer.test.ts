import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLatin1, decodeUtf8 } from '#kernel';
import type { Envelope, MessageHeader } from './envelope.ts';
import { InterchangeReader } from './interchange-reader.ts';
import { SegmentWriter, type WrittenElement, writeEnveloped } from './segment-writer.ts';
import { defaultCharacters, readServiceCharacters } from './service-characters.ts';

const textOf = (...elements: readonly WrittenElement[]): string => {
  const writer = new SegmentWriter(defaultCharacters, '');
  writer.segment('XYZ', ...elements);
  return writer.text;
};

describe('a segment', () => {
  test.each<readonly [readonly WrittenElement[], string]>([
    [[], "XYZ'"],
    [['1', undefined, '3'], "XYZ+1++3'"],
    [['1', undefined, ''], "XYZ+1'"],
    [[undefined, ''], "XYZ'"],
    [
      [
        ['a', undefined, 'c'],
        ['d', undefined],
      ],
      "XYZ+a::c+d'",
    ],
    [[[undefined, 'b']], "XYZ+:b'"],
    [[[undefined, '']], "XYZ'"],
    [["O'HARA+1:2?"], "XYZ+O?'HARA?+1?:2??'"],
    [['A*B'], "XYZ+A*B'"],
  ])('%j is written %j', (elements, text) => {
    expect(textOf(...elements)).toBe(text);
  });

  test('a repetition separator is released too, and without a release character a sign becomes a blank', () => {
    const six = (signs: string) =>
      readServiceCharacters(Array.from(signs, (sign) => sign.charCodeAt(0))) ?? expect.fail(signs);
    const repeating = new SegmentWriter(six(":+.?*'"), '');
    repeating.segment('X', 'A*B');
    expect(repeating.text).toBe("X+A?*B'");
    const bare = new SegmentWriter(six(":+.  '"), '');
    bare.segment('X', "A'B:C?");
    expect(bare.text).toBe("X+A B C?'");
  });

  test('segments are counted, a UNA is not, and the break stands between them', () => {
    const writer = new SegmentWriter(defaultCharacters, '\r\n');
    writer.advice("UNA:+.? '");
    writer.segment('A');
    writer.segment('B', '1');
    expect(writer.count).toBe(2);
    expect(writer.text).toBe("UNA:+.? '\r\nA'\r\nB+1'");
  });
});

const envelope: Envelope = {
  syntax: 'UNOA:4',
  sender: 'AC',
  recipient: 'CBSA',
  controlReference: '9',
  interactive: false,
  serviceCharacters: "UNA:+.? '",
};
const header: MessageHeader = {
  reference: 'M1',
  type: 'PAXLST',
  directory: 'D.05B',
  agency: 'UN',
  associationCode: 'IATA',
};
const written = (of: Partial<Envelope>, head: Partial<MessageHeader> = {}, text = 'X') =>
  writeEnveloped({ ...envelope, ...of }, [{ header: { ...header, ...head }, body: (to) => to.segment('FTX', text) }]);

describe('an interchange', () => {
  test('as bare as may be', () => {
    expect(decodeUtf8(written({}))).toBe("UNB+UNOA:4+AC+CBSA++9'UNH+M1+PAXLST:D:05B:UN:IATA'FTX+X'UNT+3+M1'UNZ+1+9'");
  });

  test('with all that an envelope may say', () => {
    const all = {
      senderQualifier: 'ZZ',
      recipientQualifier: 'YY',
      prepared: { date: '261124', time: '0800' },
      applicationReference: 'APIS',
      interactive: true,
      acknowledgementRequested: true,
      test: true,
      advised: true,
      segmentBreak: '\n',
      group: { type: 'PAXLST', sender: 'A', recipient: 'B', reference: '7', agency: 'UN', version: 'D:05B' },
    };
    const part = { number: 2, last: true };
    expect(decodeUtf8(written(all, { commonAccessReference: 'C/1', part })).split('\n')).toEqual([
      "UNA:+.? '",
      "UNB+UNOA:4+AC:ZZ+CBSA:YY+261124:0800+9++APIS+O+1++1'",
      "UNG+PAXLST+A+B++7+UN+D:05B'",
      "UNH+M1+PAXLST:D:05B:UN:IATA+C/1+02:F'",
      "FTX+X'",
      "UNT+3+M1'",
      "UNE+1+7'",
      "UNZ+1+9'",
    ]);
    const first = decodeUtf8(written({}, { part: { number: 1, last: false, first: true } }));
    expect(first).toContain("UNH+M1+PAXLST:D:05B:UN:IATA++01:C'");
    expect(decodeUtf8(written({}, { part: { number: 12, last: false } }))).toContain("++12'");
  });

  test('signs that no reader knows by themselves are told, whether the lodgement told them or not', () => {
    const begins = (serviceCharacters: string): string =>
      decodeUtf8(written({ serviceCharacters, prepared: { date: '261124', time: '0800' } })).slice(0, 12);
    expect(begins('UNA-+.? ~')).toBe('UNA-+.? ~UNB');
    for (const other of ["UNA;+.? '", "UNA:*.? '", "UNA:+.! '", 'UNA:+.? ~']) expect(begins(other)).toBe(`${other}UNB`);
    for (const known of ["UNA:+.? '", "UNA:+,?*'"]) expect(begins(known)).toMatch(/^UNB\+/);
    expect(begins('UNA\x1f\x1d.\x00\x00\x1c')).toMatch(/^UNB/);
  });

  test('letters that the set lacks lose their mark, and what is left over becomes a blank', () => {
    expect(decodeUtf8(written({}, {}, 'JOSÉ Ł漢!'))).toContain("FTX+JOSE   !'");
    expect(decodeLatin1(written({ syntax: 'UNOC:3' }, {}, 'JOSÉ Ł'))).toContain("FTX+JOSÉ  '");
    expect(decodeUtf8(written({ syntax: 'UNOY:4' }, {}, 'JOSÉ 漢'))).toContain("FTX+JOSÉ 漢'");
    expect(decodeUtf8(written({ syntax: 'XXXX:1' }, {}, 'José'))).toContain("FTX+Jose'");
  });

  test('is read again as it was written, whatever its text', () => {
    const prepared = { date: '261124', time: '0800' };
    const signs = fc.constantFrom("UNA:+.? '", "UNA:+.?*'", 'UNA|^,\\~!', 'UNA-+.? ~');
    const text = fc.string({ unit: fc.constantFrom(..."ABé'+:?*|^\\~!- "), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(signs, text, (serviceCharacters, said) => {
        const reader = new InterchangeReader({ tolerance: 'strict' });
        let seen = 0;
        for (const message of reader.push(
          written({ syntax: 'UNOY:4', serviceCharacters, advised: true, prepared }, {}, said),
        )) {
          seen += 1;
          message.segments.seek(1);
          expect(message.segments.text(1)).toBe(said);
          expect(message.findings).toEqual([]);
          expect(message.envelope).toMatchObject({ ...envelope, syntax: 'UNOY:4', serviceCharacters, advised: true });
        }
        expect(seen).toBe(1);
        expect(reader.takeFindings()).toEqual([]);
      }),
    );
  });
});
