import { setTimeout as sleep } from 'node:timers/promises';
import type { Receive } from './in-process.ts';
import type { Transport } from './transport.ts';

/** What is wrong with a country's node, as its partners see it. */
export type Fault =
  | { readonly kind: 'none' }
  /** Nothing reaches it and nothing leaves it. */
  | { readonly kind: 'stopped' }
  /** Everything to it and from it takes this much longer. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** What it sends is not what it signed. */
  | { readonly kind: 'garbled' };

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Faults that tests and the demonstration switch on and off, country by country. */
export interface Faults {
  set(country: string, fault: Fault): void;
  get(country: string): Fault;
  /** Delivers a letter as far as the faults of both ends let it. */
  post(letter: Letter, deliver: Receive): Promise<boolean>;
  /** The transport of `from`, with the faults in its way. */
  wrap(from: string, transport: Transport): Transport;
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  const faultOf = (country: string): Fault => faults.get(country) ?? { kind: 'none' };
  const isStopped = ({ from, to }: Letter): boolean =>
    faultOf(from).kind === 'stopped' || faultOf(to).kind === 'stopped';
  const slowness = (country: string): number => {
    const fault = faultOf(country);
    return fault.kind === 'slow' ? fault.milliseconds : 0;
  };
  const post: Faults['post'] = async (letter, deliver) => {
    const wait = slowness(letter.from) + slowness(letter.to);
    if (wait > 0) await sleep(wait, undefined, { ref: false });
    // Asked after the wait: what was on its way when the node stopped does not arrive.
    if (isStopped(letter)) return false;
    return deliver(faultOf(letter.from).kind === 'garbled' ? garbled(letter.bytes) : letter.bytes);
  };
  return {
    set: (country, fault) => {
      faults.set(country, fault);
    },
    get: faultOf,
    post,
    wrap: (from, transport) => ({
      send: (to, bytes) => post({ from, to, bytes }, (passed) => transport.send(to, passed)),
      close: () => transport.close(),
    }),
  };
}

/** The same bytes with one bit changed, in the middle: in the payload or the signature of any envelope. */
function garbled(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
