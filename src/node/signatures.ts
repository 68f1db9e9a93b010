import type { Partner } from '#exchange';
import type { CountryCode } from '#kernel';
import type { Signatures } from '#plan';
import type { NodePorts } from './ports.ts';

/** How a node signs what its officials say, and knows what officials of the others signed: by the keys of the exchange. */
export function signaturesOf(
  { country, partners }: { readonly country: CountryCode; readonly partners: readonly Partner[] },
  { signer }: Pick<NodePorts, 'signer'>,
): Signatures {
  const keys = new Map<string, Uint8Array>(partners.map((partner) => [partner.country, partner.signKey]));
  keys.set(country, signer.publicKey);
  return {
    sign: (bytes) => signer.sign(bytes),
    verify: (nation, bytes, signature) => {
      const key = keys.get(nation);
      return key === undefined ? undefined : signer.verify(key, bytes, signature);
    },
  };
}
