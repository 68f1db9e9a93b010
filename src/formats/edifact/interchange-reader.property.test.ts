import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '#kernel';
import { encodeUtf8 } from '#kernel';
import { InterchangeReader } from './interchange-reader.ts';
import type { EdifactLimits } from './limits.ts';
import type { ScannedMessage } from './scanned-message.ts';
import { readWire, writeWire } from './wire.ts';

/** Messages as they are meant: segments, each of elements of components. */
type Meant = readonly (readonly (readonly (readonly string[])[])[])[];

interface Signs {
  readonly component: string;
  readonly element: string;
  readonly release: string;
  readonly repetition: string;
  readonly terminator: string;
}

const usual: Signs = { component: ':', element: '+', release: '?', repetition: ' ', terminator: "'" };
const signs: fc.Arbitrary<Signs> = fc
  .uniqueArray(fc.constantFrom(...":+?*'-|^~!;,=/.$%&"), { minLength: 5, maxLength: 5 })
  .map(([component = '', element = '', release = '', repetition = '', terminator = '']) => {
    return { component, element, release, repetition, terminator };
  });

const text = fc.string({ unit: fc.constantFrom(...'ABZ09', ' ', '.', '?', "'", '+', ':', '*'), maxLength: 6 });
const segment = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
const meant: fc.Arbitrary<Meant> = fc.array(fc.array(segment, { maxLength: 5 }), { minLength: 1, maxLength: 4 });

/** Writes it by hand: every sign in a text released. */
function written(
  messages: Meant,
  { component, element, release, terminator, repetition }: Signs,
  between = '',
): string {
  const all = [component, element, release, terminator, ...(repetition === ' ' ? [] : [repetition])];
  const escaped = (one: string) => Array.from(one, (sign) => (all.includes(sign) ? release + sign : sign)).join('');
  const line = (tag: string, elements: readonly (readonly string[])[]) =>
    [tag, ...elements.map((parts) => parts.map(escaped).join(component))].join(element) + terminator + between;
  const bodies = messages.map((segments, index) => {
    const reference = `M${index}`;
    const body = segments.map((elements) => line('SEG', elements)).join('');
    const unh = line('UNH', [[reference], ['PAXLST', 'D', '05B', 'UN']]);
    return unh + body + line('UNT', [[String(segments.length + 2)], [reference]]);
  });
  const unb = line('UNB', [['UNOB', '4'], ['A'], ['B'], ['261124', '0800'], ['9']]);
  const advice = `UNA${component}${element}.${release}${repetition}${terminator}${between}`;
  return `${advice}${unb}${bodies.join('')}${line('UNZ', [[String(messages.length)], ['9']])}`;
}

/** All that a reader says of chunks, in a form that compares. */
function readingOf(chunks: readonly Uint8Array[], limits: Partial<EdifactLimits> = {}) {
  const reader = new InterchangeReader({ tolerance: 'strict', limits });
  const messages: ReturnType<typeof contentOf>[] = [];
  const findings: Finding[] = [];
  const take = (message: ScannedMessage) => {
    messages.push(contentOf(message));
    findings.push(...message.findings);
  };
  for (const chunk of chunks) for (const message of reader.push(chunk)) take(message);
  for (const message of reader.finish()) take(message);
  const own = reader.takeFindings();
  return { messages, own, findings: [...findings, ...own], envelope: reader.envelope };
}

function contentOf({ segments: cursor, base, count, ...rest }: ScannedMessage) {
  const segments = Array.from({ length: rest.held ? count : 0 }, (_, index) => {
    cursor.seek(index);
    const elements = Array.from({ length: cursor.elements }, (_two, element) =>
      Array.from({ length: cursor.components(element + 1) }, (_three, at) => cursor.text(element + 1, at + 1)),
    );
    return { tag: cursor.tagText(), at: base + cursor.offset(0), end: base + cursor.end(), elements };
  });
  return { ...rest, segments };
}

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
}
const places = fc.array(fc.nat(100_000), { maxLength: 12 });

/** Text that may be anything, of pieces that mean something to a reader. */
const pieces = fc.constantFrom(
  ...["'", '+', ':', '?', "UNA:+.? '", "UNB+UNOA:4+A+B+1:2+9'", "UNB+UNOC:3+A+B+1:2+9'", "UNH+1+PAXLST:D:05B:UN'"],
  ...[
    "UNT+2+1'",
    "UNZ+1+9'",
    "UNG+P+A+B+C+7'",
    "UNE+1+7'",
    "BGM+745'",
    '\r\n',
    ' ',
    'a',
    '\u0001',
    'É',
    "LOC+1'",
    "''",
  ],
);
const anything = fc.array(pieces, { maxLength: 40 }).map((parts) => encodeUtf8(parts.join('')));

test('whatever its separators and releases, a lodgement is read as it was meant', () => {
  const characters = fc.oneof(fc.constant(usual), signs);
  fc.assert(
    fc.property(meant, characters, fc.constantFrom('', '\n', '\r\n', ' '), (list, six, between) => {
      const { messages, findings } = readingOf([encodeUtf8(written(list, six, between))]);
      expect(findings).toEqual([]);
      const read = messages.map(({ segments }) => segments.slice(1, -1).map(({ elements }) => elements));
      expect(read).toEqual(list);
    }),
  );
});

test('a hard wrap at 64 columns, a Type B header and a footer change nothing of what is read', () => {
  fc.assert(
    fc.property(meant, fc.constantFrom('\n', '\r\n'), (list, lineBreak) => {
      const lodged = written(list, usual);
      const wrapped = (lodged.match(/.{1,64}/gs) ?? []).join(lineBreak);
      const header = `QD HDQCRA9${lineBreak}.AC 241100${lineBreak}`;
      const plain = readingOf([encodeUtf8(lodged)]);
      const { messages, findings } = readingOf([encodeUtf8(`${header}${wrapped}${lineBreak}=`)]);
      const elements = (all: typeof messages) =>
        all.map((one) => one.segments.map((part) => [part.tag, part.elements]));
      expect(elements(messages)).toEqual(elements(plain.messages));
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    }),
  );
});

test('chunks of any size give the same reading', () => {
  const lodged = fc.oneof(
    anything,
    meant.map((list) => encodeUtf8(written(list, usual, '\n'))),
  );
  fc.assert(
    fc.property(lodged, places, (bytes, ends) => {
      expect(readingOf(cut(bytes, ends))).toEqual(readingOf([bytes]));
    }),
  );
});

test('one byte at a time gives the same reading', () => {
  fc.assert(
    fc.property(anything, (bytes) => {
      expect(readingOf(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(readingOf([bytes]));
    }),
    { numRuns: 60 },
  );
});

test('cut off anywhere, it never throws, and every finding has a place within', () => {
  fc.assert(
    fc.property(meant, signs, fc.nat(100_000), (list, six, place) => {
      const whole = encodeUtf8(written(list, six));
      const bytes = whole.subarray(0, place % whole.length);
      const { findings } = readingOf([bytes]);
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      for (const { at } of findings) {
        expect(at?.offset).toBeGreaterThanOrEqual(0);
        expect(at?.offset).toBeLessThanOrEqual(bytes.length);
      }
    }),
  );
});

test.each([
  ['EDI-0301', /UNT\+\d+/, 'UNT+99'],
  ['EDI-0302', /(UNT\+\d+)\+M0/, '$1+M9'],
  ['EDI-0112', /UNZ\+\d+/, 'UNZ+99'],
  ['EDI-0113', /(UNZ\+\d+)\+9/, '$1+8'],
])('%s is told of a wrong count or reference, and nothing else', (code, from, to) => {
  const bare = fc.array(fc.array(fc.constant([['A']]), { maxLength: 3 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(bare, (list) => {
      const { findings } = readingOf([encodeUtf8(written(list, usual).replace(from, to))]);
      expect(findings.map((finding) => finding.code)).toEqual([code]);
    }),
    { numRuns: 30 },
  );
});

test('under limits nothing throws, and no message that is held exceeds them', () => {
  const limits = fc.record({
    segmentBytes: fc.integer({ min: 8, max: 60 }),
    messageSegments: fc.integer({ min: 1, max: 6 }),
    messageBytes: fc.integer({ min: 20, max: 300 }),
    segmentElements: fc.integer({ min: 1, max: 8 }),
    findings: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(anything, places, limits, (bytes, ends, most) => {
      const { messages } = readingOf(cut(bytes, ends), most);
      for (const one of messages) {
        if (one.held) expect(one.segments.length).toBeLessThanOrEqual(most.messageSegments);
        expect(one.findings.length).toBeLessThanOrEqual(most.findings + 1);
      }
    }),
  );
});

test('taken apart and put together again, any bytes are the same bytes', () => {
  const lodged = fc.oneof(
    anything,
    fc.uint8Array({ maxLength: 200 }),
    fc.tuple(meant, signs).map(([list, six]) => encodeUtf8(written(list, six))),
  );
  fc.assert(
    fc.property(lodged, (bytes) => {
      expect(writeWire(readWire(bytes))).toEqual(bytes);
    }),
  );
});

test('what a wire item says of a segment is what was meant, its repetitions apart', () => {
  fc.assert(
    fc.property(meant, (list) => {
      const items = readWire(encodeUtf8(written(list, usual)));
      const read = items.flatMap((item) => (item.kind === 'segment' && item.tag === 'SEG' ? [item.elements] : []));
      expect(read).toEqual(list.flat().map((elements) => elements.map((components) => [components])));
    }),
  );
  const repeated = readWire(encodeUtf8("UNA:+.?*'UNB+UNOA:4+A'X+1*2:3*?*'"))[2];
  expect(repeated).toEqual({ kind: 'segment', tag: 'X', elements: [[['1'], ['2', '3'], ['*']]] });
});
