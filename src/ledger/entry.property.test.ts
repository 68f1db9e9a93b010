import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AggregateId, type Cipher, type Hash, instant, type KeyId, type Random } from '#kernel';
import { hexAt, putHex, putU64, u64At } from './bytes.ts';
import { crc32 } from './checksum.ts';
import { findFrame, frameLength, headerBytesAt, putFrame, readEntry, readFrameBody, readFrameHead } from './frame.ts';
import { headerBytes, headerLength, readHeader } from './header.ts';
import { decodePayload, encodePayload } from './payload.ts';
import { type EntryDraft, newDataKey, openEntry, sealEntry } from './seal.ts';
import type { DataKey, EntryHeader } from './store.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};
const cipher: Cipher = {
  seal(key, nonce, plain, bound) {
    const aes = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
    return new Uint8Array(Buffer.concat([aes.update(plain), aes.final(), aes.getAuthTag()]));
  },
  open(key, nonce, sealed, bound) {
    if (sealed.length < 16) return undefined;
    const aes = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound).setAuthTag(sealed.subarray(-16));
    try {
      return new Uint8Array(Buffer.concat([aes.update(sealed.subarray(0, -16)), aes.final()]));
    } catch {
      return undefined;
    }
  },
};
const random: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };
const ports = { hash, cipher, random };

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));
const headers: fc.Arbitrary<EntryHeader> = fc
  .record({
    aggregate: hex(16).map((text) => text as AggregateId),
    version: fc.integer({ min: 1, max: 0xffffffff }),
    at: fc.nat(Number.MAX_SAFE_INTEGER).map(instant),
    kind: fc.stringMatching(/^[a-z]{1,20}\.[a-z]{1,20}$/),
    key: hex(16).map((text) => text as KeyId),
    commitment: hex(32),
    reality: fc.constantFrom('live' as const, 'demonstration' as const, 'exercise spring-1' as const),
    alias: fc.option(hex(32), { nil: undefined }),
  })
  .map(({ alias, ...header }) => (alias === undefined ? header : { ...header, alias }));

describe('bytes', () => {
  test('hexadecimal and numbers come back', () => {
    fc.assert(
      fc.property(hex(16), fc.nat(Number.MAX_SAFE_INTEGER), (text, number) => {
        const bytes = new Uint8Array(40);
        putHex(bytes, 3, text);
        putU64(bytes, 20, number);
        expect(hexAt(bytes, 3, 16)).toBe(text);
        expect(u64At(bytes, 20)).toBe(number);
      }),
    );
  });
  test('what is not hexadecimal is a bug', () => {
    for (const text of ['0g', 'g0', 'AB', '0', 'é0']) {
      expect(() => putHex(new Uint8Array(4), 0, text)).toThrow('not hexadecimal');
    }
  });
  test('the checksum is that of zlib', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });
});

describe('header', () => {
  test('reads back what was written, and takes the length that it says', () => {
    fc.assert(
      fc.property(headers, (header) => {
        const bytes = headerBytes(header);
        expect(bytes).toHaveLength(headerLength(header));
        expect(readHeader(bytes)).toEqual(header);
        expect(readHeader(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
        expect(readHeader(Uint8Array.from([...bytes, 0]))).toBeUndefined();
        expect(readHeader(Uint8Array.from(bytes, (byte, at) => (at === 0 ? 2 : byte)))).toBeUndefined();
        expect(readHeader(Uint8Array.from(bytes, (byte, at) => (at === 77 ? 2 : byte)))).toBeUndefined();
      }),
    );
  });
  test('two headers that differ have different bytes', () => {
    fc.assert(
      fc.property(headers, headers, (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two));
        expect(Buffer.compare(headerBytes(one), headerBytes(two))).not.toBe(0);
      }),
    );
  });
  test('a kind is short and ASCII', () => {
    const [header] = fc.sample(headers, 1) as [EntryHeader];
    expect(() => headerBytes({ ...header, kind: 'é' })).toThrow('ASCII');
    expect(() => headerBytes({ ...header, kind: 'a'.repeat(256) })).toThrow('short');
    expect(readHeader(headerBytes({ ...header, kind: 'a'.repeat(255) }))?.kind).toHaveLength(255);
  });
});

describe('payload', () => {
  test('JSON, bytes and both come back, padded to a multiple of 64', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 200 }), (json, bytes) => {
        const value = JSON.parse(JSON.stringify(json)) as unknown;
        for (const data of [value, bytes, { kept: value, bytes }]) {
          const plain = encodePayload(data);
          expect(plain.length % 64).toBe(0);
          expect(decodePayload(plain)).toEqual({ value: data });
        }
      }),
    );
  });
  test('what is absent is null, and a full block is followed by one of padding', () => {
    expect(decodePayload(encodePayload(undefined))).toEqual({ value: null });
    expect(encodePayload(new Uint8Array(62))).toHaveLength(64);
    expect(encodePayload(new Uint8Array(63))).toHaveLength(128);
  });
  test('what was never encoded is not decoded', () => {
    const padded = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, 0x80, 0, 0]);
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(64),
      Uint8Array.of(3, 1, 1),
      padded(9, 1),
      padded(1, 0x7b),
      padded(1, 0xff),
      padded(2, 0, 0),
      padded(2, 0, 0, 0, 9, 0x7b, 0x7d),
      padded(2, 0, 0, 0, 1, 0x7b),
    ]) {
      expect(decodePayload(bytes)).toBeUndefined();
    }
    expect(decodePayload(padded(2, 0, 0, 0, 2, 0x7b, 0x7d))).toEqual({ value: { bytes: new Uint8Array(0) } });
  });
});

const draft = (header: EntryHeader, data: unknown): EntryDraft => ({ ...header, data });

describe('seal', () => {
  test('opens with its key, and with no other key, salt, header or payload', () => {
    fc.assert(
      fc.property(headers, fc.jsonValue(), fc.nat(), (header, json, place) => {
        const data = JSON.parse(JSON.stringify(json)) as unknown;
        const key = newDataKey(random);
        const sealed = sealEntry(draft(header, data), key, ports);
        expect(sealed.header).toMatchObject({ aggregate: header.aggregate, key: key.id, kind: header.kind });
        const { aggregate, version, at, kind, reality } = header;
        const recorded = { aggregate, version, at, kind, reality, data };
        expect(openEntry(sealed, key, ports)).toEqual({ ok: true, value: recorded });
        const refused = (entry: typeof sealed, other: DataKey): void => {
          expect(openEntry(entry, other, ports)).toMatchObject({ ok: false, error: { code: 'LED-0301' } });
        };
        refused(sealed, { ...key, secret: random.bytes(32) });
        refused(sealed, { ...key, salt: random.bytes(32) });
        refused({ ...sealed, header: { ...sealed.header, kind: `${kind}x` } }, key);
        refused({ ...sealed, header: { ...sealed.header, commitment: '0'.repeat(64) } }, key);
        const changed = sealed.payload.slice();
        changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ 1;
        refused({ ...sealed, payload: changed }, key);
        refused({ ...sealed, payload: sealed.payload.subarray(0, 12) }, key);
      }),
      { numRuns: 40 },
    );
  });
  test('equal data show as equal neither in the payload nor in the commitment', () => {
    const [header] = fc.sample(headers, 1) as [EntryHeader];
    const key = newDataKey(random);
    const one = sealEntry(draft({ ...header, version: 1 }, 'same'), key, ports);
    const two = sealEntry(draft({ ...header, version: 2 }, 'same'), key, ports);
    const again = sealEntry(draft({ ...header, version: 1 }, 'same'), key, ports);
    expect(one.header.commitment).not.toBe(two.header.commitment);
    expect(one.header.commitment).toBe(again.header.commitment);
    expect(Buffer.compare(one.payload, again.payload)).not.toBe(0);
    expect(sealEntry(draft({ ...header, version: 1 }, 'same'), newDataKey(random), ports).header.commitment).not.toBe(
      one.header.commitment,
    );
  });
});

describe('frame', () => {
  const entries = fc.array(fc.record({ header: headers, payload: fc.uint8Array({ maxLength: 100 }) }), {
    maxLength: 4,
  });
  const slots = fc.array(fc.record({ slot: fc.nat(), id: hex(16).map((text) => text as KeyId) }), { maxLength: 3 });
  const frames = fc.record({ number: fc.integer({ min: 1, max: 2 ** 40 }), entries, keys: slots, forgotten: slots });

  test('reads back what was written, behind anything, and finds itself', () => {
    fc.assert(
      fc.property(frames, fc.nat(50), (frame, before) => {
        const own = new Uint8Array(frameLength(frame));
        const written = putFrame(own, frame);
        expect(written.at(-1)).toBe(own.length);
        const bytes = new Uint8Array(before + own.length + 9);
        bytes.set(own, before);
        const head = readFrameHead(bytes, before);
        expect(head).toMatchObject({ number: frame.number, length: own.length, entries: frame.entries.length });
        const body = head && readFrameBody(bytes, before, head);
        expect(body?.keys).toEqual(frame.keys);
        expect(body?.forgotten).toEqual(frame.forgotten);
        frame.entries.forEach((entry, index) => {
          const at = body?.starts[index] ?? 0;
          expect(at).toBe((written[index] ?? 0) + before);
          const length = (body?.starts[index + 1] ?? 0) - at;
          expect(readEntry(bytes, at, length)).toEqual(entry);
          expect(readEntry(bytes, at, length - 1)).toBeUndefined();
          expect(Buffer.compare(headerBytesAt(bytes, at), headerBytes(entry.header))).toBe(0);
        });
        expect(findFrame(bytes, 0)).toBe(before);
        expect(findFrame(bytes, before + 1)).toBeUndefined();
        expect(readFrameHead(bytes, bytes.length - 10)).toBeUndefined();
      }),
    );
  });

  test('a flipped bit anywhere, and a missing end, are found', () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.nat(7), (frame, place, bit) => {
        const bytes = new Uint8Array(frameLength(frame));
        putFrame(bytes, frame);
        const whole = readFrameHead(bytes, 0);
        const cut = bytes.subarray(0, bytes.length - 1);
        expect(whole && readFrameBody(cut, 0, whole)).toBeUndefined();
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << bit);
        const head = readFrameHead(bytes, 0);
        expect(head && readFrameBody(bytes, 0, head)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
