import { expect, test } from 'vitest';
import { type CountryCode, canonicalJson, encodeUtf8, type Reality, type Signer } from '#kernel';
import { close, concat, frame, type Header, jsonOf, keyIdOf, takeApart } from './wire.ts';

const CA = 'CA' as CountryCode;
const US = 'US' as CountryCode;
/** A signature that any change shows in: the sum of all bytes, each by its place. */
const signer: Signer = {
  publicKey: Uint8Array.from({ length: 32 }, (_, at) => at * 7),
  sign: (bytes) => {
    const sum = bytes.reduce((total, byte, at) => Math.imul(total ^ (byte + at), 16_777_619), 7);
    return new Uint8Array(64).fill(sum & 255);
  },
  verify: () => true,
};
const header: Header = {
  kind: 'forwarding',
  received: 0,
  sequence: 7,
  from: CA,
  to: US,
  reality: 'exercise north-1',
  key: keyIdOf(signer.publicKey),
};
const payload = Uint8Array.of(1, 2, 3);
const whole = close(frame(header), payload, signer);
const codeOf = (bytes: Uint8Array) => {
  const apart = takeApart(bytes);
  return apart.ok ? 'ok' : apart.error;
};
const withHeader = (changed: object) => {
  const text = encodeUtf8(canonicalJson({ ...header, ...changed }));
  return concat(encodeUtf8('TPX'), Uint8Array.of(1, text.length >> 8, text.length & 255), text, new Uint8Array(64));
};

test('an envelope is magic, version, length, header, payload, signature, byte for byte', () => {
  const text = canonicalJson(header);
  expect(whole.length).toBe(6 + text.length + 3 + 64);
  expect(new TextDecoder().decode(whole.subarray(0, 3))).toBe('TPX');
  expect([...whole.subarray(3, 6)]).toEqual([1, text.length >> 8, text.length & 255]);
  expect(new TextDecoder().decode(whole.subarray(6, 6 + text.length))).toBe(text);
  expect(whole.subarray(6 + text.length, 9 + text.length)).toEqual(payload);
  expect(whole.subarray(9 + text.length)).toEqual(signer.sign(whole.subarray(0, 9 + text.length)));
});

test('it comes apart as it was put together', () => {
  const apart = takeApart(whole);
  if (!apart.ok) expect.unreachable();
  expect(apart.value.header).toEqual(header);
  expect(apart.value.payload).toEqual(payload);
  expect(apart.value.bytes).toBe(whole);
  expect(apart.value.bound).toEqual(frame(header));
  expect(concat(apart.value.bound, apart.value.payload)).toEqual(apart.value.signed);
  expect(concat(apart.value.signed, apart.value.signature)).toEqual(whole);
});

test('a header of more than 255 bytes has both bytes of its length', () => {
  const long: Header = { ...header, reality: `exercise ${'n'.repeat(40)}` as Reality };
  const pad = frame({ ...long, key: 'f'.repeat(200) });
  expect(pad[4]).toBe(1);
  const apart = takeApart(concat(pad, payload, new Uint8Array(64)));
  expect(apart).toMatchObject({ ok: false, error: { code: 'EXC-0104', parameters: { member: 'key' } } });
});

test('other bytes are no envelope', () => {
  const not = (bytes: Uint8Array) =>
    expect(codeOf(bytes)).toMatchObject({ code: 'EXC-0101', parameters: { bytes: bytes.length } });
  not(new Uint8Array());
  not(encodeUtf8('TP'));
  not(encodeUtf8('<html>'));
  not(encodeUtf8(`TPY${'x'.repeat(400)}`));
  not(whole.subarray(0, 6 + canonicalJson(header).length + 63));
  not(concat(encodeUtf8('TPX'), Uint8Array.of(1, 255, 255), new Uint8Array(200)));
});

test('an empty payload is one', () => {
  const apart = takeApart(close(frame(header), new Uint8Array(), signer));
  expect(apart.ok && apart.value.payload.length).toBe(0);
});

test('another version is named', () => {
  const other = whole.slice();
  other[3] = 2;
  expect(codeOf(other)).toMatchObject({ code: 'EXC-0102', parameters: { version: 2 } });
  expect(codeOf(encodeUtf8('TPX'))).toMatchObject({ code: 'EXC-0102', parameters: { version: -1 } });
});

test.each([
  [{ kind: 'disclosure' }, 'kind'],
  [{ sequence: 0 }, 'sequence'],
  [{ sequence: 1.5 }, 'sequence'],
  [{ kind: 'receipt' }, 'sequence'],
  [{ from: 'can' }, 'from'],
  [{ to: 'us' }, 'to'],
  [{ reality: 'dream' }, 'reality'],
  [{ key: 'F'.repeat(16) }, 'key'],
  [{ key: 'f'.repeat(15) }, 'key'],
  [{ key: `${'f'.repeat(16)}0` }, 'key'],
  [{ note: 1 }, '(all)'],
])('a header with %j is refused', (changed, member) => {
  expect(codeOf(withHeader(changed))).toMatchObject({ code: 'EXC-0104', parameters: { member } });
});

test.each(['answer', 'receipt', 'catch-up', 'checkpoint', 'key-notice'])('%s is a kind of message', (kind) => {
  const numbers = kind === 'answer' ? { sequence: 1, received: 3 } : { sequence: 0, received: undefined };
  expect(codeOf(withHeader({ kind, ...numbers }))).toBe('ok');
});

test('what is numbered says how far the other direction is, and nothing else does', () => {
  for (const changed of [{ received: undefined }, { received: -1 }, { received: 0.5 }]) {
    expect(codeOf(withHeader(changed))).toMatchObject({ code: 'EXC-0104', parameters: { member: 'received' } });
  }
  expect(codeOf(withHeader({ kind: 'receipt', sequence: 0 }))).toMatchObject({ code: 'EXC-0104' });
});

test('a header that is no JSON, or no UTF-8, is refused', () => {
  for (const text of [encodeUtf8('{'), Uint8Array.of(0xff)]) {
    const bytes = concat(encodeUtf8('TPX'), Uint8Array.of(1, 0, text.length), text, new Uint8Array(64));
    expect(codeOf(bytes)).toMatchObject({ code: 'EXC-0104', parameters: { member: '(all)' } });
  }
  expect(jsonOf(encodeUtf8('[1]'))).toEqual([1]);
});

test('a key is named by its first eight bytes', () => {
  expect(keyIdOf(Uint8Array.from({ length: 32 }, (_byte, at) => at))).toBe('0001020304050607');
});
