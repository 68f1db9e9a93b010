import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AggregateId, type Cipher, type Hash, instant, type KeyId, type Random } from '#kernel';
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
