import { type Duties, shippedDuties } from '#agreements';
import { type ExchangeLimits, type ExchangeMeans, type Partner, usualLimits } from '#exchange';
import { type CountryCode, type Envelope, encodeUtf8, type Signer } from '#kernel';

/** Doubles of the cryptographic ports: they keep no secret, but notice a wrong key and every changed bit, and are fast. */

export const CA = 'CA' as CountryCode;
export const US = 'US' as CountryCode;
export const MX = 'MX' as CountryCode;

/** 32 bytes that depend on every bit of the parts (four FNV-1a sums; each step is a bijection, so one changed bit always shows). */
function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const sum = new Uint8Array(32);
  const view = new DataView(sum.buffer);
  for (let lane = 0; lane < 4; lane += 1) {
    let state = 0x811c9dc5 ^ lane;
    for (const part of parts) {
      state = Math.imul(state ^ part.length, 0x01000193);
      for (const byte of part) state = Math.imul(state ^ byte, 0x01000193);
    }
    view.setUint32(lane * 4, state);
  }
  return sum;
}

const key = (use: string, owner: string): Uint8Array => digest(encodeUtf8(use), encodeUtf8(owner));

/** `owner` is usually a country, or a country and a number for keys that it had before. */
export const envelopeOf = (owner: string): Envelope => ({
  publicKey: key('seal', owner),
  sealTo: (publicKey, plain, bound) => {
    const sealed = new Uint8Array(32 + plain.length);
    sealed.set(digest(publicKey, bound, plain));
    for (const [at, byte] of plain.entries()) sealed[32 + at] = byte ^ 0x5a;
    return sealed;
  },
  open: (sealed, bound) => {
    if (sealed.length < 32) return undefined;
    const plain = sealed.slice(32).map((byte) => byte ^ 0x5a);
    const expected = digest(key('seal', owner), bound, plain);
    return expected.every((byte, at) => byte === sealed[at]) ? plain : undefined;
  },
});

export const signerOf = (owner: string): Signer => {
  const sign = (publicKey: Uint8Array, bytes: Uint8Array) => {
    const signature = new Uint8Array(64);
    signature.set(digest(publicKey, bytes));
    signature.set(digest(bytes, publicKey), 32);
    return signature;
  };
  return {
    publicKey: key('sign', owner),
    sign: (bytes) => sign(key('sign', owner), bytes),
    verify: (publicKey, bytes, signature) => {
      const expected = sign(publicKey, bytes);
      return signature.length === 64 && expected.every((byte, at) => byte === signature[at]);
    },
  };
};

export const partnerOf = (country: CountryCode): Partner => ({
  country,
  sealKey: key('seal', country),
  signKey: key('sign', country),
});

export interface MeansOptions {
  readonly limits?: Partial<ExchangeLimits>;
  readonly duties?: Duties;
  readonly partners?: readonly CountryCode[];
}

export const meansOf = (country: CountryCode, { limits, duties, partners }: MeansOptions = {}): ExchangeMeans => ({
  country,
  partners: (partners ?? [CA, US, MX].filter((one) => one !== country)).map(partnerOf),
  envelope: envelopeOf(country),
  signer: signerOf(country),
  duties: duties ?? shippedDuties,
  knowsRecord: (record) => record === 'travel.passenger-list',
  limits: { ...usualLimits, ...limits },
});
