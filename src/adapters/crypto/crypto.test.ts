import { describe, expect, test, vi } from 'vitest';
import { encodeUtf8, fromHex, toHex } from '#kernel';
import { createAesGcm, createEnvelope, createRandom, createSha256, createSigner, sealToKey } from './index.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const text = encodeUtf8;

describe('SHA-256', () => {
  const { sha256 } = createSha256();
  test('the examples of FIPS 180-4', () => {
    expect(toHex(sha256(text('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(toHex(sha256())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(sha256(new Uint8Array(1_000_000).fill(97)))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });
  test('parts hash as their whole, small and large', () => {
    for (const length of [0, 3, 4096, 4097, 10_000]) {
      const whole = createRandom().bytes(length);
      const middle = length >> 1;
      expect(sha256(whole.subarray(0, middle), whole.subarray(middle))).toEqual(sha256(whole));
    }
  });
});

describe('AES-256-GCM', () => {
  const cipher = createAesGcm();
  test('test case 16 of the GCM specification', () => {
    const key = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const nonce = bytes('cafebabefacedbaddecaf888');
    const plain = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const bound = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const sealed = cipher.seal(key, nonce, plain, bound);
    expect(toHex(sealed)).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
    expect(toHex(cipher.open(key, nonce, sealed, bound) ?? new Uint8Array())).toBe(toHex(plain));
  });
  test('a changed bit, another key, another bound text, too few bytes: not opened', () => {
    const random = createRandom();
    const [key, nonce, bound] = [random.bytes(32), random.bytes(12), text('header')];
    const sealed = cipher.seal(key, nonce, text('secret'), bound);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(cipher.open(key, nonce, changed, bound)).toBeUndefined();
    }
    expect(cipher.open(random.bytes(32), nonce, sealed, bound)).toBeUndefined();
    expect(cipher.open(key, nonce, sealed, text('Header'))).toBeUndefined();
    expect(cipher.open(key, nonce, sealed.subarray(0, 15), bound)).toBeUndefined();
  });
});

test('random bytes: as many as asked for, never the same, across the end of the pool', () => {
  const random = createRandom();
  const seen = new Set<string>();
  for (let round = 0; round < 5000; round += 1) seen.add(toHex(random.bytes(32)));
  expect(seen.size).toBe(5000);
  expect(random.bytes(0)).toHaveLength(0);
  expect(random.bytes(65_536)).toHaveLength(65_536);
  expect(random.bytes(100_000)).toHaveLength(100_000);
  expect(toHex(random.bytes(32))).not.toMatch(/^(00)+$/);
});

describe('Ed25519', () => {
  const signer = createSigner(bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
  test('RFC 8032 section 7.1, test 2', () => {
    expect(toHex(signer.publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    expect(toHex(signer.sign(bytes('72')))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });
  test('verifies its own, refuses other bytes, other keys and what is no key', () => {
    const signature = signer.sign(text('a'));
    expect(signer.verify(signer.publicKey, text('a'), signature)).toBe(true);
    expect(signer.verify(signer.publicKey, text('b'), signature)).toBe(false);
    expect(signer.verify(createSigner(createRandom().bytes(32)).publicKey, text('a'), signature)).toBe(false);
    expect(signer.verify(new Uint8Array(31), text('a'), signature)).toBe(false);
  });
});

describe('envelope', () => {
  const envelope = createEnvelope(createRandom().bytes(32));
  test('RFC 7748 section 5.2: the first iteration, which is the public key of the secret 09 00 ... 00', () => {
    const secret = new Uint8Array(32);
    secret[0] = 9;
    expect(toHex(createEnvelope(secret).publicKey)).toBe(
      '422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079',
    );
  });
  test('opens what was sealed to it, twice sealed differently', () => {
    const sealed = envelope.sealTo(envelope.publicKey, text('for you'), text('bound'));
    expect(toHex(envelope.open(sealed, text('bound')) ?? new Uint8Array())).toBe(toHex(text('for you')));
    expect(toHex(envelope.sealTo(envelope.publicKey, text('for you'), text('bound')))).not.toBe(toHex(sealed));
  });
  test('a changed bit, another bound text, another addressee, too few bytes: not opened', () => {
    const sealed = sealToKey(envelope.publicKey, text('for you'), text('bound'));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(envelope.open(changed, text('bound'))).toBeUndefined();
    }
    expect(envelope.open(sealed, text('Bound'))).toBeUndefined();
    expect(createEnvelope(createRandom().bytes(32)).open(sealed, text('bound'))).toBeUndefined();
    expect(envelope.open(sealed.subarray(0, 32), text('bound'))).toBeUndefined();
  });
  const sealMany = (count: number) =>
    Array.from({ length: count }, (_, at) => envelope.sealTo(envelope.publicKey, text(`${at}`), text('bound')));
  const senderOf = (sealed: Uint8Array) => toHex(sealed.subarray(1, 33));
  test('letters share the sender’s key pair and never a nonce, and open in any order', () => {
    const sealed = sealMany(50);
    expect(new Set(sealed.map(senderOf)).size).toBe(1);
    expect(new Set(sealed.map((letter) => toHex(letter.subarray(0, 37)))).size).toBe(50);
    for (const [at, letter] of [...sealed.entries()].reverse()) {
      expect(envelope.open(letter, text('bound'))).toEqual(text(`${at}`));
    }
  });
  test('a key pair serves 4,096 letters and one addressee', () => {
    const sealed = sealMany(4096 * 2);
    const senders = sealed.map(senderOf);
    expect(new Set(senders).size).toBe(3);
    for (const sender of new Set(senders)) expect(senders.filter((one) => one === sender).length).toBeLessThan(4097);
    const other = createEnvelope(createRandom().bytes(32)).publicKey;
    const elsewhere = senderOf(envelope.sealTo(other, text('x'), text('')));
    expect(senders).not.toContain(elsewhere);
  });
  test('a key pair serves a minute', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const fresh = createEnvelope(createRandom().bytes(32));
      const sender = () => senderOf(fresh.sealTo(envelope.publicKey, text('x'), text('')));
      const first = sender();
      vi.advanceTimersByTime(60_000);
      expect(sender()).toBe(first);
      vi.advanceTimersByTime(1);
      expect(sender()).not.toBe(first);
    } finally {
      vi.useRealTimers();
    }
  });
  test('more senders than are remembered are all understood', () => {
    const sealed = Array.from({ length: 100 }, (_, at) => sealToKey(envelope.publicKey, text(`${at}`), text('')));
    for (const round of [0, 1]) {
      for (const [at, letter] of sealed.entries()) {
        expect(envelope.open(letter, text('')), `${round}`).toEqual(text(`${at}`));
      }
    }
  });
  test('nothing is sealed to a key of small order', () => {
    expect(() => envelope.sealTo(new Uint8Array(32), text('x'), text(''))).toThrow(TypeError);
  });
});
