import type { Transport } from './transport.ts';

/** Takes bytes as a partner's node does; resolves to true when it has taken them. */
export type Receive = (bytes: Uint8Array) => Promise<boolean>;

/** Carries envelopes between nodes of one process. Each call hands over a copy: nothing but bytes passes, as between two machines. */
export function createInProcessTransport(nodes: ReadonlyMap<string, Receive>): Transport {
  let closed = false;
  return {
    send: async (to, bytes) => {
      const receive = nodes.get(to);
      if (receive === undefined || closed) return false;
      try {
        return await receive(bytes.slice());
      } catch {
        return false;
      }
    },
    close: async () => {
      closed = true;
    },
  };
}
