import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInterchange } from '#formats/edifact';
import { countryCode, decodeLatin1, encodeUtf8, type ReadContext } from '#kernel';
import { contextOf, sampleOf, vectorsOf } from './certification/vectors.ts';
import { edifactCodec } from './codec.ts';

const us = countryCode('US');
if (us === undefined) throw new TypeError('US is a country');
const context: ReadContext = contextOf(us);
const samples = vectorsOf(us).map(sampleOf);
const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)));
const pieces = (bytes: Uint8Array, limit = 1000) => edifactCodec.pieces?.(bytes, limit) ?? [];

test('the pieces of a lodgement are its segments in their order, whatever stands between them', () => {
  const bytes = encodeUtf8(
    "HEADER\nUNA:+.? 'UNB+UNOA:4+A+B+270612:1200+1'\nUNH+1+PAXLST:D:05B:UN'\nUNT+2+1'UNZ+1+1'\ntrailer",
  );
  expect(pieces(bytes).map(({ number, tag }) => [number, tag])).toEqual([
    [1, 'UNA'],
    [2, 'UNB'],
    [3, 'UNH'],
    [4, 'UNT'],
    [5, 'UNZ'],
  ]);
  for (const { offset, length, text } of pieces(bytes)) {
    expect(decodeLatin1(bytes, offset, offset + length)).toBe(text);
  }
});

test('a segment is counted within its message, as findings and CONTRL count it; the envelope is not', () => {
  const message = "UNH+1+PAXLST:D:05B:UN'BGM+745'UNT+3+1'";
  const lost = "UNH+2+PAXLST:D:05B:UN'BGM+745'";
  const bytes = encodeUtf8(`UNB+UNOA:4+A+B+270612:1200+1'UNG'${message}${lost}UNE'${message}FOO'UNZ+1+1'`);
  expect(pieces(bytes).map(({ tag, ...place }) => [tag, place.message, place.segment])).toEqual([
    ['UNB', undefined, undefined],
    ['UNG', undefined, undefined],
    ['UNH', 1, 1],
    ['BGM', 1, 2],
    ['UNT', 1, 3],
    ['UNH', 2, 1],
    ['BGM', 2, 2],
    ['UNE', undefined, undefined],
    ['UNH', 3, 1],
    ['BGM', 3, 2],
    ['UNT', 3, 3],
    ['FOO', undefined, undefined],
    ['UNZ', undefined, undefined],
  ]);
});

test.each(['UNA', 'UNB', 'UNG', 'UNE', 'UNZ'])('%s belongs to no message, not even to one that lost its end', (tag) => {
  const text = tag === 'UNA' ? "UNA:+.? '" : `${tag}+1+1'`;
  const bytes = encodeUtf8(`UNB+UNOA:4+A+B+270612:1200+1'UNH+1+PAXLST:D:05B:UN'BGM+745'${text}UNZ+1+1'`);
  const found = pieces(bytes).filter((piece) => piece.tag === tag);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ segment, message }) => segment === undefined && message === undefined)).toBe(true);
});

test('it is known by these names on the wire', () => {
  expect(edifactCodec.name).toBe('edifact');
  expect(edifactCodec.mediaTypes).toEqual(['application/edifact', 'application/edi-consent', 'text/plain']);
});

test('several messages and interchanges in one lodgement are numbered through', () => {
  const bytes = joined(samples);
  const found = pieces(bytes, 100_000);
  expect(found.filter(({ tag }) => tag === 'UNH')).toHaveLength(samples.length);
  expect(found.map(({ number }) => number)).toEqual(found.map((_, at) => at + 1));
  expect(found.map(({ text }) => text).join('')).toBe(decodeLatin1(bytes));
});

test('no more pieces than were asked for, and none of what is no interchange', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (limit) => {
      const [first = new Uint8Array()] = samples;
      const all = pieces(first);
      expect(pieces(first, limit)).toEqual(all.slice(0, limit));
    }),
  );
  expect(pieces(encodeUtf8('<!doctype html>'))).toEqual([]);
  expect(pieces(new Uint8Array())).toEqual([]);
});

test('bytes that are no UTF-8 are shown all the same', () => {
  const bytes = Buffer.from("UNB+UNOC:4+A+B+270612:1200+1'UNH+1+PAXLST:D:05B:UN'NAD+FL+++MU\xd1OZ'", 'latin1');
  expect(pieces(bytes).at(-1)?.text).toBe("NAD+FL+++MUÑOZ'");
  const utf8 = encodeUtf8("UNB+UNOY:4+A+B+270612:1200+1'UNH+1+PAXLST:D:05B:UN'NAD+FL+++MUÑOZ'");
  expect(pieces(utf8).at(-1)?.text).toBe("NAD+FL+++MUÑOZ'");
});

test('what is understood has no refusal; what travel refuses is refused in the terms of a carrier', () => {
  const [first = new Uint8Array(), , , ten = new Uint8Array()] = samples;
  expect(edifactCodec.read(first, context).refusal).toBeUndefined();
  const twice = decodeLatin1(ten).replace('RFF+ABO:CERT005', 'RFF+ABO:CERT004');
  const refusal = edifactCodec.read(encodeUtf8(twice), context).refusal;
  const [answer] = readInterchange(refusal ?? new Uint8Array(), context).messages;
  expect(answer?.kind).toBe('cusres D.05B');
  expect(answer?.data).toMatchObject({
    document: 'answer',
    transactionReference: 'CERT4',
    answers: [{ level: 'header', text: expect.stringContaining('TRV-0105') }],
  });
  expect(decodeLatin1(refusal ?? new Uint8Array())).not.toContain('TRV-0201');
});

test('a lodgement whose syntax is broken is refused by a CONTRL and not by a CUSRES', () => {
  const [first = new Uint8Array()] = samples;
  const broken = encodeUtf8(decodeLatin1(first).replace(/UNT\+\d+/, 'UNT+3'));
  const { refusal } = edifactCodec.read(broken, context);
  expect(decodeLatin1(refusal ?? new Uint8Array())).toContain('CONTRL');
  const lenient = edifactCodec.read(broken, { ...context, tolerance: 'lenient' });
  expect(lenient.refusal === undefined || !decodeLatin1(lenient.refusal).includes('CUSRES')).toBe(true);
});

test('an error of the envelope refuses every message in it, unless the sender is read leniently', () => {
  const [first = new Uint8Array()] = samples;
  const broken = encodeUtf8(decodeLatin1(first).replace(/UNZ\+1/, 'UNZ+7'));
  const strict = edifactCodec.read(broken, context);
  expect(strict.messages.map(({ findings }) => findings.at(-1)?.code)).toEqual(['TRV-0106']);
  expect(decodeLatin1(strict.refusal ?? new Uint8Array())).toContain('CONTRL');
  const lenient = edifactCodec.read(broken, { ...context, tolerance: 'lenient' });
  expect(lenient.messages.flatMap(({ findings }) => findings.map(({ code }) => code))).not.toContain('TRV-0106');
});

test('of what travel refuses only the errors are told to a carrier, and a message that was refused for its syntax is not read', () => {
  const [, , , ten = new Uint8Array()] = samples;
  const twice = decodeLatin1(ten).replace('RFF+ABO:CERT005', 'RFF+ABO:CERT004');
  const lenient = edifactCodec.read(encodeUtf8(twice), { ...context, tolerance: 'lenient' }).refusal;
  expect(decodeLatin1(lenient ?? new Uint8Array())).toContain('TRV-0105');
  // With an error of its syntax beside, CONTRL says it, and no CUSRES speaks of what was not understood.
  const broken = encodeUtf8(twice.replace(/UNT\+\d+/, 'UNT+3'));
  const { refusal } = edifactCodec.read(broken, context);
  expect(decodeLatin1(refusal ?? new Uint8Array())).not.toContain('TRV-0105');
});

test('only what looks like an interchange is taken', () => {
  const [first = new Uint8Array()] = samples;
  expect(edifactCodec.sniff(first)).toBe(true);
  expect(edifactCodec.sniff(encodeUtf8('{"paxlst":1}'))).toBe(false);
});
